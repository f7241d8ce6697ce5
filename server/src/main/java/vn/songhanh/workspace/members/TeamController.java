package vn.songhanh.workspace.members;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.MergePatch;
import vn.songhanh.shared.PreconditionRequired;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;
import vn.songhanh.workspace.access.Idempotency;

@RestController
@RequestMapping("/api/teams")
class TeamController {

    record TeamList(List<Team> items) {}

    private final Teams teams;
    private final Idempotency idempotency;
    private final JsonMapper json;

    TeamController(Teams teams, Idempotency idempotency, JsonMapper json) {
        this.teams = teams;
        this.idempotency = idempotency;
        this.json = json;
    }

    @GetMapping
    TeamList list(Viewer viewer) {
        viewer.require(WorkspaceKinds.MEMBER, Action.READ);
        return new TeamList(teams.all());
    }

    @GetMapping("/{id}")
    ResponseEntity<Team> read(Viewer viewer, @PathVariable TeamId id) {
        viewer.require(WorkspaceKinds.MEMBER, Action.READ);
        return answer(teams.require(id));
    }

    @PostMapping
    ResponseEntity<Team> create(
            Viewer viewer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody TeamInput input) {
        UUID id = idempotency.once(
                viewer, key, input, () -> teams.create(viewer, input).id().value());
        Team team = teams.require(new TeamId(id));
        return ResponseEntity.created(URI.create("/api/teams/" + team.id()))
                .eTag("\"" + team.version() + "\"")
                .body(team);
    }

    @PatchMapping("/{id}")
    ResponseEntity<Team> update(
            Viewer viewer,
            @PathVariable TeamId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        long version = PreconditionRequired.version(ifMatch);
        TeamInput input = MergePatch.apply(json, TeamInput.of(teams.require(id)), patch, TeamInput.class);
        return answer(teams.update(viewer, id, version, input));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Viewer viewer, @PathVariable TeamId id) {
        teams.delete(viewer, id);
    }

    private static ResponseEntity<Team> answer(Team team) {
        return ResponseEntity.ok().eTag("\"" + team.version() + "\"").body(team);
    }
}
