package vn.songhanh.workspace.access;

import static org.jooq.impl.DSL.lower;
import static vn.songhanh.jooq.workspace.Tables.INVITATION;
import static vn.songhanh.jooq.workspace.Tables.MEMBER;
import static vn.songhanh.jooq.workspace.Tables.PASSWORD;
import static vn.songhanh.jooq.workspace.Tables.SESSION;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.NotFound;

@Repository
class SessionStore {

    record Account(MemberId member, String hash) {}

    private final DSLContext db;

    SessionStore(DSLContext db) {
        this.db = db;
    }

    /** Who may sign in with that address: an active member who has set a password. */
    Optional<Account> account(String email) {
        return db.select(MEMBER.ID, PASSWORD.HASH)
                .from(MEMBER)
                .join(PASSWORD)
                .on(PASSWORD.MEMBER_ID.eq(MEMBER.ID))
                .where(lower(MEMBER.EMAIL).eq(email))
                .and(MEMBER.ACTIVE)
                .fetchOptional(row -> new Account(new MemberId(row.value1()), row.value2()));
    }

    /** Whether it still is so; nobody changes it until the transaction ends. */
    boolean holds(Account account) {
        return db.select(PASSWORD.MEMBER_ID)
                .from(MEMBER)
                .join(PASSWORD)
                .on(PASSWORD.MEMBER_ID.eq(MEMBER.ID))
                .where(MEMBER.ID.eq(account.member().value()))
                .and(MEMBER.ACTIVE)
                .and(PASSWORD.HASH.eq(account.hash()))
                .forNoKeyUpdate()
                .fetchOptional()
                .isPresent();
    }

    void savePassword(MemberId member, String hash, Instant now) {
        db.insertInto(PASSWORD)
                .set(PASSWORD.MEMBER_ID, member.value())
                .set(PASSWORD.HASH, hash)
                .set(PASSWORD.CHANGED_AT, now.atOffset(ZoneOffset.UTC))
                .onConflict(PASSWORD.MEMBER_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    /** Of those members whose password it is. */
    void deletePasswords(Collection<MemberId> members, String hash) {
        db.deleteFrom(PASSWORD)
                .where(PASSWORD.MEMBER_ID.eq(
                        DSL.any(members.stream().map(MemberId::value).toArray(UUID[]::new))))
                .and(PASSWORD.HASH.eq(hash))
                .execute();
    }

    void insert(UUID id, MemberId member, byte[] digest, Instant now, Instant end) {
        db.insertInto(SESSION)
                .set(SESSION.TOKEN_HASH, digest)
                .set(SESSION.ID, id)
                .set(SESSION.MEMBER_ID, member.value())
                .set(SESSION.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                .set(SESSION.LAST_SEEN_AT, now.atOffset(ZoneOffset.UTC))
                .set(SESSION.EXPIRES_AT, end.atOffset(ZoneOffset.UTC))
                .execute();
    }

    Optional<UUID> delete(byte[] digest) {
        return db.deleteFrom(SESSION)
                .where(SESSION.TOKEN_HASH.eq(digest))
                .returning(SESSION.ID)
                .fetchOptional(SESSION.ID);
    }

    void deleteAll(MemberId member) {
        db.deleteFrom(SESSION).where(SESSION.MEMBER_ID.eq(member.value())).execute();
    }

    int deleteExpired(Instant now, Instant idleSince) {
        return db.deleteFrom(SESSION)
                .where(SESSION.EXPIRES_AT.le(now.atOffset(ZoneOffset.UTC)))
                .or(SESSION.LAST_SEEN_AT.le(idleSince.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    void saveInvitation(MemberId member, byte[] digest, @Nullable MemberId inviter, Instant now, Instant end) {
        db.insertInto(INVITATION)
                .set(INVITATION.MEMBER_ID, member.value())
                .set(INVITATION.TOKEN_HASH, digest)
                .set(INVITATION.INVITED_BY, inviter == null ? null : inviter.value())
                .set(INVITATION.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                .set(INVITATION.EXPIRES_AT, end.atOffset(ZoneOffset.UTC))
                .onConflict(INVITATION.MEMBER_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    Optional<MemberId> invited(byte[] digest, Instant now) {
        return db.select(INVITATION.MEMBER_ID)
                .from(INVITATION)
                .join(MEMBER)
                .on(MEMBER.ID.eq(INVITATION.MEMBER_ID))
                .where(INVITATION.TOKEN_HASH.eq(digest))
                .and(INVITATION.EXPIRES_AT.gt(now.atOffset(ZoneOffset.UTC)))
                .and(MEMBER.ACTIVE)
                .fetchOptional(row -> new MemberId(row.value1()));
    }

    /**
     * Uses the invitation up: of two who come with one, one gets in.
     *
     * @return who is to be told; empty when the product itself invited
     * @throws NotFound when it was used before
     */
    Optional<MemberId> useInvitation(byte[] digest) {
        return Optional.ofNullable(db.deleteFrom(INVITATION)
                        .where(INVITATION.TOKEN_HASH.eq(digest))
                        .returning(INVITATION.INVITED_BY)
                        .fetchOptional()
                        .orElseThrow(() -> new NotFound("invitation", ""))
                        .getInvitedBy())
                .map(MemberId::new);
    }

    void deleteInvitation(MemberId member) {
        db.deleteFrom(INVITATION).where(INVITATION.MEMBER_ID.eq(member.value())).execute();
    }
}
