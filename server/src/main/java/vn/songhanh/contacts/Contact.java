package vn.songhanh.contacts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Text;

/**
 * A person whom we know.
 *
 * @param emails lower case, the primary one first
 * @param phones E.164, the primary one first; see {@link Phones}
 * @param teamId the owner's team; the database keeps it so
 * @param otherKindId of somebody in {@link LifecycleStage#OTHER}; null when nobody has said which
 * @param lifecycleSince when the present stage was entered
 * @param recycledAt when sales last gave the lead back; what happened before no longer speaks for it
 * @param lastActivityAt the latest touch on the timeline
 */
public record Contact(
        ContactId id,
        long version,
        PersonName name,
        List<String> emails,
        List<String> phones,
        @Nullable String jobTitle,
        @Nullable CompanyId companyId,
        @Nullable MemberId ownerId,
        @Nullable TeamId teamId,
        LifecycleStage lifecycleStage,
        Instant lifecycleSince,
        @Nullable OtherKindId otherKindId,
        @Nullable CustomerStatus customerStatus,
        int recycleCount,
        @Nullable Instant recycledAt,
        Source source,
        List<String> tags,
        Address address,
        Map<String, Object> custom,
        @Nullable Instant lastActivityAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt)
        implements Staged {

    private static final int MAX_IDENTITIES = 10;

    /**
     * @param owner and the team he is in; both or neither
     * @throws Invalid with everything that is wrong with the input
     */
    static Contact create(ContactInput input, @Nullable MemberId owner, @Nullable TeamId team, Instant now) {
        return blank(owner, team, now, now).described(input, false, now);
    }

    /** As {@link #create}, from a file: telephone numbers that cannot be read stay as they were written. */
    static Contact imported(
            ContactInput input, @Nullable MemberId owner, @Nullable TeamId team, Instant since, Instant now) {
        return blank(owner, team, since, now).described(input, true, now);
    }

    /** The contact after an edit; its stage changes by the rules of the {@link Lifecycle}, not here. */
    Contact edit(ContactInput input, @Nullable MemberId owner, @Nullable TeamId team, Instant now) {
        return described(input, false, now).standing(owner, team, this, now, deletedAt);
    }

    /** As {@link #edit}, back to what it was before an import, as it was written. */
    Contact putBack(ContactInput input, @Nullable MemberId owner, @Nullable TeamId team, Instant now) {
        return described(input, true, now).standing(owner, team, this, now, deletedAt);
    }

    /**
     * The contact with what a file says of it: texts take the place of the old, lists grow.
     *
     * @param named the fields that the file has a value for
     */
    Contact fill(Contact file, Set<String> named, Instant now) {
        boolean ofName = named.contains("fullName") || named.contains("familyName") || named.contains("givenName");
        boolean ofAddress = named.stream().anyMatch(field -> field.startsWith("address."));
        boolean ofOwner = named.contains("owner");
        return new Contact(
                id,
                version + 1,
                ofName ? file.name : name,
                union(emails, file.emails),
                union(phones, file.phones),
                named.contains("jobTitle") ? file.jobTitle : jobTitle,
                named.contains("company") ? file.companyId : companyId,
                ofOwner ? file.ownerId : ownerId,
                ofOwner ? file.teamId : teamId,
                lifecycleStage,
                lifecycleSince,
                named.contains("otherKind") && lifecycleStage == LifecycleStage.OTHER ? file.otherKindId : otherKindId,
                named.contains("customerStatus") ? file.customerStatus : customerStatus,
                recycleCount,
                recycledAt,
                source.filledWith(file.source),
                union(tags, file.tags),
                ofAddress ? file.address : address,
                filled(custom, file.custom),
                lastActivityAt,
                createdAt,
                now,
                deletedAt);
    }

    /** Of another kind, or of one at last; for somebody who stands in {@link LifecycleStage#OTHER}. */
    Contact ofKind(OtherKindId kind, Instant now) {
        return with(kind).standing(ownerId, teamId, this, now, deletedAt);
    }

    Contact delete(Instant now) {
        return standing(ownerId, teamId, this, now, now);
    }

    Contact restore(Instant now) {
        return standing(ownerId, teamId, this, now, null);
    }

    public @Nullable String email() {
        return emails.isEmpty() ? null : emails.getFirst();
    }

    public @Nullable String phone() {
        return phones.isEmpty() ? null : phones.getFirst();
    }

    /** What no two living contacts should share. */
    List<String> identities() {
        List<String> identities = new ArrayList<>(emails.size() + phones.size());
        identities.addAll(emails);
        identities.addAll(phones);
        return identities;
    }

    /** As the audit trail tells it. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("fullName", name.full());
        facts.put("familyName", name.family());
        facts.put("givenName", name.given());
        facts.put("emails", emails);
        facts.put("phones", phones);
        facts.put("jobTitle", jobTitle);
        facts.put("companyId", companyId);
        facts.put("ownerId", ownerId);
        facts.put("lifecycleStage", lifecycleStage);
        facts.put("otherKindId", otherKindId);
        facts.put("customerStatus", customerStatus);
        facts.put("source", source.equals(Source.UNKNOWN) ? null : source);
        facts.put("tags", tags.isEmpty() ? null : tags);
        facts.put("address", address.equals(Address.NONE) ? null : address);
        facts.put("custom", custom.isEmpty() ? null : custom);
        facts.put("deletedAt", deletedAt);
        return facts;
    }

    private static Contact blank(@Nullable MemberId owner, @Nullable TeamId team, Instant since, Instant now) {
        return new Contact(
                ContactId.next(),
                1,
                new PersonName("", null, ""),
                List.of(),
                List.of(),
                null,
                null,
                owner,
                team,
                LifecycleStage.LEAD,
                since,
                null,
                null,
                0,
                null,
                Source.UNKNOWN,
                List.of(),
                Address.NONE,
                Map.of(),
                null,
                now,
                now,
                null);
    }

    private Contact with(OtherKindId kind) {
        return new Contact(
                id,
                version,
                name,
                emails,
                phones,
                jobTitle,
                companyId,
                ownerId,
                teamId,
                lifecycleStage,
                lifecycleSince,
                kind,
                customerStatus,
                recycleCount,
                recycledAt,
                source,
                tags,
                address,
                custom,
                lastActivityAt,
                createdAt,
                updatedAt,
                deletedAt);
    }

    /** These words, on the next version of {@code before}. */
    private Contact standing(
            @Nullable MemberId owner, @Nullable TeamId team, Contact before, Instant now, @Nullable Instant deleted) {
        return new Contact(
                id,
                before.version + 1,
                name,
                emails,
                phones,
                jobTitle,
                companyId,
                owner,
                team,
                before.lifecycleStage,
                before.lifecycleSince,
                before.lifecycleStage == LifecycleStage.OTHER ? otherKindId : null,
                customerStatus,
                recycleCount,
                recycledAt,
                source,
                tags,
                address,
                custom,
                lastActivityAt,
                createdAt,
                now,
                deleted);
    }

    private static Map<String, Object> filled(Map<String, Object> these, Map<String, Object> those) {
        Map<String, Object> all = new LinkedHashMap<>(these);
        all.putAll(those);
        return all;
    }

    private static List<String> union(List<String> these, List<String> those) {
        if (these.containsAll(those)) {
            return these;
        }
        SequencedSet<String> all = new LinkedHashSet<>(these);
        all.addAll(those);
        return List.copyOf(all);
    }

    private Contact described(ContactInput input, boolean phonesAsWritten, Instant now) {
        Invalid.Check check = new Invalid.Check();
        String full = Labels.text(input.fullName(), "fullName", check);
        String family = Labels.text(input.familyName(), "familyName", check);
        String given = Labels.text(input.givenName(), "givenName", check);
        List<String> newEmails = identities("email", emails, input.email(), input.emails(), Emails::parse, check);
        List<String> newPhones = identities(
                "phone",
                phones,
                input.phone(),
                input.phones(),
                text -> phonesAsWritten ? Optional.of(Phones.parseOrKeep(text)) : readable(text),
                check);
        String newJobTitle = Labels.text(input.jobTitle(), "jobTitle", check);
        Source newSource =
                input.source() == null ? Source.UNKNOWN : input.source().checked(check);
        List<String> newTags = Labels.tags(input.tags(), check);
        Address newAddress =
                input.address() == null ? Address.NONE : input.address().checked(check);
        PersonName newName = name;
        try {
            newName = name.full().isEmpty() ? PersonName.of(full, family, given) : name.edited(full, family, given);
        } catch (Invalid wrongName) {
            wrongName.errors().forEach(check::add);
        }
        LifecycleStage newStage = Objects.requireNonNullElse(input.lifecycleStage(), LifecycleStage.LEAD);
        OtherKindId newKind = input.otherKindId();
        check.that(
                newKind == null || newStage == LifecycleStage.OTHER || newKind.equals(otherKindId),
                "otherKindId",
                "only-for-other");
        check.done();
        return new Contact(
                id,
                version,
                newName,
                newEmails,
                newPhones,
                newJobTitle,
                input.companyId(),
                ownerId,
                teamId,
                newStage,
                lifecycleSince,
                newStage == LifecycleStage.OTHER ? newKind : null,
                input.customerStatus(),
                recycleCount,
                recycledAt,
                newSource,
                newTags,
                newAddress,
                input.custom() == null ? Map.of() : input.custom(),
                lastActivityAt,
                createdAt,
                now,
                deletedAt);
    }

    /** A number that an import kept as it was written may stay so. */
    private Optional<String> readable(String text) {
        return phones.contains(text) ? Optional.of(text) : Phones.parse(text);
    }

    /**
     * The list after an edit, each once. The primary one and the list can be changed apart: a new primary one takes
     * the place of the old, unless the list was changed too; then it goes to its front.
     */
    private static List<String> identities(
            String field,
            List<String> current,
            @Nullable String newPrimary,
            @Nullable List<String> newList,
            Function<String, Optional<String>> parser,
            Invalid.Check check) {
        String primary = current.isEmpty() ? null : current.getFirst();
        List<String> list = newList == null ? current : newList;
        boolean listChanged = !list.equals(current);
        boolean primaryChanged = !Objects.equals(newPrimary, primary);
        if (!listChanged && !primaryChanged) {
            return current;
        }
        SequencedSet<String> all = new LinkedHashSet<>();
        if (primaryChanged && newPrimary != null) {
            add(all, newPrimary, field, field, parser, check);
        }
        List<String> rest = listChanged || current.isEmpty() ? list : current.subList(1, current.size());
        for (int i = 0; i < rest.size(); i++) {
            add(all, rest.get(i), field + "s[" + i + "]", field, parser, check);
        }
        check.that(all.size() <= MAX_IDENTITIES, field + "s", "too-many", Map.of("max", MAX_IDENTITIES));
        return List.copyOf(all);
    }

    private static void add(
            SequencedSet<String> all,
            @Nullable String text,
            String path,
            String kind,
            Function<String, Optional<String>> parser,
            Invalid.Check check) {
        String clean = Text.cleanOrNull(text, path);
        if (clean == null) {
            return;
        }
        Optional<String> parsed = clean.length() > 254 ? Optional.empty() : parser.apply(clean);
        parsed.ifPresentOrElse(
                all::add, () -> check.that(false, path, "not-" + (kind.equals("email") ? "an-email" : "a-phone")));
    }
}
