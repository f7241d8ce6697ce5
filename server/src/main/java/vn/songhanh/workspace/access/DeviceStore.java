package vn.songhanh.workspace.access;

import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.select;
import static vn.songhanh.jooq.workspace.Tables.DEVICE;
import static vn.songhanh.jooq.workspace.Tables.MEMBER;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import vn.songhanh.shared.MemberId;

/** The browsers that members have signed in from. */
@Repository
class DeviceStore {

    private final DSLContext db;

    DeviceStore(DSLContext db) {
        this.db = db;
    }

    boolean knows(byte[] digest, String email, Instant now) {
        return db.fetchExists(select(DEVICE.MEMBER_ID)
                .from(DEVICE)
                .join(MEMBER)
                .on(MEMBER.ID.eq(DEVICE.MEMBER_ID))
                .where(DEVICE.TOKEN_HASH.eq(digest))
                .and(DEVICE.EXPIRES_AT.gt(now.atOffset(ZoneOffset.UTC)))
                .and(lower(MEMBER.EMAIL).eq(email))
                .and(MEMBER.ACTIVE));
    }

    /** For all who use that browser. */
    void rename(byte[] former, byte[] digest) {
        db.update(DEVICE)
                .set(DEVICE.TOKEN_HASH, digest)
                .where(DEVICE.TOKEN_HASH.eq(former))
                .execute();
    }

    void save(byte[] digest, MemberId member, Instant now, Instant end) {
        db.insertInto(DEVICE)
                .set(DEVICE.TOKEN_HASH, digest)
                .set(DEVICE.MEMBER_ID, member.value())
                .set(DEVICE.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                .set(DEVICE.EXPIRES_AT, end.atOffset(ZoneOffset.UTC))
                .onConflict(DEVICE.TOKEN_HASH, DEVICE.MEMBER_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    /** The latest stay. */
    void keep(int most, MemberId member) {
        db.deleteFrom(DEVICE)
                .where(DEVICE.MEMBER_ID.eq(member.value()))
                .and(DEVICE.TOKEN_HASH.in(select(DEVICE.TOKEN_HASH)
                        .from(DEVICE)
                        .where(DEVICE.MEMBER_ID.eq(member.value()))
                        .orderBy(DEVICE.CREATED_AT.desc(), DEVICE.TOKEN_HASH)
                        .offset(most)))
                .execute();
    }

    void deleteAll(MemberId member) {
        db.deleteFrom(DEVICE).where(DEVICE.MEMBER_ID.eq(member.value())).execute();
    }

    int deleteExpired(Instant now) {
        return db.deleteFrom(DEVICE)
                .where(DEVICE.EXPIRES_AT.le(now.atOffset(ZoneOffset.UTC)))
                .execute();
    }
}
