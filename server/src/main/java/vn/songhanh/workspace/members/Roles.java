package vn.songhanh.workspace.members;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Conflict;
import vn.songhanh.shared.Forbidden;
import vn.songhanh.shared.Permissions;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;
import vn.songhanh.workspace.audit.Audit;

/** What each role permits. Remembered for a second, since every request asks. */
@Service
public class Roles {

    private static final long REMEMBERED_NANOS = Duration.ofSeconds(1).toNanos();

    private record Remembered(Map<Role, Permissions> permissions, long since) {}

    private final RoleStore store;
    private final Kinds kinds;
    private final ApplicationEventPublisher told;
    private final Audit audit;
    private volatile @Nullable Remembered remembered;

    Roles(RoleStore store, Kinds kinds, ApplicationEventPublisher told, Audit audit) {
        this.store = store;
        this.kinds = kinds;
        this.told = told;
        this.audit = audit;
    }

    public Permissions permissions(Role role) {
        return all().getOrDefault(role, Permissions.NONE);
    }

    public Map<Role, Permissions> all() {
        Remembered known = remembered;
        long now = System.nanoTime();
        if (known == null || now - known.since() > REMEMBERED_NANOS) {
            Map<Role, Permissions> permissions = new EnumMap<>(Role.class);
            store.load().forEach((role, granted) -> permissions.put(role, granted));
            permissions.put(Role.OWNER, Permissions.ALL);
            known = new Remembered(permissions, now);
            remembered = known;
        }
        return known.permissions();
    }

    /**
     * Replaces what a role permits; kinds and actions that are not named are refused to it. Judged by what holds now,
     * not by what the viewer was let in with: another change may have come first.
     *
     * @throws Conflict for the owner's role, which always may do everything, and for one's own, when it would lose
     *     something: nobody could give it back to himself
     */
    @Transactional
    public Permissions change(Viewer viewer, Role role, Map<RecordKind, Map<Action, Reach>> reaches) {
        viewer.require(WorkspaceKinds.WORKSPACE, Action.WRITE);
        reaches.keySet().forEach(kind -> kinds.check("permissions", kind));
        if (role == Role.OWNER) {
            throw new Conflict("owner-role-is-fixed");
        }
        Permissions permissions = new Permissions(
                (kind, action) -> reaches.getOrDefault(kind, Map.of()).getOrDefault(action, Reach.NONE));
        store.lock();
        Map<Role, Permissions> present = store.load();
        Permissions before = present.getOrDefault(role, Permissions.NONE);
        Role own = viewer.actor() == null ? Role.OWNER : store.roleOf(viewer.member());
        Permissions ofOwn = own == Role.OWNER ? Permissions.ALL : present.getOrDefault(own, Permissions.NONE);
        if (ofOwn.reach(WorkspaceKinds.WORKSPACE, Action.WRITE) == Reach.NONE) {
            throw new Forbidden(WorkspaceKinds.WORKSPACE, Action.WRITE);
        }
        within(viewer, permissions);
        within(ofOwn, permissions);
        if (role == own && !covers(permissions, before)) {
            throw new Conflict("own-role-narrowed");
        }
        store.replace(role, permissions, kinds.all());
        // A role is no record and has no id; one made from its name lets its history be found.
        UUID id = UUID.nameUUIDFromBytes(role.name().getBytes(StandardCharsets.UTF_8));
        audit.record(
                viewer, WorkspaceKinds.WORKSPACE, id, "role-changed", facts(role, before), facts(role, permissions));
        told.publishEvent(new AccessChanged(viewer, null, false));
        return permissions;
    }

    /** @throws Forbidden when {@code given} goes beyond the viewer's own: nobody gives what he does not have */
    public void within(Viewer viewer, Permissions given) {
        within(viewer.permissions(), given);
    }

    private void within(Permissions own, Permissions given) {
        if (!covers(own, given)) {
            throw new Forbidden("beyond-your-permissions");
        }
    }

    /** Whether the viewer may give that role. */
    boolean covers(Viewer viewer, Role role) {
        return covers(viewer.permissions(), permissions(role));
    }

    private boolean covers(Permissions wide, Permissions narrow) {
        for (RecordKind kind : kinds.all()) {
            for (Action action : Action.values()) {
                if (narrow.reach(kind, action).compareTo(wide.reach(kind, action)) > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** As the API shows permissions: every kind and action, the refused ones as {@link Reach#NONE}. */
    public Map<RecordKind, Map<Action, Reach>> table(Permissions permissions) {
        Map<RecordKind, Map<Action, Reach>> table = new LinkedHashMap<>();
        for (RecordKind kind : kinds.all()) {
            Map<Action, Reach> actions = new EnumMap<>(Action.class);
            for (Action action : Action.values()) {
                actions.put(action, permissions.reach(kind, action));
            }
            table.put(kind, actions);
        }
        return table;
    }

    private Map<String, String> facts(Role role, Permissions permissions) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (RecordKind kind : kinds.all()) {
            for (Action action : Action.values()) {
                facts.put(
                        role + "." + kind + "." + action,
                        permissions.reach(kind, action).name());
            }
        }
        return facts;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void forget(AccessChanged change) {
        remembered = null;
    }
}
