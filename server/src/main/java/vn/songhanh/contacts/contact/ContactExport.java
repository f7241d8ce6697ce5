package vn.songhanh.contacts.contact;

import static vn.songhanh.jooq.contacts.Tables.CONTACT;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.shared.RecordExport;
import vn.songhanh.shared.Viewer;

/** Contacts in a file. A search brings everyone who matches; the list shows the best of them. */
@Component
class ContactExport extends RecordExport {

    ContactExport(ContactStore store) {
        super(ContactKinds.CONTACT, store, CONTACT.CUSTOM);
    }

    @Override
    public List<Column<?>> columns(Viewer viewer) {
        List<Column<?>> columns = ContactFields.DETAILS.exported();
        columns.addAll(List.of(
                Column.of("company", ContactSql.companyName(viewer, CONTACT.COMPANY_ID)),
                Column.member("owner", CONTACT.OWNER_ID)));
        columns.addAll(ContactStore.exportedStanding());
        columns.addAll(List.of(
                Column.of("createdAt", CONTACT.CREATED_AT),
                Column.of("updatedAt", CONTACT.UPDATED_AT),
                Column.onlyAsked("deletedAt", CONTACT.DELETED_AT),
                Column.of("id", CONTACT.ID)));
        return columns;
    }
}
