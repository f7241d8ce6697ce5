package vn.songhanh.alignment.handoff;

import static vn.songhanh.jooq.alignment.Tables.ROUTING;
import static vn.songhanh.jooq.alignment.Tables.ROUTING_TURN;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.MemberId;

@Component
class RoutingStore {

    private final DSLContext db;

    RoutingStore(DSLContext db) {
        this.db = db;
    }

    /** How many turns were given so far; nobody else gives one until the transaction ends. */
    long lock() {
        return db.select(ROUTING.TURNS).from(ROUTING).forUpdate().fetchSingle(ROUTING.TURNS);
    }

    /** The last turn of each, of those who had one. */
    Map<MemberId, Long> turns(Collection<MemberId> members) {
        UUID[] ids = members.stream().map(MemberId::value).toArray(UUID[]::new);
        return db.select(ROUTING_TURN.REP_ID, ROUTING_TURN.TURN)
                .from(ROUTING_TURN)
                .where(ROUTING_TURN.REP_ID.eq(DSL.any(ids)))
                .fetchMap(row -> new MemberId(row.value1()), row -> row.value2());
    }

    void save(long turns, Map<MemberId, Long> last) {
        UUID[] ids = last.keySet().stream().map(MemberId::value).toArray(UUID[]::new);
        Long[] numbers = last.values().toArray(Long[]::new);
        var given =
                DSL.table("unnest({0}, {1})", DSL.val(ids), DSL.val(numbers)).as("given", "rep_id", "turn");
        db.insertInto(ROUTING_TURN, ROUTING_TURN.REP_ID, ROUTING_TURN.TURN)
                .select(DSL.select(
                                DSL.field(DSL.name("given", "rep_id"), UUID.class),
                                DSL.field(DSL.name("given", "turn"), Long.class))
                        .from(given))
                .onConflict(ROUTING_TURN.REP_ID)
                .doUpdate()
                .set(ROUTING_TURN.TURN, DSL.excluded(ROUTING_TURN.TURN))
                .set(ROUTING_TURN.UPDATED_AT, DSL.currentOffsetDateTime())
                .execute();
        db.update(ROUTING).set(ROUTING.TURNS, turns).execute();
    }
}
