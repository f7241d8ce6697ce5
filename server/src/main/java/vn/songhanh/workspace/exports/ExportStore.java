package vn.songhanh.workspace.exports;

import java.util.List;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.ExportSource;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;
import vn.songhanh.shared.Visibility;

/** Reads any number of rows without ever holding more than {@value #AT_ONCE} of them. */
@Component
class ExportStore {

    private static final int AT_ONCE = 1_000;

    private final DSLContext db;
    private final TransactionTemplate reading;

    ExportStore(DSLContext db, PlatformTransactionManager transactions) {
        this.db = db;
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /**
     * One statement, read through a cursor: every row stands in the file once and as it was at one moment, whatever is
     * changed meanwhile, and in any order, also that of a search. The driver reads by cursor in a transaction only.
     *
     * @param columns each row has their values in their order
     */
    void read(
            Viewer viewer,
            RecordKind kind,
            List<ExportColumns.Headed> columns,
            ExportSource.Rows rows,
            Consumer<Iterable<Record>> reader) {
        reading.executeWithoutResult(running -> {
            try (Cursor<Record> cursor = db.select(columns.stream()
                            .map(headed -> headed.column().value())
                            .toList())
                    .from(rows.from())
                    .where(rows.matching())
                    .and(visible(viewer, kind, Action.READ, rows))
                    .and(visible(viewer, kind, Action.EXPORT, rows))
                    .orderBy(rows.order())
                    .fetchSize(AT_ONCE)
                    .fetchLazy()) {
                reader.accept(cursor);
            }
        });
    }

    private static Condition visible(Viewer viewer, RecordKind kind, Action action, ExportSource.Rows rows) {
        return Visibility.of(viewer, kind, action, rows.ownerId(), rows.teamId());
    }
}
