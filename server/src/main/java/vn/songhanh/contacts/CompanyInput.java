package vn.songhanh.contacts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.MemberId;

/** What people say about a company: the body of a POST, and what a PATCH is merged into. */
public record CompanyInput(
        @Nullable String name,
        @Nullable String taxCode,
        @Nullable String domain,
        @Nullable String phone,
        @Nullable String industry,
        @Nullable Integer employees,
        @Nullable CompanyId parentId,
        @Nullable MemberId ownerId,
        @Nullable LifecycleStage lifecycleStage,
        @Nullable OtherKindId otherKindId,
        @Nullable CustomerStatus customerStatus,
        @Nullable Source source,
        @Nullable List<String> tags,
        @Nullable Address address,
        @Nullable Map<String, Object> custom) {

    CompanyInput withCustom(Map<String, Object> values) {
        return new CompanyInput(
                name,
                taxCode,
                domain,
                phone,
                industry,
                employees,
                parentId,
                ownerId,
                lifecycleStage,
                otherKindId,
                customerStatus,
                source,
                tags,
                address,
                values);
    }

    static CompanyInput of(Company company) {
        return new CompanyInput(
                company.name(),
                company.taxCode(),
                company.domain(),
                company.phone(),
                company.industry(),
                company.employees(),
                company.parentId(),
                company.ownerId(),
                company.lifecycleStage(),
                company.otherKindId(),
                company.customerStatus(),
                company.source(),
                company.tags(),
                company.address().input(),
                company.custom());
    }
}
