package vn.songhanh.contacts;

import static vn.songhanh.contacts.Columns.member;
import static vn.songhanh.contacts.Columns.team;
import static vn.songhanh.contacts.Columns.utc;
import static vn.songhanh.contacts.Columns.utcOrNull;
import static vn.songhanh.contacts.Columns.value;
import static vn.songhanh.contacts.Columns.values;
import static vn.songhanh.jooq.contacts.Tables.COMPANY;
import static vn.songhanh.jooq.contacts.Tables.CONTACT;
import static vn.songhanh.jooq.contacts.Tables.TIMELINE_ENTRY;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
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
import vn.songhanh.shared.Row;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Via;
import vn.songhanh.shared.Viewer;
import vn.songhanh.shared.Visibility;
import vn.songhanh.workspace.doors.ListRequest;

@Component
class CompanyStore {

    /** In the order in which {@link #company} reads them. */
    private static final SelectField<?> COLUMNS = Row.columns(
            List.of(COMPANY.ID, COMPANY.VERSION),
            CompanyFields.DETAILS.columns(),
            List.of(
                    COMPANY.OWNER_ID,
                    COMPANY.TEAM_ID,
                    COMPANY.LIFECYCLE_STAGE,
                    COMPANY.LIFECYCLE_SINCE,
                    COMPANY.OTHER_KIND_ID,
                    COMPANY.RECYCLE_COUNT,
                    COMPANY.RECYCLED_AT,
                    COMPANY.LAST_ACTIVITY_AT,
                    COMPANY.CREATED_AT,
                    COMPANY.UPDATED_AT,
                    COMPANY.DELETED_AT));

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
                .orElseThrow(() -> new NotFound(ContactKinds.COMPANY, id));
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
        viewer.require(ContactKinds.COMPANY, Action.READ);
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
            return request.count() ? best.withTotal((long) db.fetchCount(search.matching(COMPANY, wanted))) : best;
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
                .orElseThrow(() -> new NotFound(ContactKinds.COMPANY, id));
    }

    /** A living company that has the tax code or domain. */
    record Holder(
            CompanyId id,
            @Nullable String taxCode,
            @Nullable String domain,
            @Nullable MemberId owner,
            @Nullable TeamId team) {}

    /**
     * Finds who has the tax code or the domain, and keeps others from claiming any of the keys until the transaction
     * ends.
     *
     * @param keys as {@link Company#keys} gives them
     */
    List<Holder> claim(Collection<String> keys, @Nullable String taxCode, @Nullable String domain) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return db.resultQuery(
                        "select id, tax_code, domain, owner_id, team_id from contacts.claim_company({0}, {1}, {2})",
                        DSL.val(sorted(keys)), DSL.val(taxCode, String.class), DSL.val(domain, String.class))
                .fetch(row -> new Holder(
                        new CompanyId(row.get(0, UUID.class)),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        member(row.get(3, UUID.class)),
                        team(row.get(4, UUID.class))));
    }

    /** As {@link #claim}, for the rows of a file. */
    void hold(Collection<String> keys) {
        db.query("select contacts.hold('company', {0})", DSL.val(sorted(keys))).execute();
    }

    private static String[] sorted(Collection<String> keys) {
        return keys.stream().map(key -> "company " + key).sorted().toArray(String[]::new);
    }

    Optional<Company> deleted(CompanyId id) {
        return Row.find(
                db.select(COLUMNS)
                        .from(COMPANY)
                        .where(COMPANY.ID.eq(id.value()))
                        .and(COMPANY.DELETED_AT.isNotNull()),
                CompanyStore::company);
    }

    /**
     * Whether the company stands somewhere above its new parent, or is it. Until the transaction ends nobody else gives
     * any company a parent: two who do it at once could make a circle that neither sees.
     */
    boolean wouldCircle(CompanyId company, CompanyId parent) {
        return company.equals(parent) || line(List.of(parent), true).containsValue(company);
    }

    /**
     * The parents of these, their parents' and so on up.
     *
     * @param held whether parents will be given, so that nobody else may until the transaction ends. Taken when the
     *     companies are held, and the last thing that is waited for
     */
    Map<CompanyId, CompanyId> line(Collection<CompanyId> companies, boolean held) {
        if (held) {
            db.execute("select pg_advisory_xact_lock(hashtextextended('company parents', 1))");
        }
        Map<CompanyId, CompanyId> line = new HashMap<>();
        db.resultQuery("""
                        with recursive line (id, parent_id) as (
                            select id, parent_id from contacts.company where id = any({0})
                            union
                            select c.id, c.parent_id from contacts.company c join line on c.id = line.parent_id)
                        select id, parent_id from line where parent_id is not null
                        """, DSL.val(values(companies)))
                .forEach(row -> line.put(new CompanyId(row.get(0, UUID.class)), new CompanyId(row.get(1, UUID.class))));
        return line;
    }

    void insert(Company company) {
        db.insertInto(COMPANY)
                .set(COMPANY.ID, company.id().value())
                .set(COMPANY.VERSION, company.version())
                .set(described(company))
                .set(COMPANY.LIFECYCLE_STAGE, company.lifecycleStage().name())
                .set(COMPANY.LIFECYCLE_SINCE, utc(company.lifecycleSince()))
                .set(COMPANY.CREATED_AT, utc(company.times().createdAt()))
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
            Map<Field<?>, @Nullable Object> row = described(company);
            row.put(COMPANY.ID, company.id().value());
            row.put(COMPANY.VERSION, 1L);
            row.put(COMPANY.LIFECYCLE_STAGE, company.lifecycleStage().name());
            row.put(COMPANY.LIFECYCLE_SINCE, utc(company.lifecycleSince()));
            row.put(COMPANY.CREATED_AT, utc(company.times().createdAt()));
            return row;
        }));
    }

    /** As {@link #save}, many at once. */
    void saveAll(Collection<Company> companies) {
        Bulk.update(db, COMPANY, COMPANY.ID, companies.stream().map(company -> {
            Map<Field<?>, @Nullable Object> row = described(company);
            row.put(COMPANY.ID, company.id().value());
            row.put(COMPANY.VERSION, company.version());
            return row;
        }));
    }

    /**
     * The living companies that have one of these tax codes, domains, folded names or ids.
     *
     * @param held whether they are to be changed, so that nobody else may until the transaction ends
     */
    List<Company> holders(
            Collection<String> taxCodes,
            Collection<String> domains,
            Collection<String> foldedNames,
            Collection<UUID> ids,
            boolean held) {
        var select = db.select(COLUMNS)
                .from(COMPANY)
                .where(COMPANY.TAX_CODE
                        .eq(any(taxCodes))
                        .or(COMPANY.DOMAIN.eq(any(domains)))
                        .or(COMPANY.FOLDED.eq(any(foldedNames)))
                        .or(COMPANY.ID.eq(DSL.any(ids.toArray(UUID[]::new)))))
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

    /** Those of the companies to which people or other companies belong, each with the code that says so. */
    Map<UUID, String> used(Collection<UUID> ids) {
        UUID[] some = ids.toArray(UUID[]::new);
        var child = COMPANY.as("child");
        Map<UUID, String> used = new HashMap<>();
        db.selectDistinct(child.PARENT_ID)
                .from(child)
                .where(child.PARENT_ID.eq(DSL.any(some)))
                .and(child.ID.ne(DSL.all(some)))
                .and(child.DELETED_AT.isNull())
                .forEach(row -> used.put(row.value1(), "companies-since"));
        db.selectDistinct(CONTACT.COMPANY_ID)
                .from(CONTACT)
                .where(CONTACT.COMPANY_ID.eq(DSL.any(some)))
                .and(CONTACT.DELETED_AT.isNull())
                .forEach(row -> used.put(row.value1(), "contacts-since"));
        return used;
    }

    /**
     * Puts those into the bin that nobody has changed or touched since they were made.
     *
     * @param used those that stay in any case
     */
    Set<UUID> deleteUntouched(Collection<UUID> ids, Collection<UUID> used, Instant now) {
        return db.update(COMPANY)
                .set(COMPANY.DELETED_AT, utc(now))
                .set(COMPANY.UPDATED_AT, utc(now))
                .set(COMPANY.VERSION, COMPANY.VERSION.plus(1))
                .where(COMPANY.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .and(COMPANY.VERSION.eq(1L))
                .and(COMPANY.LAST_ACTIVITY_AT.isNull())
                .and(DSL.notExists(DSL.selectOne()
                        .from(TIMELINE_ENTRY)
                        .where(TIMELINE_ENTRY.SUBJECT_ID.eq(COMPANY.ID))
                        .and(TIMELINE_ENTRY.KIND.eq(TouchKind.NOTE.name()))
                        .and(TIMELINE_ENTRY.VIA.ne(Via.IMPORT.name()))))
                .and(COMPANY.ID.ne(DSL.all(used.toArray(UUID[]::new))))
                .and(COMPANY.DELETED_AT.isNull())
                .returningResult(COMPANY.ID)
                .fetchSet(COMPANY.ID);
    }

    private static QuantifiedSelect<Record1<String>> any(Collection<String> texts) {
        return DSL.any(texts.stream().distinct().toArray(String[]::new));
    }

    static Condition visibleTo(Viewer viewer) {
        return Visibility.of(viewer, ContactKinds.COMPANY, Action.READ, COMPANY.OWNER_ID, COMPANY.TEAM_ID);
    }

    /** The columns that people's words fill, the same for a new row and a changed one. */
    private static Map<Field<?>, @Nullable Object> described(Company company) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        CompanyFields.DETAILS.write(company.details(), values);
        values.put(COMPANY.OWNER_ID, value(company.ownerId()));
        values.put(COMPANY.TEAM_ID, value(company.teamId()));
        values.put(COMPANY.OTHER_KIND_ID, value(company.otherKindId()));
        values.put(COMPANY.UPDATED_AT, utc(company.times().updatedAt()));
        values.put(COMPANY.DELETED_AT, utcOrNull(company.times().deletedAt()));
        return values;
    }

    private static Company company(Row row) {
        return new Company(
                new CompanyId(row.uuid()),
                row.version(),
                CompanyFields.DETAILS.read(row),
                member(row.uuidOrNull()),
                team(row.uuidOrNull()),
                Columns.standing(row),
                row.times());
    }
}
