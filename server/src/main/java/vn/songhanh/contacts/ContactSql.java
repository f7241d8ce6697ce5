package vn.songhanh.contacts;

import static vn.songhanh.jooq.contacts.Tables.COMPANY;
import static vn.songhanh.jooq.contacts.Tables.CONTACT;

import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Viewer;
import vn.songhanh.shared.Visibility;

/** What the statements of higher modules may say about contacts and companies without knowing our tables. */
public final class ContactSql {

    /** The contact, or company, of the row at hand: for filter fields that look through it at its deals. */
    public static final Field<UUID> CONTACT_ID = CONTACT.ID;

    public static final Field<UUID> COMPANY_ID = COMPANY.ID;

    private ContactSql() {}

    /** Null for a contact that is deleted or that the viewer may not see. */
    public static Field<String> contactName(Viewer viewer, Field<UUID> id) {
        return DSL.field(DSL.select(CONTACT.FULL_NAME)
                .from(CONTACT)
                .where(CONTACT.ID.eq(id))
                .and(CONTACT.DELETED_AT.isNull())
                .and(Visibility.of(viewer, ContactKinds.CONTACT, Action.READ, CONTACT.OWNER_ID, CONTACT.TEAM_ID)));
    }

    /** Null for a company that is deleted or that the viewer may not see. */
    public static Field<String> companyName(Viewer viewer, Field<UUID> id) {
        return DSL.field(DSL.select(COMPANY.NAME)
                .from(COMPANY)
                .where(COMPANY.ID.eq(id))
                .and(COMPANY.DELETED_AT.isNull())
                .and(Visibility.of(viewer, ContactKinds.COMPANY, Action.READ, COMPANY.OWNER_ID, COMPANY.TEAM_ID)));
    }

    /** The name of the company that a contact belongs to; null as with {@link #companyName}. */
    public static Field<String> companyNameOf(Viewer viewer, Field<UUID> contactId) {
        return DSL.field(DSL.select(COMPANY.NAME)
                .from(CONTACT)
                .join(COMPANY)
                .on(COMPANY.ID.eq(CONTACT.COMPANY_ID))
                .where(CONTACT.ID.eq(contactId))
                .and(COMPANY.DELETED_AT.isNull())
                .and(Visibility.of(viewer, ContactKinds.CONTACT, Action.READ, CONTACT.OWNER_ID, CONTACT.TEAM_ID))
                .and(Visibility.of(viewer, ContactKinds.COMPANY, Action.READ, COMPANY.OWNER_ID, COMPANY.TEAM_ID)));
    }

    /** The primary e-mail address of a contact; null also as with {@link #contactName}. */
    public static Field<String> contactEmail(Viewer viewer, Field<UUID> id) {
        return DSL.field(DSL.select(DSL.arrayGet(CONTACT.EMAILS, 1))
                .from(CONTACT)
                .where(CONTACT.ID.eq(id))
                .and(CONTACT.DELETED_AT.isNull())
                .and(Visibility.of(viewer, ContactKinds.CONTACT, Action.READ, CONTACT.OWNER_ID, CONTACT.TEAM_ID)));
    }
}
