package vn.songhanh.contacts.company;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.lifecycle.Audience;
import vn.songhanh.contacts.lifecycle.Can;
import vn.songhanh.contacts.lifecycle.LifecycleStage;
import vn.songhanh.contacts.lifecycle.StagedRecords;
import vn.songhanh.shared.Viewer;

/** A company as a viewer sees it. */
public record CompanyView(
        @JsonUnwrapped Company company, @Nullable Audience audience, Can can)
        implements StagedRecords.Staged<CompanyId> {

    static CompanyView of(Company company, Viewer viewer) {
        return new CompanyView(
                company,
                company.lifecycleStage().audience(),
                Can.with(
                        viewer,
                        ContactKinds.COMPANY,
                        company.ownerId(),
                        company.teamId(),
                        company.times().deletedAt() != null));
    }

    @Override
    public CompanyId id() {
        return company.id();
    }

    @Override
    public long version() {
        return company.version();
    }

    @Override
    public LifecycleStage lifecycleStage() {
        return company.lifecycleStage();
    }
}
