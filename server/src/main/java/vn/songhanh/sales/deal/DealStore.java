package vn.songhanh.sales.deal;

import static vn.songhanh.jooq.sales.Tables.DEAL;
import static vn.songhanh.jooq.sales.Tables.DEAL_CONTACT;
import static vn.songhanh.jooq.sales.Tables.DEAL_MOVE;
import static vn.songhanh.jooq.sales.Tables.STAGE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.company.CompanyId;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.contacts.contact.ContactSql;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.sales.pipeline.Pipeline;
import vn.songhanh.sales.pipeline.PipelineId;
import vn.songhanh.sales.pipeline.Stage;
import vn.songhanh.sales.pipeline.StageId;
import vn.songhanh.sales.pipeline.StageKind;
import vn.songhanh.shared.Copy;
import vn.songhanh.shared.FieldSet;
import vn.songhanh.shared.Keyset;
import vn.songhanh.shared.LateWrites;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.RecordTable;
import vn.songhanh.shared.Row;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Via;
import vn.songhanh.shared.Viewer;

@Component
class DealStore {

    static final RecordTable<Deal.Details, Deal> TABLE =
            new RecordTable<>(SalesKinds.DEAL, DEAL, DEAL.NAME, DealFields.DETAILS, new Rest(), DealStore::deal);

    /** Where a deal stands, what it is called elsewhere and since when it is open. */
    private static final class Rest implements RecordTable.Rest<Deal> {

        @Override
        public List<Field<?>> columns() {
            return List.of(
                    DEAL.PIPELINE_ID,
                    DEAL.STAGE_ID,
                    DEAL.STATUS,
                    DEAL.STAGE_SINCE,
                    DEAL.CLOSED_AT,
                    DEAL.LOST_REASON,
                    DEAL.LOST_NOTE,
                    DEAL.EXTERNAL_ID,
                    DEAL.OPENED_AT);
        }

        @Override
        public void write(Deal deal, Map<Field<?>, @Nullable Object> row) {
            Deal.Standing standing = deal.standing();
            row.put(DEAL.PIPELINE_ID, standing.pipelineId().value());
            row.put(DEAL.STAGE_ID, standing.stageId().value());
            row.put(DEAL.STATUS, standing.status().name());
            row.put(DEAL.STAGE_SINCE, utc(standing.stageSince()));
            row.put(DEAL.CLOSED_AT, utcOrNull(standing.closedAt()));
            row.put(DEAL.LOST_REASON, standing.lostReason());
            row.put(DEAL.LOST_NOTE, standing.lostNote());
            row.put(DEAL.EXTERNAL_ID, deal.externalId());
            row.put(DEAL.OPENED_AT, utc(deal.openedAt()));
        }

        @Override
        public void declare(FieldSet fields) {
            OffsetDateTime never = OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
            fields.id("pipelineId", DEAL.PIPELINE_ID)
                    .id("stageId", DEAL.STAGE_ID)
                    .choice("status", DEAL.STATUS, DealStatus.values())
                    .text("lostReason", DEAL.LOST_REASON)
                    .text("externalId", DEAL.EXTERNAL_ID)
                    .instant("openedAt", DEAL.OPENED_AT)
                    .instant("stageSince", DEAL.STAGE_SINCE)
                    .instant("closedAt", DEAL.CLOSED_AT)
                    .sortable("openedAt", DEAL.OPENED_AT)
                    .sortable("stageSince", DEAL.STAGE_SINCE)
                    .sortable("closedAt", DSL.coalesce(DEAL.CLOSED_AT, DSL.inline(never)));
        }
    }

    /** The living stage for what is won in this deal's pipeline. */
    private static final Field<UUID> AFTER_SALES = DSL.field(DSL.select(STAGE.as("after_sales").ID)
            .from(STAGE.as("after_sales"))
            .where(STAGE.as("after_sales").PIPELINE_ID.eq(DEAL.PIPELINE_ID))
            .and(STAGE.as("after_sales").KIND.eq(DSL.inline(StageKind.AFTER_SALES.name())))
            .and(STAGE.as("after_sales").ARCHIVED_AT.isNull()));

    private static final String INSERT_MOVE = """
            insert into sales.deal_move
                (id, deal_id, kind, from_stage_id, to_stage_id, reason, note, at, actor_id, via)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final DSLContext db;

    DealStore(DSLContext db) {
        this.db = db;
    }

    /** A deal that nobody else can change until the transaction ends. */
    record Locked(SeenDeal seen, @Nullable StageId afterSales) {

        Deal deal() {
            return seen.deal();
        }
    }

    Optional<SeenDeal> find(Viewer viewer, DealId id) {
        return Row.find(
                seen(viewer)
                        .where(DEAL.ID.eq(id.value()))
                        .and(DEAL.DELETED_AT.isNull())
                        .and(readable(viewer)),
                DealStore::seen);
    }

    /** First the lock, then the reading: what is read in the locking statement may be older than the lock. */
    Optional<Locked> lock(Viewer viewer, DealId id, boolean deleted) {
        lock(DEAL.ID.eq(id.value()));
        return Row.find(
                seen(viewer, AFTER_SALES)
                        .where(DEAL.ID.eq(id.value()))
                        .and(deleted ? DEAL.DELETED_AT.isNotNull() : DEAL.DELETED_AT.isNull())
                        .and(readable(viewer)),
                row -> {
                    SeenDeal seen = seen(row);
                    UUID afterSales = row.uuidOrNull();
                    return new Locked(seen, afterSales == null ? null : new StageId(afterSales));
                });
    }

    private void lock(Condition which) {
        db.select(DEAL.ID)
                .from(DEAL)
                .where(which)
                .orderBy(DEAL.ID)
                .forNoKeyUpdate()
                .execute();
    }

    /** The deal as it shall be, with the names that its contacts and company have for this viewer. */
    SeenDeal named(Viewer viewer, Deal deal) {
        CompanyId company = deal.companyId();
        UUID[] contacts = deal.contactIds().stream().map(ContactId::value).toArray(UUID[]::new);
        var given = DSL.unnest(contacts).withOrdinality().as("given", "contact_id", "position");
        return db.select(
                        ContactSql.companyName(viewer, DSL.val(company == null ? null : company.value(), UUID.class)),
                        DSL.array(DSL.select(ContactSql.contactName(viewer, given.field("contact_id", UUID.class)))
                                .from(given)
                                .orderBy(given.field("position"))))
                .fetchSingle(row -> new SeenDeal(deal, row.value1(), Arrays.asList(row.value2()), null));
    }

    Page<SeenDeal> list(Viewer viewer, Condition condition, Keyset keyset) {
        return keyset.page(
                seen(viewer, keyset.columns())
                        .where(condition)
                        .and(keyset.after())
                        .and(readable(viewer))
                        .orderBy(keyset.order())
                        .limit(keyset.fetch()),
                DealStore::seen);
    }

    /** Open ones first, then the newest. */
    List<SeenDeal> search(Viewer viewer, Condition match, int limit) {
        return Row.all(
                seen(viewer)
                        .where(match)
                        .and(DEAL.DELETED_AT.isNull())
                        .and(readable(viewer))
                        .orderBy(
                                DSL.field(DEAL.STATUS.eq(DealStatus.OPEN.name()))
                                        .desc(),
                                DEAL.CREATED_AT.desc())
                        .limit(limit),
                DealStore::seen);
    }

    Map<UUID, String> names(Viewer viewer, Collection<UUID> ids) {
        return TABLE.names(db, viewer, ids);
    }

    long count(Viewer viewer, Condition condition) {
        return db.fetchCount(DSL.selectOne().from(DEAL).where(condition).and(readable(viewer)));
    }

    void insert(Deal deal) {
        TABLE.insert(db, deal);
        insertContacts(deal);
    }

    /** Everything but the contacts. */
    void save(Deal deal) {
        TABLE.save(db, deal);
    }

    void saveContacts(Deal deal) {
        db.deleteFrom(DEAL_CONTACT)
                .where(DEAL_CONTACT.DEAL_ID.eq(deal.id().value()))
                .execute();
        insertContacts(deal);
    }

    private void insertContacts(Deal deal) {
        UUID[] contacts = deal.contactIds().stream().map(ContactId::value).toArray(UUID[]::new);
        if (contacts.length > 0) {
            var given = DSL.unnest(contacts).withOrdinality().as("given", "contact_id", "position");
            db.insertInto(DEAL_CONTACT, DEAL_CONTACT.DEAL_ID, DEAL_CONTACT.CONTACT_ID, DEAL_CONTACT.POSITION)
                    .select(DSL.select(
                                    DSL.val(deal.id().value()),
                                    given.field("contact_id", UUID.class),
                                    given.field("position", Short.class))
                            .from(given))
                    .execute();
        }
    }

    void insert(DealMove move) {
        MemberId actor = move.actorId();
        StageId from = move.fromStageId();
        LateWrites.add(
                db,
                INSERT_MOVE,
                move.id(),
                move.dealId().value(),
                move.kind().name(),
                from == null ? null : from.value(),
                move.toStageId().value(),
                move.reason(),
                move.note(),
                utc(move.at()),
                actor == null ? null : actor.value(),
                move.via().name());
    }

    /** What happened to the deal, the latest first. */
    List<DealMove> moves(DealId id) {
        return db.selectFrom(DEAL_MOVE)
                .where(DEAL_MOVE.DEAL_ID.eq(id.value()))
                .orderBy(DEAL_MOVE.AT.desc(), DEAL_MOVE.ID.desc())
                .fetch(row -> new DealMove(
                        row.get(DEAL_MOVE.ID),
                        id,
                        DealMove.Kind.valueOf(row.get(DEAL_MOVE.KIND)),
                        row.get(DEAL_MOVE.FROM_STAGE_ID) == null ? null : new StageId(row.get(DEAL_MOVE.FROM_STAGE_ID)),
                        new StageId(row.get(DEAL_MOVE.TO_STAGE_ID)),
                        row.get(DEAL_MOVE.REASON),
                        row.get(DEAL_MOVE.NOTE),
                        row.get(DEAL_MOVE.AT).toInstant(),
                        row.get(DEAL_MOVE.ACTOR_ID) == null ? null : new MemberId(row.get(DEAL_MOVE.ACTOR_ID)),
                        Via.valueOf(row.get(DEAL_MOVE.VIA))));
    }

    /** The last stage in use in which a closed deal stood when it was closed. */
    Optional<StageId> closedFrom(DealId id) {
        return db.select(STAGE.ID)
                .from(DEAL_MOVE)
                .join(STAGE)
                .on(STAGE.ID.eq(DEAL_MOVE.FROM_STAGE_ID))
                .where(DEAL_MOVE.DEAL_ID.eq(id.value()))
                .and(DEAL_MOVE.KIND.in(DealMove.Kind.WON.name(), DealMove.Kind.LOST.name()))
                .and(STAGE.ARCHIVED_AT.isNull())
                .orderBy(DEAL_MOVE.AT.desc(), DEAL_MOVE.ID.desc())
                .limit(1)
                .fetchOptional(row -> new StageId(row.value1()));
    }

    /** Which other living deals hold the deal's contacts, and its company; see {@link #holding}. */
    Map<UUID, DealStatus> heldElsewhere(Deal deal) {
        CompanyId company = deal.companyId();
        return holding(
                deal.contactIds().stream().map(ContactId::value).toList(),
                company == null ? List.of() : List.of(company.value()),
                deal.id());
    }

    /**
     * What living deals, but the one, make of contacts and companies: WON when one of them is won, else OPEN when one
     * is open; whoever has neither is absent. For callers who hold these contacts and companies: whoever opens or wins
     * a deal of theirs waits for them. No deal is held, for two who close deals of one company would wait for each
     * other.
     */
    Map<UUID, DealStatus> holding(Collection<UUID> contacts, Collection<UUID> companies, @Nullable DealId but) {
        UUID[] people = contacts.toArray(UUID[]::new);
        UUID[] firms = companies.toArray(UUID[]::new);
        Condition living = DEAL.STATUS
                .in(DSL.inline(DealStatus.OPEN.name()), DSL.inline(DealStatus.WON.name()))
                .and(DEAL.DELETED_AT.isNull())
                .and(but == null ? DSL.noCondition() : DEAL.ID.ne(but.value()));
        // of the two names, WON is the greater
        return db.select(DEAL_CONTACT.CONTACT_ID, DSL.max(DEAL.STATUS))
                .from(DEAL_CONTACT)
                .join(DEAL)
                .on(DEAL.ID.eq(DEAL_CONTACT.DEAL_ID))
                .where(DEAL_CONTACT.CONTACT_ID.eq(DSL.any(people)))
                .and(living)
                .groupBy(DEAL_CONTACT.CONTACT_ID)
                .unionAll(DSL.select(DEAL.COMPANY_ID, DSL.max(DEAL.STATUS))
                        .from(DEAL)
                        .where(DEAL.COMPANY_ID.eq(DSL.any(firms)))
                        .and(living)
                        .groupBy(DEAL.COMPANY_ID))
                .fetchMap(row -> row.value1(), row -> DealStatus.valueOf(row.value2()));
    }

    /** Only imports and restorations bring ids of other systems; until the transaction ends, nobody else does. */
    void claimExternalIds() {
        db.execute("select pg_advisory_xact_lock(hashtextextended('deal external ids', 1))");
    }

    /**
     * The living deals that have one of these ids, in another system or here, the oldest first.
     *
     * @param held whether they are to be changed, so that nobody else may until the transaction ends
     */
    List<Deal> named(Collection<String> externalIds, Collection<UUID> ids, boolean held) {
        Condition these = DEAL.EXTERNAL_ID
                .eq(DSL.any(externalIds.toArray(String[]::new)))
                .or(DEAL.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .and(DEAL.DELETED_AT.isNull());
        if (held) {
            lock(these);
        }
        return Row.all(seen(Viewer.SYSTEM).where(these).orderBy(DEAL.CREATED_AT, DEAL.ID), DealStore::deal);
    }

    /** Those of them that live; nobody else can change them until the transaction ends. */
    List<Deal> lockAll(Collection<UUID> ids) {
        Condition these = DEAL.ID.eq(DSL.any(ids.toArray(UUID[]::new)));
        lock(these);
        return Row.all(seen(Viewer.SYSTEM).where(these).and(DEAL.DELETED_AT.isNull()), DealStore::deal);
    }

    /** Puts those into the bin that nobody has changed since they were made. */
    Set<UUID> deleteUntouched(Collection<UUID> ids, Instant now) {
        return TABLE.deleteAll(db, ids, TABLE.untouched(), now);
    }

    /** Many new ones at once. */
    void insertAll(Collection<Deal> deals) {
        TABLE.insertAll(db, deals);
        insertAllContacts(deals);
    }

    /** As {@link #save} and {@link #saveContacts}, many at once. */
    void saveAll(Collection<Deal> deals) {
        TABLE.saveAll(db, deals);
        UUID[] ids = deals.stream().map(deal -> deal.id().value()).toArray(UUID[]::new);
        if (ids.length > 0) {
            db.deleteFrom(DEAL_CONTACT)
                    .where(DEAL_CONTACT.DEAL_ID.eq(DSL.any(ids)))
                    .execute();
            insertAllContacts(deals);
        }
    }

    private void insertAllContacts(Collection<Deal> deals) {
        Copy.into(
                db,
                DEAL_CONTACT,
                List.of(DEAL_CONTACT.DEAL_ID, DEAL_CONTACT.CONTACT_ID, DEAL_CONTACT.POSITION),
                copy -> deals.forEach(deal -> {
                    List<ContactId> contacts = deal.contactIds();
                    for (int i = 0; i < contacts.size(); i++) {
                        copy.row(deal.id(), contacts.get(i), i + 1);
                    }
                }));
    }

    void copyMoves(List<DealMove> moves) {
        Copy.into(
                db,
                DEAL_MOVE,
                List.of(
                        DEAL_MOVE.ID,
                        DEAL_MOVE.DEAL_ID,
                        DEAL_MOVE.KIND,
                        DEAL_MOVE.FROM_STAGE_ID,
                        DEAL_MOVE.TO_STAGE_ID,
                        DEAL_MOVE.AT,
                        DEAL_MOVE.ACTOR_ID,
                        DEAL_MOVE.VIA),
                copy -> moves.forEach(move -> copy.row(
                        move.id(),
                        move.dealId(),
                        move.kind(),
                        move.fromStageId(),
                        move.toStageId(),
                        move.at(),
                        move.actorId(),
                        move.via())));
    }

    /** What a column holds beyond the cards that are shown: one row for each currency. */
    record ColumnSum(
            StageId stage,
            @Nullable String currency,
            int count,
            @Nullable BigDecimal sum) {}

    List<ColumnSum> columnSums(Viewer viewer, Pipeline pipeline, Condition condition) {
        Condition shown = condition.and(readable(viewer)).and(DEAL.DELETED_AT.isNull());
        return pipeline.stages().stream()
                .<Select<Record4<UUID, String, Integer, BigDecimal>>>map(
                        stage -> db.select(DEAL.STAGE_ID, DEAL.CURRENCY, DSL.count(), DSL.sum(DEAL.AMOUNT))
                                .from(DEAL)
                                .where(standsIn(stage))
                                .and(shown)
                                .groupBy(DEAL.STAGE_ID, DEAL.CURRENCY))
                .reduce(Select::unionAll)
                .orElseThrow()
                .fetch(row -> new ColumnSum(new StageId(row.value1()), row.value2(), row.value3(), row.value4()));
    }

    /** The first cards of each column, in the order of the keyset. */
    Map<StageId, Page<SeenDeal>> columnCards(Viewer viewer, Pipeline pipeline, Condition condition, Keyset keyset) {
        Condition shown = condition.and(readable(viewer)).and(DEAL.DELETED_AT.isNull());
        Select<Record1<UUID>> first = pipeline.stages().stream()
                .<Select<Record1<UUID>>>map(stage -> db.select(DEAL.ID)
                        .from(DEAL)
                        .where(standsIn(stage))
                        .and(shown)
                        .orderBy(keyset.order())
                        .limit(keyset.fetch()))
                .reduce(Select::unionAll)
                .orElseThrow();
        return keyset.pages(
                seen(viewer, keyset.columns()).where(DEAL.ID.in(first)).orderBy(keyset.order()),
                DealStore::seen,
                seen -> seen.deal().standing().stageId());
    }

    /**
     * Selling stages show what is open, the care after the sale what was won; what was lost is on no board. Each column
     * is a query of its own, so that PostgreSQL sees how much of it there is and takes the right index.
     */
    private static Condition standsIn(Stage stage) {
        DealStatus status = switch (stage.kind()) {
            case SELLING -> DealStatus.OPEN;
            case AFTER_SALES -> DealStatus.WON;
        };
        return DEAL.STAGE_ID.eq(stage.id().value()).and(DEAL.STATUS.eq(DSL.inline(status.name())));
    }

    private SelectJoinStep<Record> seen(Viewer viewer, SelectField<?>... more) {
        return seen(viewer, List.of(more));
    }

    private SelectJoinStep<Record> seen(Viewer viewer, List<? extends SelectField<?>> more) {
        return db.select(
                        TABLE.columns(),
                        STAGE.ROTTING_DAYS,
                        STAGE.PROBABILITY,
                        contactNames(viewer),
                        ContactSql.companyName(viewer, DEAL.COMPANY_ID))
                .select(more)
                .from(DEAL)
                .join(STAGE)
                .on(STAGE.ID.eq(DEAL.STAGE_ID));
    }

    private static Field<String[]> contactNames(Viewer viewer) {
        return DSL.array(DSL.select(ContactSql.contactName(viewer, DEAL_CONTACT.CONTACT_ID))
                .from(DEAL_CONTACT)
                .where(DEAL_CONTACT.DEAL_ID.eq(DEAL.ID))
                .orderBy(DEAL_CONTACT.POSITION));
    }

    private static Condition readable(Viewer viewer) {
        return TABLE.visibleTo(viewer);
    }

    private static SeenDeal seen(Row row) {
        Deal deal = deal(row);
        SeenDeal.OfStage stage = new SeenDeal.OfStage(row.numberOrNull(), row.number());
        List<@Nullable String> contactNames = row.textsOrNulls();
        return new SeenDeal(deal, row.textOrNull(), contactNames, stage);
    }

    private static Deal deal(Row row) {
        return new Deal(
                new DealId(row.uuid()),
                row.version(),
                DealFields.DETAILS.read(row),
                new MemberId(row.uuid()),
                new TeamId(row.uuid()),
                new Deal.Standing(
                        new PipelineId(row.uuid()),
                        new StageId(row.uuid()),
                        DealStatus.valueOf(row.text()),
                        row.instant(),
                        row.instantOrNull(),
                        row.textOrNull(),
                        row.textOrNull()),
                row.textOrNull(),
                row.instant(),
                row.times());
    }

    /** Whether the contact or company has a living deal that was won. */
    boolean isWon(RecordKind kind, UUID id) {
        Condition theirs = kind.equals(ContactKinds.COMPANY)
                ? DEAL.COMPANY_ID.eq(id)
                : DEAL.ID.in(DSL.select(DEAL_CONTACT.DEAL_ID).from(DEAL_CONTACT).where(DEAL_CONTACT.CONTACT_ID.eq(id)));
        return db.fetchExists(DSL.selectOne()
                .from(DEAL)
                .where(theirs)
                .and(DEAL.STATUS.eq(DSL.inline(DealStatus.WON.name())))
                .and(DEAL.DELETED_AT.isNull()));
    }

    /** Those of them that are deals and that the viewer may not read. */
    Set<UUID> hidden(Viewer viewer, Collection<UUID> ids) {
        return db.select(DEAL.ID)
                .from(DEAL)
                .where(DEAL.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .and(DSL.not(readable(viewer)))
                .fetchSet(DEAL.ID);
    }

    /** Those of the contacts that joined a deal since then which lives. */
    Set<UUID> withDeals(Collection<UUID> contacts, Instant since) {
        return db.selectDistinct(DEAL_CONTACT.CONTACT_ID)
                .from(DEAL_CONTACT)
                .join(DEAL)
                .on(DEAL.ID.eq(DEAL_CONTACT.DEAL_ID))
                .where(DEAL_CONTACT.CONTACT_ID.eq(DSL.any(contacts.toArray(UUID[]::new))))
                .and(DEAL_CONTACT.CREATED_AT.ge(utc(since)))
                .and(DEAL.DELETED_AT.isNull())
                .fetchSet(DEAL_CONTACT.CONTACT_ID);
    }

    /** One living deal of each contact that was not lost: one of those, or else the oldest. */
    Map<ContactId, Deals.Behind> behind(Collection<ContactId> contacts, Collection<UUID> preferred) {
        return db.select(DEAL_CONTACT.CONTACT_ID, DEAL.ID, DEAL.OWNER_ID)
                .distinctOn(DEAL_CONTACT.CONTACT_ID)
                .from(DEAL_CONTACT)
                .join(DEAL)
                .on(DEAL.ID.eq(DEAL_CONTACT.DEAL_ID))
                .where(DEAL_CONTACT.CONTACT_ID.eq(
                        DSL.any(contacts.stream().map(ContactId::value).toArray(UUID[]::new))))
                .and(DEAL.STATUS.ne(DSL.inline(DealStatus.LOST.name())))
                .and(DEAL.DELETED_AT.isNull())
                .orderBy(
                        DEAL_CONTACT.CONTACT_ID,
                        DSL.field(DEAL.ID.eq(DSL.any(preferred.toArray(UUID[]::new))))
                                .desc(),
                        DEAL.OPENED_AT,
                        DEAL.ID)
                .fetchMap(
                        row -> new ContactId(row.value1()),
                        row -> new Deals.Behind(new DealId(row.value2()), new MemberId(row.value3())));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }
}
