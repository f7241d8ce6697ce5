package vn.songhanh.contacts.lifecycle;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Conflict;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.NameSource;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.Placed;
import vn.songhanh.shared.StaleVersion;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;
import vn.songhanh.workspace.audit.Audit;

/** The kinds of those who stand in {@link LifecycleStage#OTHER}, so that everybody knows who is in it. */
@Service
public class OtherKinds implements NameSource {

    static final int MOST = 50;

    private final OtherKindStore store;
    private final Audit audit;
    private final Clock clock;

    OtherKinds(OtherKindStore store, Audit audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** In their order, archived ones too, for records may have them. */
    public List<OtherKind> all() {
        return store.all();
    }

    @Override
    public Map<UUID, String> names(Viewer viewer, Collection<UUID> ids) {
        return store.all().stream()
                .filter(kind -> ids.contains(kind.id().value()))
                .collect(Collectors.toMap(kind -> kind.id().value(), OtherKind::name));
    }

    public OtherKind require(OtherKindId id) {
        return store.find(id).orElseThrow(() -> new NotFound("other-kind", id));
    }

    /**
     * The kind of somebody who goes to OTHER, which must be said.
     *
     * @throws Invalid without one, or with one that is not there or not in use
     */
    public OtherKindId given(@Nullable OtherKindId id) {
        if (id == null) {
            throw new Invalid("otherKindId", "required");
        }
        boolean inUse = store.find(id).filter(kind -> !kind.archived()).isPresent();
        if (!inUse) {
            throw new Invalid("otherKindId", "unknown-reference", Map.of("value", id.toString()));
        }
        return id;
    }

    /** As {@link #given}, of a record that may have had one before, or none. */
    public void check(@Nullable OtherKindId id, @Nullable OtherKindId before) {
        if (id != null && !Objects.equals(id, before)) {
            given(id);
        }
    }

    @Transactional
    public OtherKind create(Viewer viewer, OtherKindInput input) {
        viewer.require(WorkspaceKinds.WORKSPACE, Action.WRITE);
        List<OtherKind> kinds = store.lockAll();
        if (kinds.size() >= MOST) {
            throw new Conflict("too-many-other-kinds", Map.of("max", MOST));
        }
        String name = input.checkedName();
        int place = Objects.requireNonNullElse(input.position(), kinds.size() + 1);
        OtherKind kind = new OtherKind(
                OtherKindId.next(), 1, name, Math.min(place, kinds.size() + 1), Boolean.TRUE.equals(input.archived()));
        unlessTaken(name, () -> store.insert(kind, clock.instant()));
        arrange(kinds, kind);
        audit.record(viewer, WorkspaceKinds.WORKSPACE, kind.id().value(), "other-kind-created", Map.of(), kind.facts());
        return require(kind.id());
    }

    /** @throws StaleVersion when it is not of that version any more */
    @Transactional
    public OtherKind update(Viewer viewer, OtherKindId id, long version, OtherKindInput input) {
        viewer.require(WorkspaceKinds.WORKSPACE, Action.WRITE);
        List<OtherKind> kinds = store.lockAll();
        OtherKind before = require(id);
        if (before.version() != version) {
            throw new StaleVersion(version, before);
        }
        String name = input.checkedName();
        int place = Objects.requireNonNullElse(input.position(), before.position());
        OtherKind after = new OtherKind(
                id, version + 1, name, Math.min(place, kinds.size()), Boolean.TRUE.equals(input.archived()));
        unlessTaken(name, () -> store.save(after, clock.instant()));
        arrange(kinds, after);
        audit.record(viewer, WorkspaceKinds.WORKSPACE, id.value(), "other-kind-updated", before.facts(), after.facts());
        return require(id);
    }

    private void arrange(List<OtherKind> all, OtherKind placed) {
        Placed.arrange(all, placed, (one, position) -> store.place(one.id(), position, clock.instant()));
    }

    private static void unlessTaken(String name, Runnable statement) {
        try {
            statement.run();
        } catch (DuplicateKeyException taken) {
            throw new Conflict("other-kind-taken", Map.of("name", name));
        }
    }
}
