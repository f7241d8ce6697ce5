package vn.songhanh.contacts.lifecycle;

import static vn.songhanh.contacts.Columns.utc;
import static vn.songhanh.contacts.Columns.value;
import static vn.songhanh.jooq.contacts.Tables.LIFECYCLE_CHANGE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.songhanh.contacts.Columns;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.company.CompanyId;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.shared.Bulk;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.LateWrites;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Via;
import vn.songhanh.shared.Viewer;

/** Moves contacts and companies alike, and writes the history in the same statement. */
@Component
class LifecycleStore {

    /** Who moves them, why and when. */
    record Move(
            Viewer viewer,
            LifecycleStage to,
            Cause cause,
            @Nullable String reason,
            @Nullable UUID ref,
            Instant at,
            Instant now) {

        Move to(LifecycleStage other) {
            return new Move(viewer, other, cause, reason, ref, at, now);
        }
    }

    private static final String HISTORY = """
            insert into contacts.lifecycle_change
                (subject_kind, subject_id, from_stage, to_stage, at, logged_at, cause, actor_id, via, reason, ref,
                 other_kind_id)
            """;

    /**
     * Holds all who are named, people before companies and each in the order of their ids, also those who stay where
     * they are: whoever takes another deal of theirs away at this moment waits and then sees the deal that advances
     * them here, or is waited for.
     */
    private static final String ADVANCE = """
            with held_contact as materialized (
                select id, lifecycle_stage from contacts.contact
                where id = any({3}) and deleted_at is null order by id for no key update),
            contact as (
                update contacts.contact c
                set lifecycle_stage = {0}, lifecycle_since = {1}, updated_at = {2}, version = version + 1,
                    other_kind_id = null
                from held_contact h
                where c.id = h.id and h.lifecycle_stage = any({4})
                returning c.id, old.lifecycle_stage as from_stage),
            held_company as materialized (
                select id, lifecycle_stage from contacts.company
                where id = any({5}) and deleted_at is null and (select count(*) from held_contact) >= 0
                order by id for no key update),
            company as (
                update contacts.company c
                set lifecycle_stage = {0}, lifecycle_since = {1}, updated_at = {2}, version = version + 1,
                    other_kind_id = null
                from held_company h
                where c.id = h.id and h.lifecycle_stage = any({4})
                returning c.id, old.lifecycle_stage as from_stage)
            """ + HISTORY + """
            select kind, id, from_stage, {0}, {1}, {2}, {6}, {7}, {8}, {9}, {10}, null
            from (select 'CONTACT' as kind, id, from_stage from contact
                  union all
                  select 'COMPANY', id, from_stage from company) as moved
            returning subject_kind, subject_id, from_stage
            """;

    /** As {@link #ADVANCE}, each with a moment and a reference of its own. */
    private static final String ADVANCE_EACH = """
            with wanted as materialized (
                select distinct on (kind, id) kind, id, at, ref
                from unnest({3}, {5}, {11}, {12}) as wanted (kind, id, at, ref)
                order by kind, id, at),
            held_contact as materialized (
                select id, lifecycle_stage from contacts.contact
                where id in (select id from wanted where kind = 'CONTACT') and deleted_at is null
                order by id for no key update),
            contact as (
                update contacts.contact c
                set lifecycle_stage = {0}, lifecycle_since = w.at, updated_at = {2}, version = version + 1,
                    other_kind_id = null
                from wanted w, held_contact h
                where w.kind = 'CONTACT' and c.id = w.id and h.id = w.id and h.lifecycle_stage = any({4})
                returning c.id, old.lifecycle_stage as from_stage, w.at, w.ref),
            held_company as materialized (
                select id, lifecycle_stage from contacts.company
                where id in (select id from wanted where kind = 'COMPANY') and deleted_at is null
                    and (select count(*) from held_contact) >= 0
                order by id for no key update),
            company as (
                update contacts.company c
                set lifecycle_stage = {0}, lifecycle_since = w.at, updated_at = {2}, version = version + 1,
                    other_kind_id = null
                from wanted w, held_company h
                where w.kind = 'COMPANY' and c.id = w.id and h.id = w.id and h.lifecycle_stage = any({4})
                returning c.id, old.lifecycle_stage as from_stage, w.at, w.ref)
            """ + HISTORY + """
            select kind, id, from_stage, {0}, at, {2}, {6}, {7}, {8}, {9}, ref, null
            from (select 'CONTACT' as kind, id, from_stage, at, ref from contact
                  union all
                  select 'COMPANY', id, from_stage, at, ref from company) as moved
            returning subject_kind, subject_id, from_stage
            """;

    /** Whoever turns out to be no lead is not fit. */
    private static final String RECYCLE = """
            with moved as (
                update contacts.%1$s
                set lifecycle_stage = {0}, lifecycle_since = {1}, recycle_count = recycle_count + 1,
                    recycled_at = {1}, updated_at = {2}, version = version + 1,
                    other_kind_id = case when {0} = 'OTHER'
                        then (select k.id from contacts.other_kind k where k.code = 'NOT_FIT') end
                where id = any({3}) and lifecycle_stage = any({4}) and deleted_at is null
                returning id, old.lifecycle_stage as from_stage, other_kind_id)
            """ + HISTORY + """
            select '%2$s', id, from_stage, {0}, {1}, {2}, {6}, {7}, {8}, {9}, {10}, other_kind_id
            from moved
            returning subject_kind, subject_id, from_stage
            """;

    private static final String SET_ALL = """
            with moved as (
                update contacts.%1$s c
                set lifecycle_stage = {0}, lifecycle_since = {1}, updated_at = {2}, version = version + 1,
                    other_kind_id = case when {0} = 'OTHER'
                        then (select l.other_kind_id from contacts.lifecycle_change l
                              where l.subject_id = c.id and l.to_stage = 'OTHER'
                              order by l.logged_at desc, l.id desc limit 1) end
                where id = any({3}) and deleted_at is null
                returning id, old.lifecycle_stage as from_stage, other_kind_id)
            """ + HISTORY + """
            select '%2$s', id, from_stage, {0}, {1}, {2}, {4}, {5}, {6}, {7}, {8}, other_kind_id
            from moved
            returning subject_kind, subject_id, from_stage
            """;

    private final DSLContext db;

    LifecycleStore(DSLContext db) {
        this.db = db;
    }

    List<LifecycleStageChanged.Change> advance(Move move, UUID[] contacts, UUID[] companies) {
        String[] from = LifecycleStage.names(move.to().reachableFrom(move.cause()));
        return db.resultQuery(
                        ADVANCE,
                        DSL.val(move.to().name()),
                        DSL.val(utc(move.at())),
                        DSL.val(utc(move.now())),
                        DSL.val(contacts),
                        DSL.val(from),
                        DSL.val(companies),
                        DSL.val(move.cause().name()),
                        DSL.val(value(move.viewer().actor()), UUID.class),
                        DSL.val(move.viewer().via().name()),
                        DSL.val(move.reason(), String.class),
                        DSL.val(move.ref(), UUID.class))
                .fetch(row -> change(row, move.to()));
    }

    List<LifecycleStageChanged.Change> advanceEach(Move move, Collection<Lifecycle.Advance> advances) {
        List<Lifecycle.Advance> all = List.copyOf(advances);
        String[] from = LifecycleStage.names(move.to().reachableFrom(move.cause()));
        return db.resultQuery(
                        ADVANCE_EACH,
                        DSL.val(move.to().name()),
                        DSL.inline(""),
                        DSL.val(utc(move.now())),
                        DSL.val(all.stream().map(each -> each.kind().name()).toArray(String[]::new)),
                        DSL.val(from),
                        DSL.val(all.stream().map(Lifecycle.Advance::id).toArray(UUID[]::new)),
                        DSL.val(move.cause().name()),
                        DSL.val(value(move.viewer().actor()), UUID.class),
                        DSL.val(move.viewer().via().name()),
                        DSL.val(move.reason(), String.class),
                        DSL.inline(""),
                        DSL.val(all.stream().map(each -> utc(each.at())).toArray(OffsetDateTime[]::new)),
                        DSL.val(all.stream().map(Lifecycle.Advance::ref).toArray(UUID[]::new)))
                .fetch(row -> change(row, move.to()));
    }

    List<LifecycleStageChanged.Change> recycle(RecordKind kind, Move move, UUID[] ids, String[] from) {
        return db.resultQuery(
                        RECYCLE.formatted(table(kind), kind.name()),
                        DSL.val(move.to().name()),
                        DSL.val(utc(move.at())),
                        DSL.val(utc(move.now())),
                        DSL.val(ids),
                        DSL.val(from),
                        DSL.inline(""),
                        DSL.val(move.cause().name()),
                        DSL.val(value(move.viewer().actor()), UUID.class),
                        DSL.val(move.viewer().via().name()),
                        DSL.val(move.reason(), String.class),
                        DSL.val(move.ref(), UUID.class))
                .fetch(row -> change(row, move.to()));
    }

    /** Sets the stage of many, whatever it was, and writes their histories. */
    List<LifecycleStageChanged.Change> setAll(RecordKind kind, Move move, Collection<UUID> ids) {
        return db.resultQuery(
                        SET_ALL.formatted(table(kind), kind.name()),
                        DSL.val(move.to().name()),
                        DSL.val(utc(move.at())),
                        DSL.val(utc(move.now())),
                        DSL.val(ids.toArray(UUID[]::new)),
                        DSL.val(move.cause().name()),
                        DSL.val(value(move.viewer().actor()), UUID.class),
                        DSL.val(move.viewer().via().name()),
                        DSL.val(move.reason(), String.class),
                        DSL.val(move.ref(), UUID.class))
                .fetch(row -> change(row, move.to()));
    }

    /** Sets one record's stage, whatever it was; the rows of its history are the caller's to write. */
    void set(RecordKind kind, UUID id, LifecycleStage to, @Nullable OtherKindId otherKind, Instant at, Instant now) {
        db.query(
                        "update contacts.%s set lifecycle_stage = {0}, lifecycle_since = {1}, updated_at = {2},"
                                        .formatted(table(kind))
                                + " version = version + 1, other_kind_id = {4} where id = {3}",
                        DSL.val(to.name()),
                        DSL.val(utc(at)),
                        DSL.val(utc(now)),
                        DSL.val(id),
                        DSL.val(value(otherKind), UUID.class))
                .execute();
    }

    void write(
            RecordKind kind,
            UUID id,
            @Nullable LifecycleStage from,
            @Nullable LifecycleStage to,
            @Nullable OtherKindId otherKind,
            Move move) {
        LateWrites.add(
                db,
                HISTORY + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                kind.name(),
                id,
                Columns.name(from),
                Columns.name(to),
                utc(move.at()),
                utc(move.now()),
                move.cause().name(),
                value(move.viewer().actor()),
                move.viewer().via().name(),
                move.reason(),
                move.ref(),
                value(otherKind));
    }

    /** The first rows of the histories of many. */
    void beginAll(RecordKind kind, Collection<Lifecycle.Beginning> beginnings, Move move) {
        Bulk.insert(db, LIFECYCLE_CHANGE, beginnings.stream().map(each -> {
            Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
            row.put(LIFECYCLE_CHANGE.ID, Ids.next());
            row.put(LIFECYCLE_CHANGE.SUBJECT_KIND, kind.name());
            row.put(LIFECYCLE_CHANGE.SUBJECT_ID, each.id());
            row.put(LIFECYCLE_CHANGE.TO_STAGE, each.stage().name());
            row.put(LIFECYCLE_CHANGE.AT, utc(each.at()));
            row.put(LIFECYCLE_CHANGE.LOGGED_AT, utc(move.now()));
            row.put(LIFECYCLE_CHANGE.CAUSE, move.cause().name());
            row.put(LIFECYCLE_CHANGE.ACTOR_ID, value(move.viewer().actor()));
            row.put(LIFECYCLE_CHANGE.VIA, move.viewer().via().name());
            row.put(LIFECYCLE_CHANGE.REF, move.ref());
            row.put(LIFECYCLE_CHANGE.OTHER_KIND_ID, value(each.otherKind()));
            return row;
        }));
    }

    List<LifecycleChange> history(UUID id) {
        return histories(List.of(id)).getOrDefault(id, List.of());
    }

    record LastMove(@Nullable LifecycleStage from, Cause cause, Instant loggedAt) {}

    /** The last moves of those of them whose last it was that came by {@code ref}. */
    Map<UUID, LastMove> lastMoves(Collection<UUID> ids, UUID ref) {
        Map<UUID, LastMove> moves = new HashMap<>();
        db.resultQuery("""
                        select distinct on (subject_id) subject_id, from_stage, cause, logged_at, ref
                        from contacts.lifecycle_change
                        where subject_id = any({0})
                        order by subject_id, logged_at desc, id desc
                        """, DSL.val(ids.toArray(UUID[]::new))).forEach(row -> {
            if (ref.equals(row.get(4, UUID.class))) {
                moves.put(
                        Objects.requireNonNull(row.get(0, UUID.class)),
                        new LastMove(
                                Columns.stage(row.get(1, String.class)),
                                Cause.valueOf(row.get(2, String.class)),
                                row.get(3, OffsetDateTime.class).toInstant()));
            }
        });
        return moves;
    }

    /** In the order in which they were written down. */
    Map<UUID, List<LifecycleChange>> histories(Collection<UUID> ids) {
        Map<UUID, List<LifecycleChange>> histories = new HashMap<>();
        db.selectFrom(LIFECYCLE_CHANGE)
                .where(LIFECYCLE_CHANGE.SUBJECT_ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .orderBy(LIFECYCLE_CHANGE.LOGGED_AT, LIFECYCLE_CHANGE.ID)
                .forEach(row -> histories
                        .computeIfAbsent(row.getSubjectId(), id -> new ArrayList<>())
                        .add(new LifecycleChange(
                                Columns.stage(row.getFromStage()),
                                Columns.stage(row.getToStage()),
                                row.getAt().toInstant(),
                                Cause.valueOf(row.getCause()),
                                Columns.member(row.getActorId()),
                                Via.valueOf(row.getVia()),
                                row.getReason(),
                                Columns.otherKind(row.getOtherKindId()))));
        return histories;
    }

    /** The present stages of those that live, held until the transaction ends. */
    Map<UUID, LifecycleStage> lockStages(RecordKind kind, Collection<UUID> ids) {
        Map<UUID, LifecycleStage> stages = new HashMap<>();
        db.resultQuery(
                        "select id, lifecycle_stage from contacts.%s where id = any({0}) and deleted_at is null"
                                        .formatted(table(kind))
                                + " order by id for no key update",
                        DSL.val(ids.toArray(UUID[]::new)))
                .forEach(row -> stages.put(
                        Objects.requireNonNull(row.get(0, UUID.class)),
                        LifecycleStage.valueOf(row.get(1, String.class))));
        return stages;
    }

    /** The people of these companies who stand below the stage. */
    List<ContactId> peopleBelow(Collection<CompanyId> companies, LifecycleStage stage) {
        return db.resultQuery(
                        "select id from contacts.contact where company_id = any({0}) and lifecycle_stage = any({1})"
                                + " and deleted_at is null",
                        DSL.val(Columns.values(companies)),
                        DSL.val(LifecycleStage.names(stage.reachableFrom(Cause.COMPANY))))
                .fetch(row -> new ContactId(row.get(0, UUID.class)));
    }

    /** Where the living companies of these contacts stand, by contact. */
    Map<UUID, LifecycleStage> companyStages(Collection<UUID> contacts) {
        Map<UUID, LifecycleStage> stages = new HashMap<>();
        db.resultQuery(
                        "select c.id, k.lifecycle_stage from contacts.contact c"
                                + " join contacts.company k on k.id = c.company_id and k.deleted_at is null"
                                + " where c.id = any({0})",
                        DSL.val(contacts.toArray(UUID[]::new)))
                .forEach(row -> stages.put(
                        Objects.requireNonNull(row.get(0, UUID.class)),
                        LifecycleStage.valueOf(row.get(1, String.class))));
        return stages;
    }

    /** The people of these companies whom deals or their company ever moved, and those whom this operation did. */
    List<ContactId> peopleMovedWith(Collection<CompanyId> companies, UUID operation) {
        return db.resultQuery(
                        """
                        select c.id from contacts.contact c
                        where c.company_id = any({0}) and c.deleted_at is null
                            and exists (select from contacts.lifecycle_change l
                                        where l.subject_id = c.id and l.cause = any({1}))
                        union
                        select subject_id from contacts.lifecycle_change
                        where ref = {2} and cause = {3} and subject_kind = 'CONTACT'
                        """,
                        DSL.val(Columns.values(companies)),
                        DSL.val(Stream.of(Cause.COMPANY, Cause.DEAL_OPENED, Cause.DEAL_WON, Cause.DEAL_REVERSED)
                                .map(Cause::name)
                                .toArray(String[]::new)),
                        DSL.val(operation),
                        DSL.val(Cause.COMPANY.name()))
                .fetch(row -> new ContactId(row.get(0, UUID.class)));
    }

    private static String table(RecordKind kind) {
        if (!kind.equals(ContactKinds.CONTACT) && !kind.equals(ContactKinds.COMPANY)) {
            throw new IllegalArgumentException("has no lifecycle: " + kind);
        }
        return kind.equals(ContactKinds.CONTACT) ? "contact" : "company";
    }

    private static LifecycleStageChanged.Change change(Record row, LifecycleStage to) {
        return new LifecycleStageChanged.Change(
                RecordKind.valueOf(row.get(0, String.class)),
                row.get(1, UUID.class),
                Columns.stage(row.get(2, String.class)),
                to);
    }
}
