package vn.songhanh.workspace.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.songhanh.shared.Forbidden;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;
import vn.songhanh.workspace.audit.Audit;
import vn.songhanh.workspace.members.Kinds;
import vn.songhanh.workspace.members.Members;
import vn.songhanh.workspace.members.Roles;

/** The keys of programs: made, shown once, revoked. */
@Service
public class ApiKeys {

    public static final String PREFIX = "shk_";

    private static final int HINT_LENGTH = PREFIX.length() + 6;

    /** @param key the secret itself, which is never shown again */
    public record Made(ApiKey apiKey, String key) {}

    private final ApiKeyStore store;
    private final Members members;
    private final Roles roles;
    private final Kinds kinds;
    private final Viewers viewers;
    private final Audit audit;
    private final Clock clock;

    ApiKeys(ApiKeyStore store, Members members, Roles roles, Kinds kinds, Viewers viewers, Audit audit, Clock clock) {
        this.store = store;
        this.members = members;
        this.roles = roles;
        this.kinds = kinds;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    public List<ApiKey> list(Viewer viewer) {
        return store.list(viewer);
    }

    /**
     * A key for the viewer. One made through another key cannot do more than that one, ends no later, and is revoked
     * with it.
     */
    @Transactional
    public Made create(Viewer viewer, String name, List<String> scopes, @Nullable Instant expiresAt) {
        Scopes asked = Scopes.of(scopes, kinds.all());
        store.lockKeysOf(viewer.member());
        if (viewer.key() != null) {
            return createBy(viewer, viewer.key(), name, asked, expiresAt);
        }
        roles.within(
                viewer,
                roles.permissions(members.require(viewer.member()).role()).within(asked.permissions()));
        return create(viewer, viewer.member(), null, name, asked, expiresAt, PREFIX + Token.random());
    }

    private Made createBy(Viewer viewer, UUID by, String name, Scopes asked, @Nullable Instant expiresAt) {
        ApiKey parent = store.require(by);
        if (parent.revokedAt() != null || !members.require(viewer.member()).active()) {
            // Since this request came in.
            throw new Unauthenticated("invalid-api-key");
        }
        if (!new Scopes(parent.scopes()).cover(asked, kinds.all())) {
            throw new Forbidden("beyond-your-permissions");
        }
        Instant end = parent.expiresAt();
        new Invalid.Check()
                .that(
                        end == null || expiresAt == null || !expiresAt.isAfter(end),
                        "expiresAt",
                        "beyond-your-key",
                        Map.of("max", String.valueOf(end)))
                .done();
        Instant ends = expiresAt == null ? end : expiresAt;
        return create(viewer, viewer.member(), by, name, asked, ends, PREFIX + Token.random());
    }

    /** A key whose secret was chosen outside: the one that a headless set-up is given. */
    @Transactional
    void admit(MemberId member, String name, String secret) {
        create(Viewer.SYSTEM, member, null, name, Scopes.ALL, null, secret);
    }

    /** From this moment on the key opens nothing, nor does any that was made by it. */
    @Transactional
    public void revoke(Viewer viewer, UUID id) {
        ApiKey key = store.find(viewer, id).orElseThrow(() -> new NotFound("api-key", id));
        boolean itsOwn =
                viewer.key() != null && (viewer.key().equals(id) || viewer.key().equals(key.parentId()));
        if (!itsOwn) {
            // A key that is good for little must not shut the doors of others.
            roles.within(
                    viewer, roles.permissions(members.require(viewer.member()).role()));
        }
        store.lockKeysOf(key.memberId());
        List<ApiKey> revoked = store.revoke(key.id(), clock.instant());
        record(viewer, revoked);
        Set<UUID> ids = revoked.stream().map(ApiKey::id).collect(Collectors.toSet());
        viewers.forgetAfterCommit(entrance -> ids.contains(entrance.id()));
    }

    /** Of a member who may not come in any more. */
    void revokeAll(Viewer viewer, MemberId member) {
        record(viewer, store.revokeAll(member, clock.instant()));
    }

    private void record(Viewer viewer, List<ApiKey> revoked) {
        for (ApiKey key : revoked) {
            audit.record(viewer, WorkspaceKinds.WORKSPACE, key.id(), "api-key-revoked", facts(key), Map.of());
        }
    }

    private static Map<String, Object> facts(ApiKey key) {
        return Map.of("name", key.name(), "memberId", key.memberId().toString(), "scopes", key.scopes());
    }

    private Made create(
            Viewer viewer,
            MemberId member,
            @Nullable UUID parent,
            String name,
            Scopes scopes,
            @Nullable Instant expiresAt,
            String secret) {
        String clean = Text.cleanOrNull(name, "name");
        Instant now = clock.instant();
        if (clean == null) {
            throw new Invalid("name", "required");
        }
        new Invalid.Check()
                .that(clean.length() <= 100, "name", "too-long", Map.of("max", 100))
                .that(expiresAt == null || expiresAt.isAfter(now), "expiresAt", "not-in-the-future")
                .done();
        String hint = secret.substring(0, HINT_LENGTH) + "…";
        ApiKey key = new ApiKey(Ids.next(), member, parent, clean, hint, scopes.names(), expiresAt, null, null, now);
        store.insert(key, Token.digest(secret));
        audit.record(viewer, WorkspaceKinds.WORKSPACE, key.id(), "api-key-created", Map.of(), facts(key));
        return new Made(key, secret);
    }
}
