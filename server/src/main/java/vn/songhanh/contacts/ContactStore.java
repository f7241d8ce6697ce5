package vn.songhanh.contacts;

import static vn.songhanh.contacts.Columns.member;
import static vn.songhanh.contacts.Columns.team;
import static vn.songhanh.contacts.Columns.utc;
import static vn.songhanh.contacts.Columns.utcOrNull;
import static vn.songhanh.contacts.Columns.value;
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
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Bulk;
import vn.songhanh.shared.Filter;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.Keyset;
import vn.songhanh.shared.LateWrites;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.Row;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Viewer;
import vn.songhanh.shared.Visibility;
import vn.songhanh.workspace.doors.ListRequest;

@Component
class ContactStore {

    /** In the order in which {@link #contact} reads them. */
    private static final SelectField<?> COLUMNS = Row.columns(
            List.of(CONTACT.ID, CONTACT.VERSION),
            ContactFields.DETAILS.columns(),
            List.of(
                    CONTACT.OWNER_ID,
                    CONTACT.TEAM_ID,
                    CONTACT.LIFECYCLE_STAGE,
                    CONTACT.LIFECYCLE_SINCE,
                    CONTACT.OTHER_KIND_ID,
                    CONTACT.RECYCLE_COUNT,
                    CONTACT.RECYCLED_AT,
                    CONTACT.LAST_ACTIVITY_AT,
                    CONTACT.CREATED_AT,
                    CONTACT.UPDATED_AT,
                    CONTACT.DELETED_AT));

    private final DSLContext db;
    private final ContactFields fields;

    /** Put into words at the first use. */
    private final AtomicReference<@Nullable String> insert = new AtomicReference<>();

    ContactStore(DSLContext db, ContactFields fields) {
        this.db = db;
        this.fields = fields;
    }

    /** @throws NotFound also for one that the viewer may not see, and for a deleted one */
    ContactView view(Viewer viewer, ContactId id) {
        return view(viewer, id, visibleTo(viewer));
    }

    /** What the writer of a change made of it, even when it went out of his sight by that. */
    ContactView viewOfWriter(Viewer viewer, ContactId id) {
        return view(viewer, id, DSL.noCondition());
    }

    private ContactView view(Viewer viewer, ContactId id, Condition visible) {
        return Row.find(
                        db.select(COLUMNS, COMPANY.NAME)
                                .from(CONTACT)
                                .leftJoin(COMPANY)
                                .on(itsCompany(viewer))
                                .where(CONTACT.ID.eq(id.value()))
                                .and(CONTACT.DELETED_AT.isNull())
                                .and(visible),
                        row -> view(row, viewer))
                .orElseThrow(() -> new NotFound(ContactKinds.CONTACT, id));
    }

    /** Names sort by their given name first. */
    static @Nullable String sortOfPeople(@Nullable String sort) {
        return sort == null ? null : sort.replaceAll("(^|,)(-?)(?:name|fullName)(?=,|$)", "$1$2givenName,$2fullName");
    }

    Page<ContactView> list(ListRequest request, FilterField.Context context) {
        Viewer viewer = context.viewer();
        viewer.require(ContactKinds.CONTACT, Action.READ);
        Condition wanted = DSL.and(
                request.deleted() ? CONTACT.DELETED_AT.isNotNull() : CONTACT.DELETED_AT.isNull(),
                visibleTo(viewer),
                fields.fields().where(Filter.parse(request.filter()), context));
        Keyset keyset = Keyset.of(
                fields.fields(),
                CONTACT.ID,
                sortOfPeople(request.sort()),
                "-createdAt",
                request.cursor(),
                request.limit());
        String needle = request.needle();
        if (needle != null) {
            NameSearch search = ContactSearch.of(needle);
            Page<ContactView> best = search(viewer, search, wanted, keyset.limit());
            return request.count() ? best.withTotal((long) db.fetchCount(search.matching(CONTACT, wanted))) : best;
        }
        Page<ContactView> page = keyset.page(
                db.select(COLUMNS, COMPANY.NAME)
                        .select(keyset.columns())
                        .from(CONTACT)
                        .leftJoin(COMPANY)
                        .on(itsCompany(viewer))
                        .where(wanted)
                        .and(keyset.after())
                        .orderBy(keyset.order())
                        .limit(keyset.fetch()),
                row -> view(row, viewer));
        return request.count() ? page.withTotal((long) db.fetchCount(CONTACT, wanted)) : page;
    }

    /** The best matches among the first {@value NameSearch#CANDIDATES}; whoever sees a full page had better refine. */
    private Page<ContactView> search(Viewer viewer, NameSearch search, Condition wanted, int limit) {
        var candidates = db.select(
                        CONTACT.ID.as(NameSearch.ID),
                        CONTACT.FULL_NAME.as(NameSearch.NAME),
                        CONTACT.FOLDED.as(NameSearch.FOLDED),
                        CONTACT.CREATED_AT.as(NameSearch.NEWEST))
                .from(CONTACT)
                .where(wanted)
                .and(search.match())
                .limit(DSL.inline(NameSearch.CANDIDATES))
                .asTable(NameSearch.FOUND);
        var found = db.selectFrom(candidates)
                .orderBy(search.rank())
                .limit(DSL.inline(Math.min(limit, NameSearch.BEST)))
                .asTable(NameSearch.FOUND);
        List<ContactView> best = Row.all(
                db.select(COLUMNS, COMPANY.NAME)
                        .from(found)
                        .join(CONTACT)
                        .on(CONTACT.ID.eq(NameSearch.ID))
                        .leftJoin(COMPANY)
                        .on(itsCompany(viewer))
                        .orderBy(search.rank()),
                row -> view(row, viewer));
        return new Page<>(best, null, null);
    }

    Map<UUID, String> names(Viewer viewer, Collection<UUID> ids) {
        return db.select(CONTACT.ID, CONTACT.FULL_NAME)
                .from(CONTACT)
                .where(CONTACT.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .and(visibleTo(viewer))
                .fetchMap(CONTACT.ID, CONTACT.FULL_NAME);
    }

    List<ContactView> search(Viewer viewer, NameSearch search, int limit) {
        return search(viewer, search, DSL.and(CONTACT.DELETED_AT.isNull(), visibleTo(viewer)), limit)
                .items();
    }

    /** For a change: the row as it is, held until the transaction ends. */
    Contact lock(Viewer viewer, ContactId id, boolean deleted) {
        return Row.find(
                        db.select(COLUMNS)
                                .from(CONTACT)
                                .where(CONTACT.ID.eq(id.value()))
                                .and(deleted ? CONTACT.DELETED_AT.isNotNull() : CONTACT.DELETED_AT.isNull())
                                .and(visibleTo(viewer))
                                .forNoKeyUpdate(),
                        ContactStore::contact)
                .orElseThrow(() -> new NotFound(ContactKinds.CONTACT, id));
    }

    /** Those of the contacts that live and that the viewer may see. */
    List<ContactId> visible(Viewer viewer, Collection<ContactId> ids) {
        return db.select(CONTACT.ID)
                .from(CONTACT)
                .where(CONTACT.ID.eq(DSL.any(values(ids))))
                .and(CONTACT.DELETED_AT.isNull())
                .and(visibleTo(viewer))
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

    /** Nobody changes them while it is deleted. */
    List<String> identitiesOfDeleted(ContactId id) {
        return db.select(CONTACT.EMAILS, CONTACT.PHONES)
                .from(CONTACT)
                .where(CONTACT.ID.eq(id.value()))
                .and(CONTACT.DELETED_AT.isNotNull())
                .fetchOptional(row -> Stream.of(row.value1(), row.value2())
                        .flatMap(Arrays::stream)
                        .toList())
                .orElse(List.of());
    }

    void insert(Contact contact) {
        Map<Field<?>, @Nullable Object> row = newRow(contact);
        LateWrites.add(
                db,
                insert.updateAndGet(text -> text == null ? LateWrites.insertInto(CONTACT, row.keySet()) : text),
                row.values().toArray());
    }

    /** What an edit, a deletion or a restoration changes; the lifecycle has statements of its own. */
    void save(Contact contact) {
        db.update(CONTACT)
                .set(CONTACT.VERSION, contact.version())
                .set(described(contact))
                .where(CONTACT.ID.eq(contact.id().value()))
                .execute();
    }

    /** Many new ones at once. */
    void insertAll(Collection<Contact> contacts) {
        Bulk.insert(db, CONTACT, contacts.stream().map(ContactStore::newRow));
    }

    /** As {@link #save}, many at once. */
    void saveAll(Collection<Contact> contacts) {
        Bulk.update(db, CONTACT, CONTACT.ID, contacts.stream().map(contact -> {
            Map<Field<?>, @Nullable Object> row = described(contact);
            row.put(CONTACT.ID, contact.id().value());
            row.put(CONTACT.VERSION, contact.version());
            return row;
        }));
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
        var select = db.select(COLUMNS)
                .from(CONTACT)
                .where(CONTACT.ID.eq(DSL.any(
                        Stream.concat(Arrays.stream(holders), ids.stream()).toArray(UUID[]::new))))
                .and(CONTACT.DELETED_AT.isNull())
                .orderBy(CONTACT.ID);
        return Row.all(held ? select.forNoKeyUpdate() : select, ContactStore::contact);
    }

    /** Those of them that live; nobody else can change them until the transaction ends. */
    List<Contact> lockAll(Collection<UUID> ids) {
        return Row.all(
                db.select(COLUMNS)
                        .from(CONTACT)
                        .where(CONTACT.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                        .and(CONTACT.DELETED_AT.isNull())
                        .orderBy(CONTACT.ID)
                        .forNoKeyUpdate(),
                ContactStore::contact);
    }

    /** Puts them into the bin. */
    void deleteAll(Collection<UUID> ids, Instant now) {
        db.update(CONTACT)
                .set(CONTACT.DELETED_AT, utc(now))
                .set(CONTACT.UPDATED_AT, utc(now))
                .set(CONTACT.VERSION, CONTACT.VERSION.plus(1))
                .where(CONTACT.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .and(CONTACT.DELETED_AT.isNull())
                .execute();
    }

    /** Answered from the index of both arrays together. */
    static Condition hasIdentity(String... emailsAndPhones) {
        return DSL.condition(
                "({0} || {1}) && {2}", CONTACT.EMAILS, CONTACT.PHONES, DSL.val(emailsAndPhones, CONTACT.EMAILS));
    }

    /** The company whose name stands beside the contact; none that is deleted or that the viewer may not see. */
    private static Condition itsCompany(Viewer viewer) {
        return COMPANY.ID
                .eq(CONTACT.COMPANY_ID)
                .and(COMPANY.DELETED_AT.isNull())
                .and(CompanyStore.visibleTo(viewer));
    }

    static Condition visibleTo(Viewer viewer) {
        return Visibility.of(viewer, ContactKinds.CONTACT, Action.READ, CONTACT.OWNER_ID, CONTACT.TEAM_ID);
    }

    private static Map<Field<?>, @Nullable Object> newRow(Contact contact) {
        Map<Field<?>, @Nullable Object> row = described(contact);
        row.put(CONTACT.ID, contact.id().value());
        row.put(CONTACT.VERSION, contact.version());
        row.put(CONTACT.LIFECYCLE_STAGE, contact.lifecycleStage().name());
        row.put(CONTACT.LIFECYCLE_SINCE, utc(contact.lifecycleSince()));
        row.put(CONTACT.CREATED_AT, utc(contact.times().createdAt()));
        return row;
    }

    /** The columns that people's words fill, the same for a new row and a changed one. */
    private static Map<Field<?>, @Nullable Object> described(Contact contact) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        ContactFields.DETAILS.write(contact.details(), values);
        values.put(CONTACT.OWNER_ID, value(contact.ownerId()));
        values.put(CONTACT.TEAM_ID, value(contact.teamId()));
        values.put(CONTACT.OTHER_KIND_ID, value(contact.otherKindId()));
        values.put(CONTACT.UPDATED_AT, utc(contact.times().updatedAt()));
        values.put(CONTACT.DELETED_AT, utcOrNull(contact.times().deletedAt()));
        return values;
    }

    private static ContactView view(Row row, Viewer viewer) {
        return ContactView.of(contact(row), row.textOrNull(), viewer);
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
