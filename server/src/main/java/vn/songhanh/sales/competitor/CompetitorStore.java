package vn.songhanh.sales.competitor;

import static vn.songhanh.jooq.sales.Tables.COMPETITOR;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.NameSearch;
import vn.songhanh.shared.RecordStore;
import vn.songhanh.shared.RecordTable;
import vn.songhanh.shared.Sight;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Viewer;

@Component
class CompetitorStore extends RecordStore<Competitor.Details, Competitor, CompetitorView> {

    static final RecordTable<Competitor.Details, Competitor> TABLE = new RecordTable<>(
            SalesKinds.COMPETITOR,
            COMPETITOR,
            COMPETITOR.NAME,
            CompetitorFields.DETAILS,
            RecordTable.Rest.none(),
            row -> new Competitor(
                    new CompetitorId(row.uuid()),
                    row.version(),
                    CompetitorFields.DETAILS.read(row),
                    row.idOrNull(MemberId::new),
                    row.idOrNull(TeamId::new),
                    row.times()));

    CompetitorStore(DSLContext db, CompetitorFields fields) {
        super(db, TABLE, fields);
    }

    @Override
    protected Sight<CompetitorView> sight(Viewer viewer) {
        return Sight.of(row -> CompetitorView.of(TABLE.read(row), viewer));
    }

    @Override
    protected NameSearch searching(String needle) {
        return NameSearch.of(needle, COMPETITOR.NAME, COMPETITOR.FOLDED);
    }

    /** Until the transaction ends nobody else makes those that a file names. */
    void claimNames() {
        db.execute("select pg_advisory_xact_lock(hashtextextended('competitor names', 1))");
    }

    /** The living ones that have one of these folded names or ids. */
    List<Competitor> holders(Collection<String> foldedNames, Collection<UUID> ids, boolean held) {
        return living(
                COMPETITOR
                        .FOLDED
                        .eq(DSL.any(foldedNames.toArray(String[]::new)))
                        .or(COMPETITOR.ID.eq(DSL.any(ids.toArray(UUID[]::new)))),
                held);
    }
}
