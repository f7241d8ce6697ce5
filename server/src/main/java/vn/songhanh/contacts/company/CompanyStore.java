package vn.songhanh.contacts.company;

import static vn.songhanh.contacts.Columns.member;
import static vn.songhanh.contacts.Columns.team;
import static vn.songhanh.contacts.Columns.values;
import static vn.songhanh.jooq.contacts.Tables.COMPANY;
import static vn.songhanh.jooq.contacts.Tables.CONTACT;
import static vn.songhanh.jooq.contacts.Tables.TIMELINE_ENTRY;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.QuantifiedSelect;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.songhanh.contacts.Columns;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.lifecycle.StandingColumns;
import vn.songhanh.contacts.timeline.TouchKind;
import vn.songhanh.shared.ExportSource;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.NameSearch;
import vn.songhanh.shared.RecordStore;
import vn.songhanh.shared.RecordTable;
import vn.songhanh.shared.Row;
import vn.songhanh.shared.Sight;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Via;
import vn.songhanh.shared.Viewer;

@Component
class CompanyStore extends RecordStore<Company.Details, Company, CompanyView> {

    private static final StandingColumns<Company> STANDING = new StandingColumns<>(COMPANY);

    static final RecordTable<Company.Details, Company> TABLE = new RecordTable<>(
            ContactKinds.COMPANY, COMPANY, COMPANY.NAME, CompanyFields.DETAILS, STANDING, CompanyStore::company);

    CompanyStore(DSLContext db, CompanyFields fields) {
        super(db, TABLE, fields);
    }

    @Override
    protected Sight<CompanyView> sight(Viewer viewer) {
        return Sight.of(row -> CompanyView.of(company(row), viewer));
    }

    @Override
    protected NameSearch searching(String needle) {
        return CompanySearch.of(needle);
    }

    /** Empty also for one that the viewer may not see. */
    Optional<String> name(Viewer viewer, CompanyId id) {
        return db.select(COMPANY.NAME)
                .from(COMPANY)
                .where(COMPANY.ID.eq(id.value()))
                .and(COMPANY.DELETED_AT.isNull())
                .and(TABLE.visibleTo(viewer))
                .fetchOptional(COMPANY.NAME);
    }

    /** The columns of a file that tell where a company stands. */
    static List<ExportSource.Column<?>> exportedStanding() {
        return STANDING.exported();
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
        Condition these = COMPANY.TAX_CODE
                .eq(any(taxCodes))
                .or(COMPANY.DOMAIN.eq(any(domains)))
                .or(COMPANY.FOLDED.eq(any(foldedNames)))
                .or(COMPANY.ID.eq(DSL.any(ids.toArray(UUID[]::new))));
        return living(these, held);
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
        Condition unused = COMPANY.LAST_ACTIVITY_AT
                .isNull()
                .and(DSL.notExists(DSL.selectOne()
                        .from(TIMELINE_ENTRY)
                        .where(TIMELINE_ENTRY.SUBJECT_ID.eq(COMPANY.ID))
                        .and(TIMELINE_ENTRY.KIND.eq(TouchKind.NOTE.name()))
                        .and(TIMELINE_ENTRY.VIA.ne(Via.IMPORT.name()))))
                .and(COMPANY.ID.ne(DSL.all(used.toArray(UUID[]::new))));
        return deleteUntouched(ids, unused, now);
    }

    private static QuantifiedSelect<Record1<String>> any(Collection<String> texts) {
        return DSL.any(texts.stream().distinct().toArray(String[]::new));
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
