package vn.songhanh.contacts.company;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.lifecycle.LifecycleStage;
import vn.songhanh.contacts.lifecycle.OtherKindId;
import vn.songhanh.shared.MemberId;

/** What people say about a company: the body of a POST, and what a PATCH is merged into. */
public record CompanyInput(
        @JsonUnwrapped Company.Details details,
        @Nullable MemberId ownerId,
        @Nullable LifecycleStage lifecycleStage,
        @Nullable OtherKindId otherKindId) {

    LifecycleStage stage() {
        return Objects.requireNonNullElse(lifecycleStage, LifecycleStage.LEAD);
    }

    CompanyInput withCustom(Map<String, Object> values) {
        return new CompanyInput(
                CompanyFields.DETAILS.changed(details, "custom", values), ownerId, lifecycleStage, otherKindId);
    }

    static CompanyInput of(Company company) {
        return new CompanyInput(
                CompanyFields.DETAILS.changed(
                        company.details(),
                        "address",
                        company.details().address().input()),
                company.ownerId(),
                company.lifecycleStage(),
                company.otherKindId());
    }
}
