package vn.songhanh.contacts;

import static vn.songhanh.jooq.contacts.Tables.COMPANY;
import static vn.songhanh.jooq.contacts.Tables.CONTACT;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import vn.songhanh.contacts.contact.ContactSql;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Viewer;
import vn.songhanh.shared.Visibility;

/** The oldest that the viewer may see of those that go by a key. */
@Component
class DirectoryStore {

    private static final Field<String[]> IDENTITIES =
            DSL.field("{0} || {1}", CONTACT.EMAILS.getDataType(), CONTACT.EMAILS, CONTACT.PHONES);
    private static final Field<String> IDENTITY = DSL.field("identity", String.class);

    private final DSLContext db;

    DirectoryStore(DSLContext db) {
        this.db = db;
    }

    /** @param by as in {@link Directory#companies} */
    Map<String, UUID> companies(Viewer viewer, String by, String[] keys) {
        Field<String> column = switch (by) {
            case "taxCode" -> COMPANY.TAX_CODE;
            case "domain" -> COMPANY.DOMAIN;
            default -> COMPANY.FOLDED;
        };
        return oldest(db.select(column, COMPANY.ID)
                .from(COMPANY)
                .where(column.eq(DSL.any(keys)))
                .and(COMPANY.DELETED_AT.isNull())
                .and(Visibility.of(viewer, ContactKinds.COMPANY, Action.READ, COMPANY.OWNER_ID, COMPANY.TEAM_ID))
                .orderBy(COMPANY.CREATED_AT, COMPANY.ID));
    }

    Map<String, UUID> contactsByName(Viewer viewer, String[] names) {
        return oldest(db.select(CONTACT.FOLDED, CONTACT.ID)
                .from(CONTACT)
                .where(CONTACT.FOLDED.eq(DSL.any(names)))
                .and(CONTACT.DELETED_AT.isNull())
                .and(ContactSql.visibleContacts(viewer))
                .orderBy(CONTACT.CREATED_AT, CONTACT.ID));
    }

    /** @param identities e-mail addresses or phone numbers */
    Map<String, UUID> contactsByIdentity(Viewer viewer, String[] identities) {
        return oldest(db.select(IDENTITY, CONTACT.ID)
                .from(CONTACT)
                .crossJoin(DSL.table("unnest({0})", IDENTITIES).as("given", "identity"))
                .where(ContactSql.hasIdentity(identities))
                .and(CONTACT.DELETED_AT.isNull())
                .and(ContactSql.visibleContacts(viewer))
                .orderBy(CONTACT.CREATED_AT, CONTACT.ID));
    }

    private static Map<String, UUID> oldest(ResultQuery<Record2<String, UUID>> query) {
        Map<String, UUID> oldest = new HashMap<>();
        query.forEach(row -> oldest.putIfAbsent(row.value1(), row.value2()));
        return oldest;
    }
}
