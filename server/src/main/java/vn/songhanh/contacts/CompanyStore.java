package vn.songhanh.contacts;

import static vn.songhanh.contacts.Columns.array;
import static vn.songhanh.contacts.Columns.member;
import static vn.songhanh.contacts.Columns.team;
import static vn.songhanh.contacts.Columns.utc;
import static vn.songhanh.contacts.Columns.utcOrNull;
import static vn.songhanh.contacts.Columns.value;
import static vn.songhanh.jooq.contacts.Tables.COMPANY;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QuantifiedSelect;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Bulk;
import vn.songhanh.shared.Filter;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.Keyset;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Row;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Viewer;
import vn.songhanh.shared.Visibility;

@Component
class CompanyStore {

    /** In the order in which {@link #company} reads them. */
    private static final SelectField<?> COLUMNS = Row.columns(
            COMPANY.ID,
            COMPANY.VERSION,
            COMPANY.NAME,
            COMPANY.TAX_CODE,
            COMPANY.DOMAIN,
            COMPANY.PHONE,
            COMPANY.INDUSTRY,
            COMPANY.EMPLOYEES,
            COMPANY.PARENT_ID,
            COMPANY.OWNER_ID,
            COMPANY.TEAM_ID,
            COMPANY.LIFECYCLE_STAGE,
            COMPANY.LIFECYCLE_SINCE,
            COMPANY.CUSTOMER_STATUS,
            COMPANY.RECYCLE_COUNT,
            COMPANY.RECYCLED_AT,
            COMPANY.SOURCE_CHANNEL,
            COMPANY.SOURCE_CAMPAIGN,
            COMPANY.SOURCE_MEDIUM,
            COMPANY.TAGS,
            COMPANY.PROVINCE_CODE,
            COMPANY.WARD_CODE,
            COMPANY.ADDRESS_LINE,
            COMPANY.ADDRESS_TEXT,
            COMPANY.CUSTOM,
            COMPANY.LAST_ACTIVITY_AT,
            COMPANY.CREATED_AT,
            COMPANY.UPDATED_AT,
            COMPANY.DELETED_AT);

    private final DSLContext db;
    private final CompanyFields fields;

    CompanyStore(DSLContext db, CompanyFields fields) {
        this.db = db;
        this.fields = fields;
    }

    /** @throws NotFound also for one that the viewer may not see, and for a deleted one */
    CompanyView view(Viewer viewer, CompanyId id) {
        return view(viewer, id, visibleTo(viewer));
    }

    /** What the writer of a change made of it, even when it went out of his sight by that. */
    CompanyView viewOfWriter(Viewer viewer, CompanyId id) {
        return view(viewer, id, DSL.noCondition());
    }

    private CompanyView view(Viewer viewer, CompanyId id, Condition visible) {
        return Row.find(
                        db.select(COLUMNS)
                                .from(COMPANY)
                                .where(COMPANY.ID.eq(id.value()))
                                .and(COMPANY.DELETED_AT.isNull())
                                .and(visible),
                        row -> CompanyView.of(company(row), viewer))
                .orElseThrow(() -> new NotFound(RecordKind.COMPANY, id));
    }

    /** Empty also for one that the viewer may not see. */
    Optional<String> name(Viewer viewer, CompanyId id) {
        return db.select(COMPANY.NAME)
                .from(COMPANY)
                .where(COMPANY.ID.eq(id.value()))
                .and(COMPANY.DELETED_AT.isNull())
                .and(visibleTo(viewer))
                .fetchOptional(COMPANY.NAME);
    }

    Page<CompanyView> list(ListRequest request, FilterField.Context context) {
        Viewer viewer = context.viewer();
        viewer.require(RecordKind.COMPANY, Action.READ);
        Condition wanted = DSL.and(
                request.deleted() ? COMPANY.DELETED_AT.isNotNull() : COMPANY.DELETED_AT.isNull(),
                visibleTo(viewer),
                fields.fields().where(Filter.parse(request.filter()), context));
        Keyset keyset =
                Keyset.of(fields.fields(), COMPANY.ID, request.sort(), "-createdAt", request.cursor(), request.limit());
        String needle = request.needle();
        if (needle != null) {
            NameSearch search = CompanySearch.of(needle);
            Page<CompanyView> best = search(viewer, search, wanted, keyset.limit());
            return request.count() ? best.withTotal(search.count(db, COMPANY, wanted)) : best;
        }
        Page<CompanyView> page = keyset.page(
                db.select(COLUMNS)
                        .select(keyset.columns())
                        .from(COMPANY)
                        .where(wanted)
                        .and(keyset.after())
                        .orderBy(keyset.order())
                        .limit(keyset.fetch()),
                row -> CompanyView.of(company(row), viewer));
        return request.count() ? page.withTotal((long) db.fetchCount(COMPANY, wanted)) : page;
    }

    Map<UUID, String> names(Viewer viewer, Collection<UUID> ids) {
        return db.select(COMPANY.ID, COMPANY.NAME)
                .from(COMPANY)
                .where(COMPANY.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .and(visibleTo(viewer))
                .fetchMap(COMPANY.ID, COMPANY.NAME);
    }

    List<CompanyView> search(Viewer viewer, NameSearch search, int limit) {
        return search(viewer, search, DSL.and(COMPANY.DELETED_AT.isNull(), visibleTo(viewer)), limit)
                .items();
    }

    /** The best matches among the first {@value NameSearch#CANDIDATES}; whoever sees a full page had better refine. */
    private Page<CompanyView> search(Viewer viewer, NameSearch search, Condition wanted, int limit) {
        var candidates = db.select(
                        COMPANY.ID.as(NameSearch.ID),
                        COMPANY.NAME.as(NameSearch.NAME),
                        COMPANY.FOLDED.as(NameSearch.FOLDED),
                        COMPANY.CREATED_AT.as(NameSearch.NEWEST))
                .from(COMPANY)
                .where(wanted)
                .and(search.match())
                .limit(DSL.inline(NameSearch.CANDIDATES))
                .asTable(NameSearch.FOUND);
        var found = db.selectFrom(candidates)
                .orderBy(search.rank())
                .limit(DSL.inline(Math.min(limit, NameSearch.BEST)))
                .asTable(NameSearch.FOUND);
        List<CompanyView> best = Row.all(
                db.select(COLUMNS)
                        .from(found)
                        .join(COMPANY)
                        .on(COMPANY.ID.eq(NameSearch.ID))
                        .orderBy(search.rank()),
                row -> CompanyView.of(company(row), viewer));
        return new Page<>(best, null, null);
    }

    /** For a change: the row as it is, held until the transaction ends. */
    Company lock(Viewer viewer, CompanyId id, boolean deleted) {
        return Row.find(
                        db.select(COLUMNS)
                                .from(COMPANY)
                                .where(COMPANY.ID.eq(id.value()))
                                .and(deleted ? COMPANY.DELETED_AT.isNotNull() : COMPANY.DELETED_AT.isNull())
                                .and(visibleTo(viewer))
                                .forNoKeyUpdate(),
                        CompanyStore::company)
                .orElseThrow(() -> new NotFound(RecordKind.COMPANY, id));
    }

    /** Another living company that has the tax code or domain. */
    record Holder(
            CompanyId id,
            @Nullable String taxCode,
            @Nullable MemberId owner,
            @Nullable TeamId team) {}

    Optional<Holder> holder(Company company, boolean domainToo) {
        Condition same = company.taxCode() == null ? DSL.falseCondition() : COMPANY.TAX_CODE.eq(company.taxCode());
        if (domainToo && company.domain() != null) {
            same = same.or(COMPANY.DOMAIN.eq(company.domain()));
        }
        return db.select(COMPANY.ID, COMPANY.TAX_CODE, COMPANY.OWNER_ID, COMPANY.TEAM_ID)
                .from(COMPANY)
                .where(same)
                .and(COMPANY.DELETED_AT.isNull())
                .and(COMPANY.ID.ne(company.id().value()))
                .orderBy(COMPANY.ID)
                .limit(1)
                .fetchOptional(row -> new Holder(
                        new CompanyId(row.value1()), row.value2(), member(row.value3()), team(row.value4())));
    }

    /** Whether the company stands somewhere above {@code other}, or is it. */
    boolean isAbove(CompanyId company, CompanyId other) {
        return db.resultQuery("""
                        with recursive line (id, parent_id) as (
                            select id, parent_id from contacts.company where id = {0}
                            union
                            select c.id, c.parent_id from contacts.company c join line on c.id = line.parent_id)
                        select 1 from line where id = {1}
                        """, DSL.val(other.value()), DSL.val(company.value()))
                .fetch()
                .isNotEmpty();
    }

    void insert(Company company) {
        db.insertInto(COMPANY)
                .set(COMPANY.ID, company.id().value())
                .set(COMPANY.VERSION, company.version())
                .set(described(company))
                .set(COMPANY.LIFECYCLE_STAGE, company.lifecycleStage().name())
                .set(COMPANY.LIFECYCLE_SINCE, utc(company.lifecycleSince()))
                .set(COMPANY.CREATED_AT, utc(company.createdAt()))
                .execute();
    }

    /** What an edit, a deletion or a restoration changes; the lifecycle has statements of its own. */
    void save(Company company) {
        db.update(COMPANY)
                .set(COMPANY.VERSION, company.version())
                .set(described(company))
                .where(COMPANY.ID.eq(company.id().value()))
                .execute();
    }

    /** Many new ones at once. */
    void insertAll(Collection<Company> companies) {
        Bulk.insert(db, COMPANY, companies.stream().map(company -> {
            Map<Field<?>, Object> row = described(company);
            row.put(COMPANY.ID, company.id().value());
            row.put(COMPANY.VERSION, 1L);
            row.put(COMPANY.LIFECYCLE_STAGE, company.lifecycleStage().name());
            row.put(COMPANY.LIFECYCLE_SINCE, utc(company.lifecycleSince()));
            row.put(COMPANY.CREATED_AT, utc(company.createdAt()));
            return row;
        }));
    }

    /** As {@link #save}, many at once. */
    void saveAll(Collection<Company> companies) {
        Bulk.update(db, COMPANY, COMPANY.ID, companies.stream().map(company -> {
            Map<Field<?>, Object> row = described(company);
            row.put(COMPANY.ID, company.id().value());
            row.put(COMPANY.VERSION, company.version());
            return row;
        }));
    }

    /**
     * The living companies that have one of these tax codes, domains or folded names.
     *
     * @param held whether they are to be changed, so that nobody else may until the transaction ends
     */
    List<Company> holders(
            Collection<String> taxCodes, Collection<String> domains, Collection<String> foldedNames, boolean held) {
        var select = db.select(COLUMNS)
                .from(COMPANY)
                .where(COMPANY.TAX_CODE
                        .eq(any(taxCodes))
                        .or(COMPANY.DOMAIN.eq(any(domains)))
                        .or(COMPANY.FOLDED.eq(any(foldedNames))))
                .and(COMPANY.DELETED_AT.isNull())
                .orderBy(COMPANY.ID);
        return Row.all(held ? select.forNoKeyUpdate() : select, CompanyStore::company);
    }

    /** Those of them that live; nobody else can change them until the transaction ends. */
    List<Company> lockAll(Collection<UUID> ids) {
        return Row.all(
                db.select(COLUMNS)
                        .from(COMPANY)
                        .where(COMPANY.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                        .and(COMPANY.DELETED_AT.isNull())
                        .orderBy(COMPANY.ID)
                        .forNoKeyUpdate(),
                CompanyStore::company);
    }

    /** Puts those into the bin that nobody has changed or touched since they were made. */
    Set<UUID> deleteUntouched(Collection<UUID> ids, Instant now) {
        return db.update(COMPANY)
                .set(COMPANY.DELETED_AT, utc(now))
                .set(COMPANY.UPDATED_AT, utc(now))
                .set(COMPANY.VERSION, COMPANY.VERSION.plus(1))
                .where(COMPANY.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .and(COMPANY.VERSION.eq(1L))
                .and(COMPANY.LAST_ACTIVITY_AT.isNull())
                .and(COMPANY.DELETED_AT.isNull())
                .returningResult(COMPANY.ID)
                .fetchSet(COMPANY.ID);
    }

    private static QuantifiedSelect<Record1<String>> any(Collection<String> texts) {
        return DSL.any(texts.stream().distinct().toArray(String[]::new));
    }

    static Condition visibleTo(Viewer viewer) {
        return Visibility.of(viewer, RecordKind.COMPANY, Action.READ, COMPANY.OWNER_ID, COMPANY.TEAM_ID);
    }

    /** The columns that people's words fill, the same for a new row and a changed one. */
    private static Map<Field<?>, Object> described(Company company) {
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        values.put(COMPANY.NAME, company.name());
        values.put(COMPANY.TAX_CODE, company.taxCode());
        values.put(COMPANY.DOMAIN, company.domain());
        values.put(COMPANY.PHONE, company.phone());
        values.put(COMPANY.INDUSTRY, company.industry());
        values.put(COMPANY.EMPLOYEES, company.employees());
        values.put(COMPANY.PARENT_ID, value(company.parentId()));
        values.put(COMPANY.OWNER_ID, value(company.ownerId()));
        values.put(COMPANY.TEAM_ID, value(company.teamId()));
        values.put(COMPANY.CUSTOMER_STATUS, Columns.name(company.customerStatus()));
        values.put(COMPANY.SOURCE_CHANNEL, company.source().channel());
        values.put(COMPANY.SOURCE_CAMPAIGN, company.source().campaign());
        values.put(COMPANY.SOURCE_MEDIUM, company.source().medium());
        values.put(COMPANY.TAGS, array(company.tags()));
        values.put(COMPANY.PROVINCE_CODE, company.address().provinceCode());
        values.put(COMPANY.WARD_CODE, company.address().wardCode());
        values.put(COMPANY.ADDRESS_LINE, company.address().line());
        values.put(COMPANY.ADDRESS_TEXT, company.address().text());
        values.put(COMPANY.CUSTOM, Custom.write(company.custom()));
        values.put(COMPANY.UPDATED_AT, utc(company.updatedAt()));
        values.put(COMPANY.DELETED_AT, utcOrNull(company.deletedAt()));
        return values;
    }

    private static Company company(Row row) {
        return new Company(
                new CompanyId(row.uuid()),
                row.version(),
                row.text(),
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.numberOrNull(),
                Columns.company(row.uuidOrNull()),
                member(row.uuidOrNull()),
                team(row.uuidOrNull()),
                LifecycleStage.valueOf(row.text()),
                row.instant(),
                Columns.customerStatus(row.textOrNull()),
                row.number(),
                row.instantOrNull(),
                Columns.source(row.textOrNull(), row.textOrNull(), row.textOrNull()),
                row.texts(),
                Address.of(row.textOrNull(), row.textOrNull(), row.textOrNull(), row.textOrNull()),
                Custom.read(row.text()),
                row.instantOrNull(),
                row.instant(),
                row.instant(),
                row.instantOrNull());
    }
}
