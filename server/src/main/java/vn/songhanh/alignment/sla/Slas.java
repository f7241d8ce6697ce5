package vn.songhanh.alignment.sla;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.StaleVersion;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.audit.Audit;

/** The contract between marketing and sales. Everyone who may read it sees all of it: it binds both sides. */
@Service
public class Slas {

    private final SlaStore store;
    private final Audit audit;
    private final Clock clock;

    Slas(SlaStore store, Audit audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    public List<Sla> all(Viewer viewer) {
        viewer.require(RecordKind.SLA, Action.READ);
        return store.all();
    }

    public Sla require(Viewer viewer, SlaId id) {
        return visible(viewer, id);
    }

    public List<Sla> versions(Viewer viewer, SlaId id) {
        visible(viewer, id);
        return store.versions(id);
    }

    /** The contract that new leads are handed over under. */
    public Sla inForce() {
        return store.all().getFirst();
    }

    /** The contract as it was when a hand-off was offered. */
    public Sla asOf(SlaId id, long version) {
        return store.version(id, version).orElseThrow(() -> new NotFound(RecordKind.SLA, id));
    }

    /**
     * Agrees on a new version. Hand-offs that were offered keep the deadlines and values of theirs.
     *
     * @throws StaleVersion when somebody else changed it first
     */
    @Transactional
    public Sla change(Viewer viewer, SlaId id, long version, SlaInput input) {
        viewer.require(RecordKind.SLA, Action.WRITE);
        Sla before = store.lock(id).orElseThrow(() -> new NotFound(RecordKind.SLA, id));
        if (before.version() != version) {
            throw new StaleVersion(version, before);
        }
        Sla after = new Sla(id, version + 1, input.checkedName(), input.checkedTerms(), clock.instant());
        store.agree(after, viewer.actor());
        audit.record(
                viewer,
                RecordKind.SLA,
                id.value(),
                "updated",
                Map.of("name", before.name(), "terms", before.terms()),
                Map.of("name", after.name(), "terms", after.terms()));
        return after;
    }

    private Sla visible(Viewer viewer, SlaId id) {
        viewer.require(RecordKind.SLA, Action.READ);
        return store.find(id).orElseThrow(() -> new NotFound(RecordKind.SLA, id));
    }
}
