package vn.songhanh.sales.competitor;

import static vn.songhanh.jooq.sales.Tables.COMPETITOR;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.shared.RecordExport;
import vn.songhanh.shared.Viewer;

/** Competitors in a file. */
@Component
class CompetitorExport extends RecordExport {

    CompetitorExport(CompetitorStore store) {
        super(SalesKinds.COMPETITOR, store, COMPETITOR.CUSTOM);
    }

    @Override
    public List<Column<?>> columns(Viewer viewer) {
        List<Column<?>> columns = CompetitorFields.DETAILS.exported();
        columns.addAll(CompetitorStore.TABLE.exported());
        return columns;
    }
}
