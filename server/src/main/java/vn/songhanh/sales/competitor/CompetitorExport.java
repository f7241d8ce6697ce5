package vn.songhanh.sales.competitor;

import static vn.songhanh.jooq.sales.Tables.COMPETITOR;

import java.util.List;
import org.jooq.Field;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.shared.ExportSource;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;

/** Competitors in a file. */
@Component
class CompetitorExport implements ExportSource {

    private final CompetitorStore store;

    CompetitorExport(CompetitorStore store) {
        this.store = store;
    }

    @Override
    public RecordKind kind() {
        return SalesKinds.COMPETITOR;
    }

    @Override
    public List<Column<?>> columns(Viewer viewer) {
        List<Column<?>> columns = CompetitorFields.DETAILS.exported();
        columns.addAll(CompetitorStore.TABLE.exported());
        return columns;
    }

    @Override
    public Field<JSONB> custom() {
        return COMPETITOR.CUSTOM;
    }

    @Override
    public Rows rows(Query query, FilterField.Context context) {
        return store.rows(query, context);
    }
}
