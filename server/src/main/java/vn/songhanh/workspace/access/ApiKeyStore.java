package vn.songhanh.workspace.access;

import static vn.songhanh.jooq.workspace.Tables.API_KEY;
import static vn.songhanh.jooq.workspace.Tables.MEMBER;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import vn.songhanh.jooq.workspace.tables.records.ApiKeyRecord;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;

@Repository
class ApiKeyStore {

    private final DSLContext db;

    ApiKeyStore(DSLContext db) {
        this.db = db;
    }

    List<ApiKey> list(Viewer viewer) {
        return db.selectFrom(API_KEY)
                .where(visibleTo(viewer))
                .orderBy(API_KEY.CREATED_AT.desc(), API_KEY.ID.desc())
                .fetch(ApiKeyStore::key);
    }

    Optional<ApiKey> find(Viewer viewer, UUID id) {
        return db.selectFrom(API_KEY)
                .where(API_KEY.ID.eq(id))
                .and(visibleTo(viewer))
                .fetchOptional(ApiKeyStore::key);
    }

    ApiKey require(UUID id) {
        return db.selectFrom(API_KEY).where(API_KEY.ID.eq(id)).fetchSingle(ApiKeyStore::key);
    }

    void insert(ApiKey key, byte[] digest) {
        db.insertInto(API_KEY)
                .set(API_KEY.ID, key.id())
                .set(API_KEY.TOKEN_HASH, digest)
                .set(API_KEY.MEMBER_ID, key.memberId().value())
                .set(API_KEY.PARENT_ID, key.parentId())
                .set(API_KEY.NAME, key.name())
                .set(API_KEY.HINT, key.hint())
                .set(API_KEY.SCOPES, key.scopes().toArray(String[]::new))
                .set(
                        API_KEY.EXPIRES_AT,
                        key.expiresAt() == null ? null : key.expiresAt().atOffset(ZoneOffset.UTC))
                .set(API_KEY.CREATED_AT, key.createdAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Nobody else makes or revokes a key of that member until the transaction ends. */
    void lockKeysOf(MemberId member) {
        db.select(MEMBER.ID)
                .from(MEMBER)
                .where(MEMBER.ID.eq(member.value()))
                .forNoKeyUpdate()
                .fetch();
    }

    /** With all keys that were made by it, and by those. */
    List<ApiKey> revoke(UUID id, Instant now) {
        var ended = DSL.name("ended")
                .fields("id")
                .as(DSL.select(API_KEY.ID)
                        .from(API_KEY)
                        .where(API_KEY.ID.eq(id))
                        .union(DSL.select(API_KEY.ID)
                                .from(API_KEY)
                                .join(DSL.table(DSL.name("ended")))
                                .on(API_KEY.PARENT_ID.eq(DSL.field(DSL.name("ended", "id"), UUID.class)))));
        List<UUID> ids = db.withRecursive(ended)
                .select(ended.field("id", UUID.class))
                .from(ended)
                .fetch(row -> row.value1());
        return revoke(API_KEY.ID.in(ids), now);
    }

    List<ApiKey> revokeAll(MemberId member, Instant now) {
        return revoke(API_KEY.MEMBER_ID.eq(member.value()), now);
    }

    /** @return those that were good until now */
    private List<ApiKey> revoke(Condition which, Instant now) {
        return db.update(API_KEY)
                .set(API_KEY.REVOKED_AT, now.atOffset(ZoneOffset.UTC))
                .where(which)
                .and(API_KEY.REVOKED_AT.isNull())
                .returning()
                .fetch(ApiKeyStore::key);
    }

    /**
     * One's own, and everybody's for whoever may change the workspace. A key of limited scopes knows itself and those
     * that it made.
     */
    private static Condition visibleTo(Viewer viewer) {
        if (viewer.reach(WorkspaceKinds.WORKSPACE, Action.WRITE) == Reach.ALL) {
            return DSL.noCondition();
        }
        return viewer.himself()
                ? API_KEY.MEMBER_ID.eq(viewer.member().value())
                : API_KEY.ID.eq(viewer.key()).or(API_KEY.PARENT_ID.eq(viewer.key()));
    }

    private static ApiKey key(ApiKeyRecord row) {
        return new ApiKey(
                row.getId(),
                new MemberId(row.getMemberId()),
                row.getParentId(),
                row.getName(),
                row.getHint(),
                List.of(row.getScopes()),
                instant(row.getExpiresAt()),
                instant(row.getLastUsedAt()),
                instant(row.getRevokedAt()),
                row.getCreatedAt().toInstant());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
