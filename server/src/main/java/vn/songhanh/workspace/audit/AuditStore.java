package vn.songhanh.workspace.audit;

import static vn.songhanh.jooq.workspace.Tables.AUDIT_CHECK;
import static vn.songhanh.jooq.workspace.Tables.AUDIT_ENTRY;
import static vn.songhanh.jooq.workspace.Tables.AUDIT_SEAL;
import static vn.songhanh.jooq.workspace.Tables.MEMBER;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.jooq.workspace.tables.records.AuditSealRecord;
import vn.songhanh.shared.Copy;
import vn.songhanh.shared.FieldSet;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Keyset;
import vn.songhanh.shared.LateWrites;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Via;
import vn.songhanh.workspace.WorkspaceKinds;

@Repository
class AuditStore {

    private static final List<Field<?>> COLUMNS = List.of(
            AUDIT_ENTRY.ID,
            AUDIT_ENTRY.AT,
            AUDIT_ENTRY.ACTOR_ID,
            AUDIT_ENTRY.VIA,
            AUDIT_ENTRY.KIND,
            AUDIT_ENTRY.RECORD_ID,
            AUDIT_ENTRY.ACTION,
            AUDIT_ENTRY.BEFORE,
            AUDIT_ENTRY.AFTER,
            AUDIT_ENTRY.SALT,
            AUDIT_ENTRY.DIGEST);

    private static final List<Field<?>> SEALED = List.of(
            AUDIT_ENTRY.XID,
            AUDIT_ENTRY.ID,
            AUDIT_ENTRY.AT,
            AUDIT_ENTRY.ACTOR_ID,
            AUDIT_ENTRY.VIA,
            AUDIT_ENTRY.KIND,
            AUDIT_ENTRY.RECORD_ID,
            AUDIT_ENTRY.ACTION,
            AUDIT_ENTRY.DIGEST);

    private static final FieldSet FIELDS = new FieldSet(WorkspaceKinds.WORKSPACE).sortable("at", AUDIT_ENTRY.AT);

    /** Transactions at or above this number may still be running, and may still add entries. */
    private static final Field<Long> HORIZON =
            DSL.field("pg_snapshot_xmin(pg_current_snapshot())::text::bigint", Long.class);

    private static final int STREAMED = 1_000;

    private static final String ADD = LateWrites.insertInto(AUDIT_ENTRY, COLUMNS);

    private final DSLContext db;
    private final JsonMapper json;

    AuditStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void add(AuditEntry entry) {
        LateWrites.add(db, ADD, values(entry));
    }

    void addAll(List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Copy.into(db, AUDIT_ENTRY, COLUMNS, copy -> {
            for (AuditEntry entry : entries) {
                copy.row(values(entry));
            }
        });
    }

    /** In the order of {@link #COLUMNS}. */
    private static @Nullable Object[] values(AuditEntry entry) {
        return new @Nullable Object[] {
            entry.id(),
            entry.at().atOffset(ZoneOffset.UTC),
            entry.actor() == null ? null : entry.actor().value(),
            entry.via().name(),
            entry.kind().name(),
            entry.recordId(),
            entry.action(),
            entry.before(),
            entry.after(),
            entry.salt(),
            entry.digest()
        };
    }

    Set<UUID> changedByPeople(Collection<UUID> records) {
        return db.selectDistinct(AUDIT_ENTRY.RECORD_ID)
                .from(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.RECORD_ID.eq(DSL.any(records.toArray(UUID[]::new))))
                .and(AUDIT_ENTRY.ACTOR_ID.isNotNull())
                .and(AUDIT_ENTRY.VIA.notIn(Via.SYSTEM.name(), Via.AUTOMATION.name()))
                .fetchSet(AUDIT_ENTRY.RECORD_ID);
    }

    /** The latest first; without those of hidden kinds. */
    Page<AuditLine> page(
            AuditTrail.Query query,
            Set<RecordKind> hidden,
            ZoneId zone,
            @Nullable String cursor,
            @Nullable Integer limit) {
        return page(asked(query, zone).and(shown(hidden)), cursor, limit);
    }

    /** Without those by which no fact changed: an import that only added a note, or moved the record on. */
    Page<AuditLine> ofRecord(
            RecordKind kind, UUID id, Set<String> actions, @Nullable String cursor, @Nullable Integer limit) {
        return page(
                AUDIT_ENTRY
                        .RECORD_ID
                        .eq(id)
                        .and(AUDIT_ENTRY.KIND.eq(kind.name()))
                        .and(AUDIT_ENTRY.ACTION.in(actions))
                        .and(AUDIT_ENTRY
                                .AFTER
                                .isNull()
                                .or(AUDIT_ENTRY.AFTER.cast(String.class).ne("{}"))),
                cursor,
                limit);
    }

    private Page<AuditLine> page(Condition condition, @Nullable String cursor, @Nullable Integer limit) {
        Keyset keyset = Keyset.of(FIELDS, AUDIT_ENTRY.ID, null, "-at", cursor, limit);
        return keyset.page(
                db.select(COLUMNS)
                        .select(MEMBER.FULL_NAME)
                        .select(keyset.columns())
                        .from(AUDIT_ENTRY)
                        .leftJoin(MEMBER)
                        .on(MEMBER.ID.eq(AUDIT_ENTRY.ACTOR_ID))
                        .where(condition)
                        .and(keyset.after())
                        .orderBy(keyset.order())
                        .limit(keyset.fetch())
                        .fetch(),
                this::line);
    }

    private static Condition shown(Set<RecordKind> hidden) {
        return hidden.isEmpty()
                ? DSL.noCondition()
                : AUDIT_ENTRY.KIND.notIn(hidden.stream().map(RecordKind::name).toList());
    }

    private static Condition asked(AuditTrail.Query query, ZoneId zone) {
        List<Condition> conditions = new ArrayList<>();
        if (query.kind() != null) {
            // Written out, since the index of the seldom kinds serves no parameter.
            conditions.add(AUDIT_ENTRY.KIND.eq(DSL.inline(query.kind().name())));
        }
        if (query.recordId() != null) {
            conditions.add(AUDIT_ENTRY.RECORD_ID.eq(query.recordId()));
        }
        if (query.actorId() != null) {
            conditions.add(AUDIT_ENTRY.ACTOR_ID.eq(query.actorId()));
        }
        if (query.action() != null) {
            conditions.add(AUDIT_ENTRY.ACTION.eq(Text.clean(query.action(), "action")));
        }
        if (query.from() != null) {
            conditions.add(AUDIT_ENTRY.AT.ge(begin(query.from(), zone, "from")));
        }
        if (query.to() != null) {
            conditions.add(AUDIT_ENTRY.AT.lt(begin(query.to(), zone, "to").plusDays(1)));
        }
        return DSL.and(conditions);
    }

    private static OffsetDateTime begin(LocalDate date, ZoneId zone, String field) {
        if (date.getYear() < 1900 || date.getYear() > 9999) {
            throw new Invalid(field, "not-a-date");
        }
        return date.atStartOfDay(zone).toOffsetDateTime();
    }

    private AuditLine line(Record row) {
        AuditEntry entry = entry(row);
        MemberId actor = entry.actor();
        return new AuditLine(
                entry.id(),
                entry.at(),
                actor == null ? null : new AuditLine.Actor(actor.value(), row.get(MEMBER.FULL_NAME)),
                entry.via(),
                entry.kind(),
                entry.recordId(),
                null,
                entry.action(),
                entry.before() == null ? null : json.readTree(entry.before()),
                entry.after() == null ? null : json.readTree(entry.after()),
                entry.salt() == null,
                Map.of());
    }

    /** Without their values, of which a seal only knows the digest. */
    List<AuditSeal.Placed> following(AuditSeal.Place place, int limit) {
        return db.select(SEALED)
                .from(AUDIT_ENTRY)
                .where(after(place))
                .and(AUDIT_ENTRY.XID.lt(HORIZON))
                .orderBy(AUDIT_ENTRY.XID, AUDIT_ENTRY.ID)
                .limit(limit)
                .fetch(row -> new AuditSeal.Placed(place(row), bare(row)));
    }

    int waiting(AuditSeal.Place place, int most) {
        return db.fetchCount(
                DSL.selectOne().from(AUDIT_ENTRY).where(after(place)).limit(most));
    }

    Optional<AuditSeal> lastSeal() {
        return db.selectFrom(AUDIT_SEAL)
                .orderBy(AUDIT_SEAL.NUMBER.desc())
                .limit(1)
                .fetchOptional(AuditStore::seal);
    }

    /** @return whether no other node had set that seal before */
    boolean add(AuditSeal seal) {
        return db.insertInto(AUDIT_SEAL)
                        .set(AUDIT_SEAL.NUMBER, seal.number())
                        .set(AUDIT_SEAL.UPTO_XID, seal.upto().xid())
                        .set(AUDIT_SEAL.UPTO_ID, seal.upto().id())
                        .set(AUDIT_SEAL.ENTRIES, seal.entries())
                        .set(AUDIT_SEAL.TOTAL, seal.total())
                        .set(AUDIT_SEAL.DIGEST, seal.digest())
                        .set(AUDIT_SEAL.SEALED_AT, seal.at().atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Streams all seals and all that they vouch for. Needs a transaction, or the driver reads everything at once. */
    <T> T walk(BiFunction<Iterator<AuditSeal>, Iterator<AuditSeal.Placed>, T> walker) {
        AuditSeal.Place end = lastSeal().orElse(AuditSeal.NONE).upto();
        try (var seals = db.selectFrom(AUDIT_SEAL)
                        .orderBy(AUDIT_SEAL.NUMBER)
                        .fetchSize(STREAMED)
                        .fetchLazy();
                var entries = db.select(COLUMNS)
                        .select(AUDIT_ENTRY.XID)
                        .from(AUDIT_ENTRY)
                        .where(DSL.row(AUDIT_ENTRY.XID, AUDIT_ENTRY.ID).le(end.xid(), end.id()))
                        .orderBy(AUDIT_ENTRY.XID, AUDIT_ENTRY.ID)
                        .fetchSize(STREAMED)
                        .fetchLazy()) {
            return walker.apply(
                    seals.stream().map(AuditStore::seal).iterator(),
                    entries.stream()
                            .map(row -> new AuditSeal.Placed(place(row), entry(row)))
                            .iterator());
        }
    }

    void add(AuditCheck check) {
        AuditCheck.Broken broken = check.broken();
        var insert = db.insertInto(AUDIT_CHECK)
                .set(AUDIT_CHECK.ID, Ids.next())
                .set(AUDIT_CHECK.CHECKED_AT, check.at().atOffset(ZoneOffset.UTC))
                .set(AUDIT_CHECK.SEALS, check.seals())
                .set(AUDIT_CHECK.ENTRIES, check.entries());
        if (broken != null) {
            Instant intactUntil = broken.intactUntil();
            insert = insert.set(AUDIT_CHECK.BROKEN_SEAL, broken.seal())
                    .set(AUDIT_CHECK.FAULT, broken.fault().name())
                    .set(AUDIT_CHECK.ENTRY_ID, broken.entryId())
                    .set(AUDIT_CHECK.INTACT_UNTIL, intactUntil == null ? null : intactUntil.atOffset(ZoneOffset.UTC));
        }
        insert.execute();
    }

    Optional<AuditCheck> lastCheck() {
        return db.selectFrom(AUDIT_CHECK)
                .orderBy(AUDIT_CHECK.ID.desc())
                .limit(1)
                .fetchOptional(row -> {
                    OffsetDateTime intactUntil = row.getIntactUntil();
                    return new AuditCheck(
                            row.getCheckedAt().toInstant(),
                            row.getSeals(),
                            row.getEntries(),
                            row.getFault() == null
                                    ? null
                                    : new AuditCheck.Broken(
                                            row.getBrokenSeal(),
                                            AuditCheck.Fault.valueOf(row.getFault()),
                                            row.getEntryId(),
                                            intactUntil == null ? null : intactUntil.toInstant()));
                });
    }

    private static Condition after(AuditSeal.Place place) {
        return DSL.row(AUDIT_ENTRY.XID, AUDIT_ENTRY.ID).gt(place.xid(), place.id());
    }

    private static AuditSeal.Place place(Record row) {
        return new AuditSeal.Place(row.get(AUDIT_ENTRY.XID), row.get(AUDIT_ENTRY.ID));
    }

    private static AuditSeal seal(AuditSealRecord row) {
        return new AuditSeal(
                row.getNumber(),
                new AuditSeal.Place(row.getUptoXid(), row.getUptoId()),
                row.getEntries(),
                row.getTotal(),
                row.getDigest(),
                row.getSealedAt().toInstant());
    }

    private static AuditEntry entry(Record row) {
        JSON before = row.get(AUDIT_ENTRY.BEFORE);
        JSON after = row.get(AUDIT_ENTRY.AFTER);
        return entry(
                row,
                before == null ? null : before.data(),
                after == null ? null : after.data(),
                row.get(AUDIT_ENTRY.SALT));
    }

    private static AuditEntry bare(Record row) {
        return entry(row, null, null, null);
    }

    private static AuditEntry entry(
            Record row, @Nullable String before, @Nullable String after, byte @Nullable [] salt) {
        UUID actor = row.get(AUDIT_ENTRY.ACTOR_ID);
        return new AuditEntry(
                row.get(AUDIT_ENTRY.ID),
                row.get(AUDIT_ENTRY.AT).toInstant(),
                actor == null ? null : new MemberId(actor),
                Via.valueOf(row.get(AUDIT_ENTRY.VIA)),
                RecordKind.valueOf(row.get(AUDIT_ENTRY.KIND)),
                row.get(AUDIT_ENTRY.RECORD_ID),
                row.get(AUDIT_ENTRY.ACTION),
                before,
                after,
                salt,
                row.get(AUDIT_ENTRY.DIGEST));
    }

    private static @Nullable JSON json(@Nullable String text) {
        return text == null ? null : JSON.json(text);
    }
}
