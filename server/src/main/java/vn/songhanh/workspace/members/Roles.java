package vn.songhanh.workspace.members;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
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

/** What each role permits. Remembered for a second, since every request asks. */
@Service
public class Roles {

    private static final long REMEMBERED_NANOS = Duration.ofSeconds(1).toNanos();

    private record Remembered(Map<Role, Permissions> permissions, long since) {}

    private final RoleStore store;
    private final ApplicationEventPublisher told;
    private volatile @Nullable Remembered remembered;

    Roles(RoleStore store, ApplicationEventPublisher told) {
        this.store = store;
        this.told = told;
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
     * Replaces what a role permits; kinds and actions that are not named are refused to it.
     *
     * @throws Conflict for the owner's role, which always may do everything
     */
    @Transactional
    public Permissions change(Viewer viewer, Role role, Map<RecordKind, Map<Action, Reach>> reaches) {
        viewer.require(RecordKind.WORKSPACE, Action.WRITE);
        if (role == Role.OWNER) {
            throw new Conflict("owner-role-is-fixed");
        }
        Permissions permissions = new Permissions(
                (kind, action) -> reaches.getOrDefault(kind, Map.of()).getOrDefault(action, Reach.NONE));
        within(viewer, permissions);
        store.replace(role, permissions);
        told.publishEvent(new AccessChanged(null, false));
        return permissions;
    }

    /** @throws Forbidden when {@code given} goes beyond the viewer's own: nobody gives what he does not have */
    public void within(Viewer viewer, Permissions given) {
        for (RecordKind kind : RecordKind.values()) {
            for (Action action : Action.values()) {
                if (given.reach(kind, action).compareTo(viewer.reach(kind, action)) > 0) {
                    throw new Forbidden("beyond-your-permissions", Map.of("kind", kind, "action", action), null);
                }
            }
        }
    }

    /** As the API shows permissions: every kind and action, the refused ones as {@link Reach#NONE}. */
    public static Map<RecordKind, Map<Action, Reach>> table(Permissions permissions) {
        Map<RecordKind, Map<Action, Reach>> table = new EnumMap<>(RecordKind.class);
        for (RecordKind kind : RecordKind.values()) {
            Map<Action, Reach> actions = new EnumMap<>(Action.class);
            for (Action action : Action.values()) {
                actions.put(action, permissions.reach(kind, action));
            }
            table.put(kind, actions);
        }
        return table;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void forget(AccessChanged change) {
        remembered = null;
    }
}
