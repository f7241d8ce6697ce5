package vn.songhanh.contacts.contact;

import static vn.songhanh.jooq.contacts.Tables.COMPANY;
import static vn.songhanh.jooq.contacts.Tables.CONTACT;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Viewer;
import vn.songhanh.shared.Visibility;

/** What the statements of higher modules may say about contacts and companies without knowing our tables. */
public final class ContactSql {

    /** The contact, or company, of the row at hand: for filter fields that look through it at its deals. */
    public static final Field<UUID> CONTACT_ID = CONTACT.ID;

    public static final Field<UUID> COMPANY_ID = COMPANY.ID;

    private ContactSql() {}

    /** Of the contact of the row at hand. */
    public static Condition visibleContacts(Viewer viewer) {
        return Visibility.of(viewer, ContactKinds.CONTACT, Action.READ, CONTACT.OWNER_ID, CONTACT.TEAM_ID);
    }

    /** Of the company of the row at hand. */
    public static Condition visibleCompanies(Viewer viewer) {
        return Visibility.of(viewer, ContactKinds.COMPANY, Action.READ, COMPANY.OWNER_ID, COMPANY.TEAM_ID);
    }

    /** Whether the contact has one of them. Answered from the index of both arrays together. */
    public static Condition hasIdentity(String... emailsAndPhones) {
        return DSL.condition(
                "({0} || {1}) && {2}", CONTACT.EMAILS, CONTACT.PHONES, DSL.val(emailsAndPhones, CONTACT.EMAILS));
    }

    /** Null for a contact that is deleted or that the viewer may not see. */
    public static Field<String> contactName(Viewer viewer, Field<UUID> id) {
        return DSL.field(DSL.select(CONTACT.FULL_NAME)
                .from(CONTACT)
                .where(CONTACT.ID.eq(id))
                .and(CONTACT.DELETED_AT.isNull())
                .and(visibleContacts(viewer)));
    }

    /** Null for a company that is deleted or that the viewer may not see. */
    public static Field<String> companyName(Viewer viewer, Field<UUID> id) {
        return DSL.field(DSL.select(COMPANY.NAME)
                .from(COMPANY)
                .where(COMPANY.ID.eq(id))
                .and(COMPANY.DELETED_AT.isNull())
                .and(visibleCompanies(viewer)));
    }

    /** The name of the company that a contact belongs to; null as with {@link #companyName}. */
    public static Field<String> companyNameOf(Viewer viewer, Field<UUID> contactId) {
        return DSL.field(DSL.select(COMPANY.NAME)
                .from(CONTACT)
                .join(COMPANY)
                .on(COMPANY.ID.eq(CONTACT.COMPANY_ID))
                .where(CONTACT.ID.eq(contactId))
                .and(COMPANY.DELETED_AT.isNull())
                .and(visibleContacts(viewer))
                .and(visibleCompanies(viewer)));
    }

    /** The primary e-mail address of a contact; null also as with {@link #contactName}. */
    public static Field<String> contactEmail(Viewer viewer, Field<UUID> id) {
        return DSL.field(DSL.select(DSL.arrayGet(CONTACT.EMAILS, 1))
                .from(CONTACT)
                .where(CONTACT.ID.eq(id))
                .and(CONTACT.DELETED_AT.isNull())
                .and(visibleContacts(viewer)));
    }
}
