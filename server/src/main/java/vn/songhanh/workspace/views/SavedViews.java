package vn.songhanh.workspace.views;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Conflict;
import vn.songhanh.shared.Forbidden;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.StaleVersion;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.members.Kinds;

/** Keeps lists as members want to see them again. Everyone may; what is shared its owner changes, or an administrator. */
@Service
class SavedViews {

    private static final int MOST_OWNED = 500;

    private final SavedViewStore store;
    private final Kinds kinds;
    private final Clock clock;

    SavedViews(SavedViewStore store, Kinds kinds, Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.clock = clock;
    }

    SavedView require(Viewer viewer, UUID id) {
        return store.find(viewer, id).orElseThrow(() -> new NotFound("view", id));
    }

    /** @param kind null for those of all kinds */
    List<SavedView> list(Viewer viewer, @Nullable RecordKind kind) {
        kinds.check("kind", kind);
        return store.list(viewer, kind);
    }

    @Transactional
    public SavedView create(Viewer viewer, SavedViewInput input) {
        viewer.requireHimself();
        SavedViewInput.Checked view = input.checked();
        kinds.check("kind", view.kind());
        viewer.require(view.kind(), Action.READ);
        if (store.countOwned(viewer.member()) >= MOST_OWNED) {
            throw new Conflict("too-many-views", Map.of("max", MOST_OWNED));
        }
        UUID id = Ids.next();
        store.insert(id, viewer, view, clock.instant());
        return require(viewer, id);
    }

    /** @throws StaleVersion when it is not of that version any more */
    @Transactional
    public SavedView update(Viewer viewer, UUID id, long version, SavedViewInput input) {
        viewer.requireHimself();
        SavedView before = requireMine(viewer, id);
        SavedViewInput.Checked after = input.checked();
        if (!after.kind().equals(before.kind())) {
            throw new Invalid("kind", "never-changes");
        }
        if (!store.update(id, version, after, clock.instant())) {
            throw new StaleVersion(version, before);
        }
        return require(viewer, id);
    }

    @Transactional
    public void delete(Viewer viewer, UUID id) {
        viewer.requireHimself();
        requireMine(viewer, id);
        store.delete(id);
    }

    private SavedView requireMine(Viewer viewer, UUID id) {
        SavedView view = require(viewer, id);
        if (!view.mine()) {
            throw new Forbidden("not-your-view");
        }
        return view;
    }
}
