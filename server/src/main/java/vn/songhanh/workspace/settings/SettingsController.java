package vn.songhanh.workspace.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.MergePatch;
import vn.songhanh.shared.PreconditionRequired;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;

@RestController
@RequestMapping("/api/workspace")
class SettingsController {

    private final Settings settings;
    private final JsonMapper json;

    SettingsController(Settings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    @GetMapping
    ResponseEntity<WorkspaceSettings> read(Viewer viewer) {
        viewer.require(WorkspaceKinds.WORKSPACE, Action.READ);
        return answer(settings.workspace());
    }

    @PatchMapping
    ResponseEntity<WorkspaceSettings> change(
            Viewer viewer,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        long version = PreconditionRequired.version(ifMatch);
        SettingsInput input =
                MergePatch.apply(json, SettingsInput.of(settings.workspace()), patch, SettingsInput.class);
        return answer(settings.change(viewer, version, input));
    }

    private static ResponseEntity<WorkspaceSettings> answer(WorkspaceSettings settings) {
        return ResponseEntity.ok().eTag("\"" + settings.version() + "\"").body(settings);
    }
}
