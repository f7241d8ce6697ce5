package vn.songhanh.contacts.contact;

import static vn.songhanh.contacts.Columns.member;
import static vn.songhanh.contacts.Columns.team;
import static vn.songhanh.contacts.Columns.values;
import static vn.songhanh.jooq.contacts.Tables.COMPANY;
import static vn.songhanh.jooq.contacts.Tables.CONTACT;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.songhanh.contacts.Columns;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.lifecycle.LifecycleStage;
import vn.songhanh.contacts.lifecycle.StandingColumns;
import vn.songhanh.shared.ExportSource;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.LateWrites;
import vn.songhanh.shared.ListRequest;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.NameSearch;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.RecordStore;
import vn.songhanh.shared.RecordTable;
import vn.songhanh.shared.Row;
import vn.songhanh.shared.Sight;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.members.Owners;

@Component
class ContactStore extends RecordStore<Contact.Details, Contact, ContactView> {

    private static final StandingColumns<Contact> STANDING = new StandingColumns<>(CONTACT);

    static final RecordTable<Contact.Details, Contact> TABLE = new RecordTable<>(
            ContactKinds.CONTACT, CONTACT, CONTACT.FULL_NAME, ContactFields.DETAILS, STANDING, ContactStore::contact);

    /** Put into words at the first use. */
    private final AtomicReference<@Nullable String> insert = new AtomicReference<>();

    ContactStore(DSLContext db, ContactFields fields) {
        super(db, TABLE, fields);
    }

    @Override
    public Page<ContactView> list(ListRequest request, FilterField.Context context) {
        return super.list(request.sorted(sortOfPeople(request.sort())), context);
    }

    @Override
    public ExportSource.Rows rows(ExportSource.Query query, FilterField.Context context) {
        return super.rows(query.sorted(sortOfPeople(query.sort())), context);
    }

    /** Names sort by their given name first. */
    private static @Nullable String sortOfPeople(@Nullable String sort) {
        return sort == null ? null : sort.replaceAll("(^|,)(-?)(?:name|fullName)(?=,|$)", "$1$2givenName,$2fullName");
    }

    @Override
    protected NameSearch searching(String needle) {
        return ContactSearch.of(needle);
    }

    /** With the name of the company beside it. */
    @Override
    protected Sight<ContactView> sight(Viewer viewer) {
        return new Sight<>(
                List.of(COMPANY.NAME),
                contact -> contact.leftJoin(COMPANY).on(itsCompany(viewer)),
                row -> ContactView.of(contact(row), row.textOrNull(), viewer));
    }

    /** Those of the contacts that live and that the viewer may see. */
    List<ContactId> visible(Viewer viewer, Collection<ContactId> ids) {
        return db.select(CONTACT.ID)
                .from(CONTACT)
                .where(CONTACT.ID.eq(DSL.any(values(ids))))
                .and(CONTACT.DELETED_AT.isNull())
                .and(TABLE.visibleTo(viewer))
                .fetch(row -> new ContactId(row.value1()));
    }

    /** Holds them until the transaction ends, and tells of those that live. */
    Map<ContactId, Contacts.Held> holdAll(Collection<ContactId> ids) {
        Map<ContactId, Contacts.Held> held = new HashMap<>();
        db.select(
                        CONTACT.ID,
                        CONTACT.LIFECYCLE_STAGE,
                        CONTACT.OWNER_ID,
                        CONTACT.SOURCE_CHANNEL,
                        CONTACT.SOURCE_CAMPAIGN,
                        CONTACT.SOURCE_MEDIUM,
                        CONTACT.DELETED_AT)
                .from(CONTACT)
                .where(CONTACT.ID.eq(DSL.any(values(ids))))
                .orderBy(CONTACT.ID)
                .forNoKeyUpdate()
                .forEach(row -> {
                    if (row.get(CONTACT.DELETED_AT) == null) {
                        UUID owner = row.get(CONTACT.OWNER_ID);
                        held.put(
                                new ContactId(row.get(CONTACT.ID)),
                                new Contacts.Held(
                                        LifecycleStage.valueOf(row.get(CONTACT.LIFECYCLE_STAGE)),
                                        owner == null ? null : new MemberId(owner),
                                        Columns.source(
                                                row.get(CONTACT.SOURCE_CHANNEL),
                                                row.get(CONTACT.SOURCE_CAMPAIGN),
                                                row.get(CONTACT.SOURCE_MEDIUM))));
                    }
                });
        return held;
    }

    /** Holds those of them that nobody else holds at this moment. */
    Set<ContactId> holdFree(Collection<ContactId> ids) {
        return db.select(CONTACT.ID)
                .from(CONTACT)
                .where(CONTACT.ID.eq(DSL.any(values(ids))))
                .orderBy(CONTACT.ID)
                .forNoKeyUpdate()
                .skipLocked()
                .fetchSet(row -> new ContactId(row.value1()));
    }

    /** @return of those that changed hands, whose they were before */
    Map<ContactId, Optional<MemberId>> assign(Map<ContactId, Owners.Owner> owners, Instant now) {
        hold(owners.keySet());
        UUID[] ids = values(owners.keySet());
        UUID[] members =
                values(owners.values().stream().map(Owners.Owner::member).toList());
        UUID[] teams = values(owners.values().stream().map(Owners.Owner::team).toList());
        var given = DSL.table("unnest({0}, {1}, {2})", DSL.val(ids), DSL.val(members), DSL.val(teams))
                .as("given", "id", "owner_id", "team_id");
        Field<UUID> owner = DSL.field(DSL.name("given", "owner_id"), UUID.class);
        var old = CONTACT.as("old");
        Map<ContactId, Optional<MemberId>> before = new LinkedHashMap<>();
        db.update(CONTACT)
                .set(CONTACT.OWNER_ID, owner)
                .set(CONTACT.TEAM_ID, DSL.field(DSL.name("given", "team_id"), UUID.class))
                .set(CONTACT.VERSION, CONTACT.VERSION.plus(1))
                .set(CONTACT.UPDATED_AT, Columns.utc(now))
                .from(given, old)
                .where(CONTACT.ID.eq(DSL.field(DSL.name("given", "id"), UUID.class)))
                .and(old.ID.eq(CONTACT.ID))
                .and(CONTACT.OWNER_ID.isDistinctFrom(owner))
                .returning(CONTACT.ID, old.OWNER_ID)
                .fetch()
                .forEach(row -> before.put(
                        new ContactId(row.get(CONTACT.ID)), Optional.ofNullable(member(row.get(old.OWNER_ID)))));
        return before;
    }

    /** Several at once are held in the order in which everybody holds them. */
    private void hold(Set<ContactId> ids) {
        if (ids.size() > 1) {
            db.select(CONTACT.ID)
                    .from(CONTACT)
                    .where(CONTACT.ID.eq(DSL.any(values(ids))))
                    .orderBy(CONTACT.ID)
                    .forNoKeyUpdate()
                    .execute();
        }
    }

    /** A living contact that has one of the e-mail addresses or phone numbers. */
    record Holder(
            ContactId id,
            List<String> identities,
            @Nullable MemberId owner,
            @Nullable TeamId team) {}

    /** Finds who has them, and keeps others from claiming them until the transaction ends. */
    List<Holder> claim(List<String> identities) {
        if (identities.isEmpty()) {
            return List.of();
        }
        return Row.all(
                db,
                "select id, emails || phones, owner_id, team_id from contacts.claim(?)",
                row -> new Holder(
                        new ContactId(row.uuid()), row.texts(), member(row.uuidOrNull()), team(row.uuidOrNull())),
                (Object) identities.stream().sorted().toArray(String[]::new));
    }

    /** As {@link #claim}, for the rows of a file: keeps others from claiming them until the transaction ends. */
    void hold(Collection<String> identities) {
        db.query(
                        "select contacts.hold('contact', {0})",
                        DSL.val(identities.stream().sorted().toArray(String[]::new)))
                .execute();
    }

    @Override
    public void insert(Contact contact) {
        Map<Field<?>, @Nullable Object> row = TABLE.newRow(contact);
        LateWrites.add(
                db,
                insert.updateAndGet(text -> text == null ? LateWrites.insertInto(CONTACT, row.keySet()) : text),
                row.values().toArray());
    }

    /**
     * The living contacts that have one of these e-mail addresses or phone numbers, or one of these ids.
     *
     * @param held whether they are to be changed, so that nobody else may until the transaction ends
     */
    List<Contact> holders(Collection<String> identities, Collection<UUID> ids, boolean held) {
        // One by one: PostgreSQL takes a thousand at once for most of the table, and reads it all.
        UUID[] holders = db.resultQuery("""
                        select distinct holder.id
                        from unnest({0}) as identity cross join lateral (
                            select id from contacts.contact
                            where (emails || phones) && array[identity] and deleted_at is null) as holder
                        """, DSL.val(identities.toArray(String[]::new), CONTACT.EMAILS))
                .fetchArray(0, UUID.class);
        UUID[] all = Stream.concat(Arrays.stream(holders), ids.stream()).toArray(UUID[]::new);
        return living(CONTACT.ID.eq(DSL.any(all)), held);
    }

    /** The columns of a file that tell where a contact stands. */
    static List<ExportSource.Column<?>> exportedStanding() {
        return STANDING.exported();
    }

    /** The company whose name stands beside the contact; none that is deleted or that the viewer may not see. */
    private static Condition itsCompany(Viewer viewer) {
        return COMPANY.ID
                .eq(CONTACT.COMPANY_ID)
                .and(COMPANY.DELETED_AT.isNull())
                .and(ContactSql.visibleCompanies(viewer));
    }

    private static Contact contact(Row row) {
        return new Contact(
                new ContactId(row.uuid()),
                row.version(),
                ContactFields.DETAILS.read(row),
                member(row.uuidOrNull()),
                team(row.uuidOrNull()),
                Columns.standing(row),
                row.times());
    }
}
