package vn.songhanh.contacts;

import static vn.songhanh.jooq.contacts.Tables.COMPANY;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.ExportSource;
import vn.songhanh.shared.Filter;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.Keyset;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;
import vn.songhanh.shared.Visibility;
import vn.songhanh.workspace.doors.ListRequest;

/** Companies in a file. A search brings every one that matches; the list shows the best of them. */
@Component
class CompanyExport implements ExportSource {

    private final CompanyFields fields;

    CompanyExport(CompanyFields fields) {
        this.fields = fields;
    }

    @Override
    public RecordKind kind() {
        return ContactKinds.COMPANY;
    }

    @Override
    public List<Column<?>> columns(Viewer viewer) {
        List<Column<?>> columns = CompanyFields.DETAILS.exported();
        columns.addAll(List.of(
                Column.of("parent", parentName(viewer)),
                Column.member("owner", COMPANY.OWNER_ID),
                Column.choice("lifecycleStage", COMPANY.LIFECYCLE_STAGE),
                Column.of("lifecycleSince", COMPANY.LIFECYCLE_SINCE),
                Column.of("otherKind", OtherKindStore.nameOf(COMPANY.OTHER_KIND_ID)),
                Column.of("recycleCount", COMPANY.RECYCLE_COUNT),
                Column.of("recycledAt", COMPANY.RECYCLED_AT),
                Column.of("lastActivityAt", COMPANY.LAST_ACTIVITY_AT),
                Column.of("createdAt", COMPANY.CREATED_AT),
                Column.of("updatedAt", COMPANY.UPDATED_AT),
                Column.onlyAsked("deletedAt", COMPANY.DELETED_AT),
                Column.of("id", COMPANY.ID)));
        return columns;
    }

    private static Field<String> parentName(Viewer viewer) {
        var parent = COMPANY.as("parent");
        return DSL.field(DSL.select(parent.NAME)
                .from(parent)
                .where(parent.ID.eq(COMPANY.PARENT_ID))
                .and(parent.DELETED_AT.isNull())
                .and(Visibility.of(viewer, ContactKinds.COMPANY, Action.READ, parent.OWNER_ID, parent.TEAM_ID)));
    }

    @Override
    public Field<JSONB> custom() {
        return COMPANY.CUSTOM;
    }

    @Override
    public Rows rows(Query query, FilterField.Context context) {
        ListRequest request =
                new ListRequest(query.filter(), query.q(), query.sort(), null, null, false, query.deleted());
        Condition matching = DSL.and(
                request.deleted() ? COMPANY.DELETED_AT.isNotNull() : COMPANY.DELETED_AT.isNull(),
                fields.fields().where(Filter.parse(request.filter()), context));
        Keyset keyset = Keyset.of(fields.fields(), COMPANY.ID, request.sort(), "-createdAt", null, request.limit());
        String needle = request.needle();
        if (needle == null) {
            return new Rows(COMPANY, COMPANY.OWNER_ID, COMPANY.TEAM_ID, matching, keyset.order());
        }
        NameSearch search = CompanySearch.of(needle);
        var found = DSL.select(
                        COMPANY.ID.as(NameSearch.ID),
                        COMPANY.NAME.as(NameSearch.NAME),
                        COMPANY.FOLDED.as(NameSearch.FOLDED),
                        COMPANY.CREATED_AT.as(NameSearch.NEWEST))
                .from(COMPANY)
                .where(search.match())
                .asTable(NameSearch.FOUND);
        return new Rows(
                COMPANY.join(found).on(COMPANY.ID.eq(NameSearch.ID)),
                COMPANY.OWNER_ID,
                COMPANY.TEAM_ID,
                matching,
                search.rank());
    }
}
