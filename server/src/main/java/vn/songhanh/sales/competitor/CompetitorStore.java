package vn.songhanh.sales.competitor;

import static vn.songhanh.jooq.sales.Tables.COMPETITOR;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.shared.ExportSource;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.ListRequest;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.NameSearch;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.RecordTable;
import vn.songhanh.shared.Sight;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Viewer;

@Component
class CompetitorStore {

    static final RecordTable<Competitor.Details, Competitor> TABLE = new RecordTable<>(
            SalesKinds.COMPETITOR,
            COMPETITOR,
            CompetitorFields.DETAILS,
            RecordTable.Rest.none(),
            row -> new Competitor(
                    new CompetitorId(row.uuid()),
                    row.version(),
                    CompetitorFields.DETAILS.read(row),
                    row.idOrNull(MemberId::new),
                    row.idOrNull(TeamId::new),
                    row.times()));

    private final DSLContext db;
    private final CompetitorFields fields;

    CompetitorStore(DSLContext db, CompetitorFields fields) {
        this.db = db;
        this.fields = fields;
    }

    private static Sight<CompetitorView> sight(Viewer viewer) {
        return Sight.of(row -> CompetitorView.of(TABLE.read(row), viewer));
    }

    private static NameSearch searching(String typed) {
        return NameSearch.of(typed, COMPETITOR.NAME, COMPETITOR.FOLDED);
    }

    CompetitorView view(Viewer viewer, CompetitorId id) {
        return TABLE.view(db, viewer, id, sight(viewer));
    }

    CompetitorView viewOfWriter(Viewer viewer, CompetitorId id) {
        return TABLE.viewOfWriter(db, id, sight(viewer));
    }

    Page<CompetitorView> list(ListRequest request, FilterField.Context context) {
        return TABLE.list(db, request, context, fields.fields(), CompetitorStore::searching, sight(context.viewer()));
    }

    /** What {@link #list} gives, for a file. */
    ExportSource.Rows rows(ExportSource.Query query, FilterField.Context context) {
        return TABLE.rows(query, context, fields.fields(), CompetitorStore::searching);
    }

    List<CompetitorView> search(Viewer viewer, String typed, int limit) {
        return TABLE.search(db, viewer, searching(typed), limit, sight(viewer));
    }

    Map<UUID, String> names(Viewer viewer, Collection<UUID> ids) {
        return TABLE.names(db, viewer, ids, COMPETITOR.NAME);
    }

    Competitor lock(Viewer viewer, CompetitorId id, boolean deleted) {
        return TABLE.lock(db, viewer, id, deleted);
    }

    List<Competitor> lockAll(Collection<UUID> ids) {
        return TABLE.lockAll(db, ids);
    }

    /** Until the transaction ends nobody else makes those that a file names. */
    void claimNames() {
        db.execute("select pg_advisory_xact_lock(hashtextextended('competitor names', 1))");
    }

    /** The living ones that have one of these folded names or ids. */
    List<Competitor> holders(Collection<String> foldedNames, Collection<UUID> ids, boolean held) {
        Condition these = COMPETITOR
                .FOLDED
                .eq(DSL.any(foldedNames.toArray(String[]::new)))
                .or(COMPETITOR.ID.eq(DSL.any(ids.toArray(UUID[]::new))));
        return TABLE.living(db, these, held);
    }

    void insert(Competitor competitor) {
        TABLE.insert(db, competitor);
    }

    void save(Competitor competitor) {
        TABLE.save(db, competitor);
    }

    void insertAll(Collection<Competitor> competitors) {
        TABLE.insertAll(db, competitors);
    }

    void saveAll(Collection<Competitor> competitors) {
        TABLE.saveAll(db, competitors);
    }

    /** Puts those into the bin that nobody has changed since they were made. */
    Set<UUID> deleteUntouched(Collection<UUID> ids, Instant now) {
        return TABLE.deleteAll(db, ids, COMPETITOR.VERSION.eq(1L), now);
    }
}
