package vn.songhanh.contacts.contact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.Address;
import vn.songhanh.contacts.CustomerStatus;
import vn.songhanh.contacts.company.CompanyId;
import vn.songhanh.contacts.lifecycle.Lifecycle;
import vn.songhanh.contacts.lifecycle.LifecycleStage;
import vn.songhanh.contacts.lifecycle.OtherKindId;
import vn.songhanh.contacts.lifecycle.Staged;
import vn.songhanh.contacts.lifecycle.Standing;
import vn.songhanh.contacts.source.Source;
import vn.songhanh.shared.ImportRow;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Times;

/**
 * A person whom we know.
 *
 * @param teamId the owner's team; the database keeps it so
 */
public record Contact(
        ContactId id,
        long version,
        @JsonUnwrapped Details details,
        @Nullable MemberId ownerId,
        @JsonIgnore @Nullable TeamId teamId,
        @JsonUnwrapped Standing standing,
        @JsonUnwrapped Times times)
        implements Staged<Contact.Details> {

    /** What people say of a contact. */
    public record Details(
            @JsonUnwrapped PersonName name,
            @JsonUnwrapped Reach reach,
            @Nullable String jobTitle,
            @Nullable CompanyId companyId,
            @Nullable CustomerStatus customerStatus,
            Source source,
            List<String> tags,
            Address address,
            Map<String, Object> custom) {

        public Details {
            name = Objects.requireNonNullElse(name, PersonName.NONE);
            reach = Objects.requireNonNullElse(reach, Reach.NONE);
            source = Objects.requireNonNullElse(source, Source.UNKNOWN);
            tags = Objects.requireNonNullElse(tags, List.of());
            address = Objects.requireNonNullElse(address, Address.NONE);
            custom = Objects.requireNonNullElse(custom, Map.of());
        }

        /** By the names of the fields; what is not named is not known. */
        public static Details of(Map<String, ?> values) {
            return ContactFields.DETAILS.of(values);
        }
    }

    /**
     * @param owner and the team he is in; both or neither
     * @throws Invalid with everything that is wrong with the input
     */
    static Contact create(ContactInput input, @Nullable MemberId owner, @Nullable TeamId team, Instant now) {
        return made(input, false, owner, team, now, now);
    }

    /** As {@link #create}, from a file: telephone numbers that cannot be read stay as they were written. */
    static Contact imported(
            ContactInput input, @Nullable MemberId owner, @Nullable TeamId team, Instant since, Instant now) {
        return made(input, true, owner, team, since, now);
    }

    private static Contact made(
            ContactInput input,
            boolean asWritten,
            @Nullable MemberId owner,
            @Nullable TeamId team,
            Instant since,
            Instant now) {
        Details details = checked(input, null, null, asWritten);
        Standing standing = Standing.begin(input.stage(), since, input.otherKindId());
        return new Contact(ContactId.next(), 1, details, owner, team, standing, Times.begin(now));
    }

    /** The contact after an edit; its stage changes by the rules of the {@link Lifecycle}, not here. */
    Contact edit(ContactInput input, @Nullable MemberId owner, @Nullable TeamId team, Instant now) {
        return edited(input, false, owner, team, now);
    }

    /** As {@link #edit}, back to what it was before an import, as it was written. */
    Contact putBack(ContactInput input, @Nullable MemberId owner, @Nullable TeamId team, Instant now) {
        return edited(input, true, owner, team, now);
    }

    private Contact edited(
            ContactInput input, boolean asWritten, @Nullable MemberId owner, @Nullable TeamId team, Instant now) {
        Details after = checked(input, details, otherKindId(), asWritten);
        OtherKindId kind = input.stage() == LifecycleStage.OTHER ? input.otherKindId() : null;
        return new Contact(id, version + 1, after, owner, team, standing.ofKind(kind), times.edited(now));
    }

    /**
     * The contact with what a file says of it: texts take the place of the old, lists grow.
     *
     * @param row from which {@code file} was read
     */
    public Contact fill(Contact file, ImportRow row, Instant now) {
        boolean ofOwner = row.has("owner");
        Details filled = ContactFields.DETAILS.filled(details, file.details, row);
        return new Contact(
                id,
                version + 1,
                row.has("company") ? ContactFields.DETAILS.changed(filled, "companyId", file.companyId()) : filled,
                ofOwner ? file.ownerId : ownerId,
                ofOwner ? file.teamId : teamId,
                row.has("otherKind") ? standing.ofKind(file.otherKindId()) : standing,
                times.edited(now));
    }

    /** Of another kind, or of one at last; for somebody who stands in {@link LifecycleStage#OTHER}. */
    Contact ofKind(OtherKindId kind, Instant now) {
        return new Contact(id, version + 1, details, ownerId, teamId, standing.ofKind(kind), times.edited(now));
    }

    Contact delete(Instant now) {
        return new Contact(id, version + 1, details, ownerId, teamId, standing, times.deleted(now));
    }

    Contact restore(Instant now) {
        return new Contact(id, version + 1, details, ownerId, teamId, standing, times.restored(now));
    }

    public @Nullable CompanyId companyId() {
        return details.companyId;
    }

    List<String> identities() {
        return details.reach.identities();
    }

    /** As the audit trail tells it. */
    Map<String, @Nullable Object> facts() {
        Map<String, @Nullable Object> facts = ContactFields.DETAILS.facts(details);
        facts.put("ownerId", ownerId);
        facts.put("lifecycleStage", lifecycleStage());
        facts.put("otherKindId", otherKindId());
        facts.put("deletedAt", times.deletedAt());
        return facts;
    }

    private static Details checked(
            ContactInput input, @Nullable Details before, @Nullable OtherKindId kindBefore, boolean asWritten) {
        Invalid.Check check = new Invalid.Check();
        Details details = ContactFields.DETAILS.checked(input.details(), before, asWritten, check);
        OtherKindId kind = input.otherKindId();
        check.that(
                kind == null || input.stage() == LifecycleStage.OTHER || kind.equals(kindBefore),
                "otherKindId",
                "only-for-other");
        check.done();
        return details;
    }
}
