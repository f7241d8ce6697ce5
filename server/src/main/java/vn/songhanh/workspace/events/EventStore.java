package vn.songhanh.workspace.events;

import static vn.songhanh.jooq.workspace.Tables.EVENT;
import static vn.songhanh.jooq.workspace.Tables.EVENT_CURSOR;
import static vn.songhanh.jooq.workspace.Tables.EVENT_FAILURE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.DomainEvent;
import vn.songhanh.shared.EventName;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.LateWrites;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Via;
import vn.songhanh.shared.Viewer;

@Component
class EventStore {

    /** A place in the stream: everything up to and including it is done. */
    record Place(long xid, UUID id) {}

    /** An event as it lies in the table. */
    record Stored(
            Place place,
            String type,
            int version,
            String payload,
            @Nullable MemberId actor,
            Via via,
            Instant at) {}

    record Failure(
            UUID id,
            String consumer,
            Stored event,
            int attempts,
            @Nullable Instant nextTryAt,
            String error) {}

    /** Transactions at or above this number may still be running. */
    private static final Field<Long> HORIZON =
            DSL.field("pg_snapshot_xmin(pg_current_snapshot())::text::bigint", Long.class);

    private static final String APPEND = """
            insert into workspace.event (id, at, type, version, aggregate, actor, via, payload)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private final DSLContext db;
    private final EventForms forms;

    EventStore(DSLContext db, EventForms forms) {
        this.db = db;
        this.forms = forms;
    }

    void append(Viewer viewer, DomainEvent event, Instant at) {
        MemberId actor = viewer.actor();
        EventName name = EventForms.name(event.getClass());
        LateWrites.add(
                db,
                APPEND,
                Ids.next(),
                at.atOffset(ZoneOffset.UTC),
                name.value(),
                name.version(),
                event.aggregate(),
                actor == null ? null : actor.value(),
                viewer.via().name(),
                forms.write(event));
    }

    /** These consumers are there. One that is new hears what happens from now on, not the whole past. */
    void register(Collection<String> consumers, Instant now) {
        for (String consumer : consumers) {
            db.insertInto(EVENT_CURSOR)
                    .columns(EVENT_CURSOR.CONSUMER, EVENT_CURSOR.XID, EVENT_CURSOR.UPDATED_AT)
                    .select(DSL.select(DSL.val(consumer), HORIZON.minus(1L), DSL.val(now.atOffset(ZoneOffset.UTC))))
                    .onConflict(EVENT_CURSOR.CONSUMER)
                    .doUpdate()
                    .set(EVENT_CURSOR.UPDATED_AT, DSL.excluded(EVENT_CURSOR.UPDATED_AT))
                    .execute();
        }
    }

    /** Whether there is something for the consumer; asked without a lock, so that idleness writes nothing. */
    boolean someAfterPlaceOf(EventConsumer consumer) {
        Condition itsPlace = EVENT_CURSOR.CONSUMER.eq(consumer.name());
        Field<Long> xid =
                DSL.field(DSL.select(EVENT_CURSOR.XID).from(EVENT_CURSOR).where(itsPlace));
        Field<UUID> id =
                DSL.field(DSL.select(EVENT_CURSOR.ID).from(EVENT_CURSOR).where(itsPlace));
        return !wanted(consumer.types(), xid, id, 1).isEmpty();
    }

    /**
     * Lets this transaction's commit answer before it is on the disk. Where a crash then takes it back, it takes the
     * consumer's place back with what the handlers did, and the events are delivered again.
     */
    void flushLater() {
        db.execute("set local synchronous_commit to off");
    }

    /** The consumer's place, locked until the transaction ends; empty while another node works at it. */
    Optional<Place> lockPlace(String consumer, boolean wait) {
        var select = db.select(EVENT_CURSOR.XID, EVENT_CURSOR.ID)
                .from(EVENT_CURSOR)
                .where(EVENT_CURSOR.CONSUMER.eq(consumer));
        return (wait ? select.forUpdate() : select.forUpdate().skipLocked())
                .fetchOptional(row -> new Place(row.value1(), row.value2()));
    }

    List<Stored> after(Place place, Set<String> types, int limit) {
        return wanted(types, DSL.val(place.xid()), DSL.val(place.id()), limit);
    }

    /**
     * The first events of these types behind a place. For each type in order and with a limit, so that PostgreSQL goes
     * into the index at that place, whatever it believes to know of the table: asked by EXISTS, or for all types at once,
     * it would look from the beginning of the table, and they lie at its end.
     */
    private List<Stored> wanted(Set<String> types, Field<Long> xid, Field<UUID> id, int limit) {
        Table<?> wanted = wanted(types);
        Table<?> event = DSL.lateral(DSL.select(
                                EVENT.XID,
                                EVENT.ID,
                                EVENT.TYPE,
                                EVENT.VERSION,
                                EVENT.PAYLOAD,
                                EVENT.ACTOR,
                                EVENT.VIA,
                                EVENT.AT)
                        .from(EVENT)
                        .where(EVENT.TYPE.eq(wanted.field("type", String.class)))
                        .and(DSL.row(EVENT.XID, EVENT.ID).gt(xid, id))
                        .and(EVENT.XID.lt(HORIZON))
                        .orderBy(EVENT.XID, EVENT.ID)
                        .limit(DSL.inline(limit)))
                .as("of_type");
        return db.select(event.fields())
                .from(wanted)
                .crossJoin(event)
                .orderBy(event.field(EVENT.XID), event.field(EVENT.ID))
                .limit(DSL.inline(limit))
                .fetch(row -> new Stored(
                        new Place(row.get(EVENT.XID), row.get(EVENT.ID)),
                        row.get(EVENT.TYPE),
                        row.get(EVENT.VERSION),
                        row.get(EVENT.PAYLOAD).data(),
                        member(row.get(EVENT.ACTOR)),
                        Via.valueOf(row.get(EVENT.VIA)),
                        row.get(EVENT.AT).toInstant()));
    }

    /** Whether one of these types was recorded that nobody may read yet, because an older transaction still runs. */
    boolean someHeldBack(Set<String> types) {
        Table<?> wanted = wanted(types);
        Table<?> newest = DSL.lateral(DSL.select(EVENT.XID)
                        .from(EVENT)
                        .where(EVENT.TYPE.eq(wanted.field("type", String.class)))
                        .orderBy(EVENT.XID.desc(), EVENT.ID.desc())
                        .limit(DSL.inline(1)))
                .as("newest");
        return db.fetchExists(db.selectOne()
                .from(wanted)
                .crossJoin(newest)
                .where(newest.field(EVENT.XID).ge(HORIZON)));
    }

    private static Table<?> wanted(Set<String> types) {
        return DSL.unnest(types.toArray(String[]::new)).as("wanted", "type");
    }

    void moveTo(String consumer, Place place, Instant now) {
        db.update(EVENT_CURSOR)
                .set(EVENT_CURSOR.XID, place.xid())
                .set(EVENT_CURSOR.ID, place.id())
                .set(EVENT_CURSOR.UPDATED_AT, now.atOffset(ZoneOffset.UTC))
                .where(EVENT_CURSOR.CONSUMER.eq(consumer))
                .execute();
    }

    void fail(String consumer, Stored event, String error, Instant now, Instant nextTryAt) {
        db.insertInto(EVENT_FAILURE)
                .set(EVENT_FAILURE.CONSUMER, consumer)
                .set(EVENT_FAILURE.EVENT_ID, event.place().id())
                .set(EVENT_FAILURE.TYPE, event.type())
                .set(EVENT_FAILURE.VERSION, (short) event.version())
                .set(EVENT_FAILURE.PAYLOAD, JSONB.valueOf(event.payload()))
                .set(
                        EVENT_FAILURE.ACTOR,
                        event.actor() == null ? null : event.actor().value())
                .set(EVENT_FAILURE.VIA, event.via().name())
                .set(EVENT_FAILURE.AT, event.at().atOffset(ZoneOffset.UTC))
                .set(EVENT_FAILURE.ATTEMPTS, 1)
                .set(EVENT_FAILURE.NEXT_TRY_AT, nextTryAt.atOffset(ZoneOffset.UTC))
                .set(EVENT_FAILURE.ERROR, error)
                .set(EVENT_FAILURE.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
    }

    /** The next failure that is due, locked; skips those that another node is at. */
    Optional<Failure> lockDueFailure(Instant now) {
        return db.selectFrom(EVENT_FAILURE)
                .where(EVENT_FAILURE.NEXT_TRY_AT.le(now.atOffset(ZoneOffset.UTC)))
                .orderBy(EVENT_FAILURE.NEXT_TRY_AT)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional(EventStore::failure);
    }

    void failedAgain(UUID failure, int attempts, String error, @Nullable Instant nextTryAt) {
        db.update(EVENT_FAILURE)
                .set(EVENT_FAILURE.ATTEMPTS, attempts)
                .set(EVENT_FAILURE.ERROR, error)
                .set(EVENT_FAILURE.NEXT_TRY_AT, nextTryAt == null ? null : nextTryAt.atOffset(ZoneOffset.UTC))
                .where(EVENT_FAILURE.ID.eq(failure))
                .execute();
    }

    void succeeded(UUID failure) {
        db.deleteFrom(EVENT_FAILURE).where(EVENT_FAILURE.ID.eq(failure)).execute();
    }

    /** Failures that still will be tried again, and those that are parked; newest first. */
    List<Failure> failures(int limit) {
        return db.selectFrom(EVENT_FAILURE)
                .orderBy(EVENT_FAILURE.ID.desc())
                .limit(limit)
                .fetch(EventStore::failure);
    }

    /** @return whether there was such a failure */
    boolean tryNow(UUID failure, Instant now) {
        return db.update(EVENT_FAILURE)
                        .set(EVENT_FAILURE.NEXT_TRY_AT, now.atOffset(ZoneOffset.UTC))
                        .where(EVENT_FAILURE.ID.eq(failure))
                        .execute()
                == 1;
    }

    /** Forgets the places of consumers that are not there, and were not since then, and deliveries to them that failed. */
    void forgetAbsent(Collection<String> present, Instant since) {
        db.deleteFrom(EVENT_CURSOR)
                .where(EVENT_CURSOR.CONSUMER.notIn(present))
                .and(EVENT_CURSOR.UPDATED_AT.lt(since.atOffset(ZoneOffset.UTC)))
                .execute();
        db.deleteFrom(EVENT_FAILURE)
                .where(EVENT_FAILURE.CONSUMER.notIn(
                        DSL.select(EVENT_CURSOR.CONSUMER).from(EVENT_CURSOR)))
                .execute();
    }

    /** Events that are older than the given moment and that each of the consumers has passed or does not want. */
    int deleteBefore(Instant moment, Collection<EventConsumer> consumers) {
        return db.deleteFrom(EVENT)
                .where(EVENT.AT.lt(moment.atOffset(ZoneOffset.UTC)))
                .and(DSL.and(consumers.stream().map(EventStore::isDone).toList()))
                .execute();
    }

    private static Condition isDone(EventConsumer consumer) {
        return EVENT.TYPE
                .notIn(consumer.types())
                .or(DSL.exists(DSL.selectOne()
                        .from(EVENT_CURSOR)
                        .where(EVENT_CURSOR.CONSUMER.eq(consumer.name()))
                        .and(DSL.row(EVENT.XID, EVENT.ID).le(EVENT_CURSOR.XID, EVENT_CURSOR.ID))));
    }

    private static Failure failure(Record row) {
        var next = row.get(EVENT_FAILURE.NEXT_TRY_AT);
        return new Failure(
                row.get(EVENT_FAILURE.ID),
                row.get(EVENT_FAILURE.CONSUMER),
                new Stored(
                        new Place(0, row.get(EVENT_FAILURE.EVENT_ID)),
                        row.get(EVENT_FAILURE.TYPE),
                        row.get(EVENT_FAILURE.VERSION),
                        row.get(EVENT_FAILURE.PAYLOAD).data(),
                        member(row.get(EVENT_FAILURE.ACTOR)),
                        Via.valueOf(row.get(EVENT_FAILURE.VIA)),
                        row.get(EVENT_FAILURE.AT).toInstant()),
                row.get(EVENT_FAILURE.ATTEMPTS),
                next == null ? null : next.toInstant(),
                row.get(EVENT_FAILURE.ERROR));
    }

    private static @Nullable MemberId member(@Nullable UUID id) {
        return id == null ? null : new MemberId(id);
    }
}
