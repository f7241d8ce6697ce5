package vn.songhanh.contacts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;

/** A company as a viewer sees it. */
public record CompanyView(
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

    static CompanyView of(Company company, Viewer viewer) {
        return new CompanyView(
                company.id(),
                company.version(),
                company.name(),
                company.taxCode(),
                company.domain(),
                company.phone(),
                company.industry(),
                company.employees(),
                company.parentId(),
                company.ownerId(),
                company.lifecycleStage(),
                company.lifecycleSince(),
                company.otherKindId(),
                company.lifecycleStage().audience(),
                company.customerStatus(),
                company.recycleCount(),
                company.recycledAt(),
                company.source(),
                company.tags(),
                company.address(),
                company.custom(),
                company.lastActivityAt(),
                company.createdAt(),
                company.updatedAt(),
                company.deletedAt(),
                Can.with(viewer, RecordKind.COMPANY, company.ownerId(), company.teamId(), company.deletedAt() != null));
    }
}
