package vn.songhanh.workspace.access;

import static vn.songhanh.jooq.workspace.Tables.SETUP_LINK;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The links to the set-up page that were printed. */
@Component
class SetupStore {

    private final DSLContext db;

    SetupStore(DSLContext db) {
        this.db = db;
    }

    void insert(byte[] digest, Instant now) {
        db.insertInto(SETUP_LINK)
                .set(SETUP_LINK.TOKEN_HASH, digest)
                .set(SETUP_LINK.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    boolean knows(byte[] digest) {
        return db.fetchExists(SETUP_LINK, SETUP_LINK.TOKEN_HASH.eq(digest));
    }

    void deleteAll() {
        db.deleteFrom(SETUP_LINK).execute();
    }
}
