package vn.songhanh.contacts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;

/** A contact as a viewer sees it. */
public record ContactView(
        ContactId id,
        long version,
        String fullName,
        @Nullable String familyName,
        String givenName,
        @Nullable String email,
        @Nullable String phone,
        List<String> emails,
        List<String> phones,
        @Nullable String jobTitle,
        @Nullable CompanyId companyId,
        @Nullable String companyName,
        @Nullable MemberId ownerId,
        LifecycleStage lifecycleStage,
        Instant lifecycleSince,
        @Nullable OtherKindId otherKindId,
        @Nullable Audience audience,
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
        @Nullable Instant deletedAt,
        Can can) {

    static ContactView of(Contact contact, @Nullable String companyName, Viewer viewer) {
        return new ContactView(
                contact.id(),
                contact.version(),
                contact.name().full(),
                contact.name().family(),
                contact.name().given(),
                contact.email(),
                contact.phone(),
                contact.emails(),
                contact.phones(),
                contact.jobTitle(),
                contact.companyId(),
                companyName,
                contact.ownerId(),
                contact.lifecycleStage(),
                contact.lifecycleSince(),
                contact.otherKindId(),
                contact.lifecycleStage().audience(),
                contact.customerStatus(),
                contact.recycleCount(),
                contact.recycledAt(),
                contact.source(),
                contact.tags(),
                contact.address(),
                contact.custom(),
                contact.lastActivityAt(),
                contact.createdAt(),
                contact.updatedAt(),
                contact.deletedAt(),
                Can.with(viewer, RecordKind.CONTACT, contact.ownerId(), contact.teamId(), contact.deletedAt() != null));
    }
}
