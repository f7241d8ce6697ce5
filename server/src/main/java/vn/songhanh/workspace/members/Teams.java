package vn.songhanh.workspace.members;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Conflict;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.StaleVersion;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;
import vn.songhanh.workspace.audit.Audit;

/** The teams that members belong to. */
@Service
public class Teams {

    private final TeamStore store;
    private final ApplicationEventPublisher told;
    private final Audit audit;
    private final Clock clock;

    Teams(TeamStore store, ApplicationEventPublisher told, Audit audit, Clock clock) {
        this.store = store;
        this.told = told;
        this.audit = audit;
        this.clock = clock;
    }

    public List<Team> all() {
        return store.all();
    }

    public Team require(TeamId id) {
        return store.find(id).orElseThrow(() -> new NotFound("team", id));
    }

    @Transactional
    public Team create(Viewer viewer, TeamInput input) {
        viewer.require(WorkspaceKinds.WORKSPACE, Action.WRITE);
        TeamInput.Checked team = input.checked();
        TeamId id = TeamId.next();
        write(team, () -> store.insert(id, team.name(), team.leaderId(), clock.instant()));
        audit.record(viewer, WorkspaceKinds.WORKSPACE, id.value(), "team-created", Map.of(), team.facts());
        told.publishEvent(new AccessChanged(viewer, team.leaderId(), false));
        return require(id);
    }

    @Transactional
    public Team update(Viewer viewer, TeamId id, long version, TeamInput input) {
        viewer.require(WorkspaceKinds.WORKSPACE, Action.WRITE);
        Team before = require(id);
        TeamInput.Checked team = input.checked();
        write(team, () -> {
            if (!store.update(id, version, team.name(), team.leaderId(), clock.instant())) {
                throw new StaleVersion(version, before);
            }
        });
        TeamInput.Checked former = TeamInput.of(before).checked();
        audit.record(viewer, WorkspaceKinds.WORKSPACE, id.value(), "team-updated", former.facts(), team.facts());
        told.publishEvent(new AccessChanged(viewer, null, false));
        return require(id);
    }

    /** @throws Conflict while somebody, active or not, is in it */
    @Transactional
    public void delete(Viewer viewer, TeamId id) {
        viewer.require(WorkspaceKinds.WORKSPACE, Action.WRITE);
        Team before = require(id);
        try {
            store.delete(id);
        } catch (DataIntegrityViolationException inUse) {
            throw new Conflict("team-not-empty");
        }
        TeamInput.Checked former = TeamInput.of(before).checked();
        audit.record(viewer, WorkspaceKinds.WORKSPACE, id.value(), "team-deleted", former.facts(), Map.of());
        told.publishEvent(new AccessChanged(viewer, null, false));
    }

    private static void write(TeamInput.Checked team, Runnable statement) {
        try {
            statement.run();
        } catch (DuplicateKeyException taken) {
            throw new Conflict("team-name-taken", Map.of("name", team.name()));
        } catch (DataIntegrityViolationException noSuchLeader) {
            throw new Invalid("leaderId", "unknown-reference", Map.of("value", String.valueOf(team.leaderId())));
        }
    }
}
