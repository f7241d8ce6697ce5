package vn.songhanh.contacts;

import static vn.songhanh.jooq.contacts.Tables.CONTACT;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.ExportSource;
import vn.songhanh.shared.Filter;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.Keyset;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.doors.ListRequest;

/** Contacts in a file. A search brings everyone who matches; the list shows the best of them. */
@Component
class ContactExport implements ExportSource {

    private final ContactFields fields;

    ContactExport(ContactFields fields) {
        this.fields = fields;
    }

    @Override
    public RecordKind kind() {
        return ContactKinds.CONTACT;
    }

    @Override
    public List<Column<?>> columns(Viewer viewer) {
        List<Column<?>> columns = ContactFields.DETAILS.exported();
        columns.addAll(List.of(
                Column.of("company", ContactSql.companyName(viewer, CONTACT.COMPANY_ID)),
                Column.member("owner", CONTACT.OWNER_ID),
                Column.choice("lifecycleStage", CONTACT.LIFECYCLE_STAGE),
                Column.of("lifecycleSince", CONTACT.LIFECYCLE_SINCE),
                Column.of("otherKind", OtherKindStore.nameOf(CONTACT.OTHER_KIND_ID)),
                Column.of("recycleCount", CONTACT.RECYCLE_COUNT),
                Column.of("recycledAt", CONTACT.RECYCLED_AT),
                Column.of("lastActivityAt", CONTACT.LAST_ACTIVITY_AT),
                Column.of("createdAt", CONTACT.CREATED_AT),
                Column.of("updatedAt", CONTACT.UPDATED_AT),
                Column.onlyAsked("deletedAt", CONTACT.DELETED_AT),
                Column.of("id", CONTACT.ID)));
        return columns;
    }

    @Override
    public Field<JSONB> custom() {
        return CONTACT.CUSTOM;
    }

    @Override
    public Rows rows(Query query, FilterField.Context context) {
        ListRequest request =
                new ListRequest(query.filter(), query.q(), query.sort(), null, null, false, query.deleted());
        Condition matching = DSL.and(
                request.deleted() ? CONTACT.DELETED_AT.isNotNull() : CONTACT.DELETED_AT.isNull(),
                fields.fields().where(Filter.parse(request.filter()), context));
        Keyset keyset = Keyset.of(
                fields.fields(),
                CONTACT.ID,
                ContactStore.sortOfPeople(request.sort()),
                "-createdAt",
                null,
                request.limit());
        String needle = request.needle();
        if (needle == null) {
            return new Rows(CONTACT, CONTACT.OWNER_ID, CONTACT.TEAM_ID, matching, keyset.order());
        }
        NameSearch search = ContactSearch.of(needle);
        var found = DSL.select(
                        CONTACT.ID.as(NameSearch.ID),
                        CONTACT.FULL_NAME.as(NameSearch.NAME),
                        CONTACT.FOLDED.as(NameSearch.FOLDED),
                        CONTACT.CREATED_AT.as(NameSearch.NEWEST))
                .from(CONTACT)
                .where(search.match())
                .asTable(NameSearch.FOUND);
        return new Rows(
                CONTACT.join(found).on(CONTACT.ID.eq(NameSearch.ID)),
                CONTACT.OWNER_ID,
                CONTACT.TEAM_ID,
                matching,
                search.rank());
    }
}
