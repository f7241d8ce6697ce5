package vn.songhanh.contacts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Text;

/**
 * An organisation that we deal with; never the user's own company.
 *
 * @param taxCode as {@link TaxCode} writes it; no two living companies have the same
 * @param otherKindId of one in {@link LifecycleStage#OTHER}; null when nobody has said which
 * @param domain of its web site, without {@code www.}
 */
public record Company(
        CompanyId id,
        long version,
        String name,
        @Nullable String taxCode,
        @Nullable String domain,
        @Nullable String phone,
        @Nullable String industry,
        @Nullable Integer employees,
        @Nullable CompanyId parentId,
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

    private static final Pattern DOMAIN =
            Pattern.compile("[\\p{L}\\d](?:[\\p{L}\\d-]*[\\p{L}\\d])?(?:\\.[\\p{L}\\d](?:[\\p{L}\\d-]*[\\p{L}\\d])?)+");
    private static final Pattern AROUND_DOMAIN = Pattern.compile("^[a-z]+://|^www\\.|[/?#:].*$");

    /**
     * @param owner and the team he is in; both or neither
     * @throws Invalid with everything that is wrong with the input
     */
    static Company create(CompanyInput input, @Nullable MemberId owner, @Nullable TeamId team, Instant now) {
        return blank(owner, team, now, now).described(input, false, now);
    }

    /** As {@link #create}, from a file: what is wrong in a tax code or phone number may have been so where it came from. */
    static Company imported(
            CompanyInput input, @Nullable MemberId owner, @Nullable TeamId team, Instant since, Instant now) {
        return blank(owner, team, since, now).described(input, true, now);
    }

    /** The company after an edit; its stage changes by the rules of the {@link Lifecycle}, not here. */
    Company edit(CompanyInput input, @Nullable MemberId owner, @Nullable TeamId team, Instant now) {
        return described(input, false, now).standing(owner, team, this, now, deletedAt);
    }

    /** As {@link #edit}, back to what it was before an import, as it was written. */
    Company putBack(CompanyInput input, @Nullable MemberId owner, @Nullable TeamId team, Instant now) {
        return described(input, true, now).standing(owner, team, this, now, deletedAt);
    }

    /**
     * The company with what a file says of it: texts take the place of the old, tags are added.
     *
     * @param named the fields that the file has a value for
     */
    Company fill(Company file, Set<String> named, Instant now) {
        boolean ofAddress = named.stream().anyMatch(field -> field.startsWith("address."));
        boolean ofOwner = named.contains("owner");
        SequencedSet<String> allTags = new LinkedHashSet<>(tags);
        allTags.addAll(file.tags);
        Map<String, Object> allCustom = new LinkedHashMap<>(custom);
        allCustom.putAll(file.custom);
        return new Company(
                id,
                version + 1,
                named.contains("name") ? file.name : name,
                named.contains("taxCode") ? file.taxCode : taxCode,
                named.contains("domain") ? file.domain : domain,
                named.contains("phone") ? file.phone : phone,
                named.contains("industry") ? file.industry : industry,
                named.contains("employees") ? file.employees : employees,
                named.contains("parent") ? file.parentId : parentId,
                ofOwner ? file.ownerId : ownerId,
                ofOwner ? file.teamId : teamId,
                lifecycleStage,
                lifecycleSince,
                named.contains("otherKind") && lifecycleStage == LifecycleStage.OTHER ? file.otherKindId : otherKindId,
                named.contains("customerStatus") ? file.customerStatus : customerStatus,
                recycleCount,
                recycledAt,
                source.filledWith(file.source),
                List.copyOf(allTags),
                ofAddress ? file.address : address,
                allCustom,
                lastActivityAt,
                createdAt,
                now,
                deletedAt);
    }

    /** With the company above it, found once all rows of a file are known. */
    Company under(@Nullable CompanyId parent) {
        return new Company(
                id,
                version,
                name,
                taxCode,
                domain,
                phone,
                industry,
                employees,
                parent,
                ownerId,
                teamId,
                lifecycleStage,
                lifecycleSince,
                otherKindId,
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

    /** Of another kind, or of one at last; for somebody who stands in {@link LifecycleStage#OTHER}. */
    Company ofKind(OtherKindId kind, Instant now) {
        return with(kind).standing(ownerId, teamId, this, now, deletedAt);
    }

    Company delete(Instant now) {
        return standing(ownerId, teamId, this, now, now);
    }

    Company restore(Instant now) {
        return standing(ownerId, teamId, this, now, null);
    }

    /** As the audit trail tells it. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", name);
        facts.put("taxCode", taxCode);
        facts.put("domain", domain);
        facts.put("phone", phone);
        facts.put("industry", industry);
        facts.put("employees", employees);
        facts.put("parentId", parentId);
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

    /** {@code https://www.Vinamilk.com.vn/vi} as {@code vinamilk.com.vn}; empty when it is no domain. */
    static Optional<String> domain(String text) {
        String bare = text.strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < 3; i++) {
            bare = AROUND_DOMAIN.matcher(bare).replaceFirst("");
        }
        return bare.length() <= 253 && DOMAIN.matcher(bare).matches() ? Optional.of(bare) : Optional.empty();
    }

    private static Company blank(@Nullable MemberId owner, @Nullable TeamId team, Instant since, Instant now) {
        return new Company(
                CompanyId.next(),
                1,
                "",
                null,
                null,
                null,
                null,
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

    private Company with(OtherKindId kind) {
        return new Company(
                id,
                version,
                name,
                taxCode,
                domain,
                phone,
                industry,
                employees,
                parentId,
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
    private Company standing(
            @Nullable MemberId owner, @Nullable TeamId team, Company before, Instant now, @Nullable Instant deleted) {
        return new Company(
                id,
                before.version + 1,
                name,
                taxCode,
                domain,
                phone,
                industry,
                employees,
                parentId,
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

    /** By what a company in the tables, or in an earlier row of a file, is found again; the surest first. */
    List<String> keys() {
        return keys(taxCode, domain, name);
    }

    static List<String> keys(@Nullable String taxCode, @Nullable String domain, @Nullable String name) {
        List<String> keys = new ArrayList<>();
        if (taxCode != null) {
            keys.add("taxCode:" + taxCode);
        }
        if (domain != null) {
            keys.add("domain:" + domain);
        }
        if (name != null) {
            keys.add("name:" + Text.fold(name));
        }
        return keys;
    }

    private Company described(CompanyInput input, boolean asWritten, Instant now) {
        Invalid.Check check = new Invalid.Check();
        String newName = Labels.text(input.name(), "name", check);
        check.that(newName != null, "name", "required");
        String newTaxCode = taxCode(Text.cleanOrNull(input.taxCode(), "taxCode"), asWritten, check);
        String newDomain = domain(Text.cleanOrNull(input.domain(), "domain"), check);
        String newPhone = phone(Text.cleanOrNull(input.phone(), "phone"), asWritten, check);
        String newIndustry = Labels.text(input.industry(), "industry", check);
        check.that(input.employees() == null || input.employees() >= 0, "employees", "negative");
        check.that(input.parentId() == null || !input.parentId().equals(id), "parentId", "own-parent");
        Source newSource =
                input.source() == null ? Source.UNKNOWN : input.source().checked(check);
        List<String> newTags = Labels.tags(input.tags(), check);
        Address newAddress =
                input.address() == null ? Address.NONE : input.address().checked(check);
        LifecycleStage newStage = Objects.requireNonNullElse(input.lifecycleStage(), LifecycleStage.LEAD);
        OtherKindId newKind = input.otherKindId();
        check.that(
                newKind == null || newStage == LifecycleStage.OTHER || newKind.equals(otherKindId),
                "otherKindId",
                "only-for-other");
        check.done();
        return new Company(
                id,
                version,
                Objects.requireNonNull(newName),
                newTaxCode,
                newDomain,
                newPhone,
                newIndustry,
                input.employees(),
                input.parentId(),
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

    /** What an import kept as it was written may stay so. */
    private @Nullable String taxCode(@Nullable String text, boolean asWritten, Invalid.Check check) {
        if (text == null || text.equals(taxCode)) {
            return text;
        }
        TaxCode code = TaxCode.parse(text).orElse(null);
        check.that(code != null, "taxCode", "not-a-tax-code");
        check.that(code == null || asWritten || code.checks(), "taxCode", "tax-code-check-digit");
        return code == null ? null : code.value();
    }

    private @Nullable String domain(@Nullable String text, Invalid.Check check) {
        String parsed = text == null ? null : domain(text).orElse(null);
        check.that(text == null || parsed != null, "domain", "not-a-domain");
        return parsed;
    }

    private @Nullable String phone(@Nullable String text, boolean asWritten, Invalid.Check check) {
        if (text == null || text.equals(phone)) {
            return text;
        }
        String parsed = Phones.parse(text).orElse(asWritten ? Phones.parseOrKeep(text) : null);
        check.that(parsed != null, "phone", "not-a-phone");
        return parsed;
    }
}
