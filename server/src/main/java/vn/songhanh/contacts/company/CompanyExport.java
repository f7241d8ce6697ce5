package vn.songhanh.contacts.company;

import static vn.songhanh.jooq.contacts.Tables.COMPANY;

import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.RecordExport;
import vn.songhanh.shared.Viewer;
import vn.songhanh.shared.Visibility;

/** Companies in a file. A search brings every one that matches; the list shows the best of them. */
@Component
class CompanyExport extends RecordExport {

    CompanyExport(CompanyStore store) {
        super(ContactKinds.COMPANY, store, COMPANY.CUSTOM);
    }

    @Override
    public List<Column<?>> columns(Viewer viewer) {
        List<Column<?>> columns = CompanyFields.DETAILS.exported();
        columns.addAll(List.of(Column.of("parent", parentName(viewer)), Column.member("owner", COMPANY.OWNER_ID)));
        columns.addAll(CompanyStore.exportedStanding());
        columns.addAll(List.of(
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
}
