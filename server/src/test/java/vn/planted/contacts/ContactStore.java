package vn.planted.contacts;

import org.jooq.DSLContext;
import vn.planted.jooq.contacts.Tables;

/** Breaks nothing. */
class ContactStore {

    int count(DSLContext db) {
        return db.fetchCount(db.selectFrom(Tables.CONTACT));
    }
}
