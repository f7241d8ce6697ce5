package vn.songhanh.sales.competitor;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.doors.PlainCan;
import vn.songhanh.workspace.doors.RecordView;

/** A competitor as a viewer sees it. */
public record CompetitorView(@JsonUnwrapped Competitor competitor, PlainCan can) implements RecordView<CompetitorId> {

    static CompetitorView of(Competitor competitor, Viewer viewer) {
        return new CompetitorView(competitor, PlainCan.of(viewer, SalesKinds.COMPETITOR, competitor));
    }

    @Override
    public CompetitorId id() {
        return competitor.id();
    }

    @Override
    public long version() {
        return competitor.version();
    }
}
