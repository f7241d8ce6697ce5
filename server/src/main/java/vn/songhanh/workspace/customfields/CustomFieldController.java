package vn.songhanh.workspace.customfields;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.MergePatch;
import vn.songhanh.shared.PreconditionRequired;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;
import vn.songhanh.workspace.access.Idempotency;

@RestController
@RequestMapping("/api/custom-fields")
class CustomFieldController {

    record CustomFieldList(List<CustomField> items) {}

    private final CustomFields fields;
    private final Idempotency idempotency;
    private final JsonMapper json;

    CustomFieldController(CustomFields fields, Idempotency idempotency, JsonMapper json) {
        this.fields = fields;
        this.idempotency = idempotency;
        this.json = json;
    }

    /** All of them at once, archived ones too: at most two hundred of a kind. */
    @GetMapping
    CustomFieldList list(Viewer viewer, @RequestParam(required = false) @Nullable RecordKind kind) {
        viewer.require(WorkspaceKinds.WORKSPACE, Action.READ);
        return new CustomFieldList(fields.list(kind));
    }

    @PostMapping
    ResponseEntity<CustomField> create(
            Viewer viewer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody CustomFieldInput input) {
        UUID id = idempotency.once(
                viewer, key, input, () -> fields.create(viewer, input).id());
        CustomField field = fields.require(id);
        return ResponseEntity.created(URI.create("/api/custom-fields/" + field.id()))
                .eTag("\"" + field.version() + "\"")
                .body(field);
    }

    @PatchMapping("/{id}")
    ResponseEntity<CustomField> update(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        long version = PreconditionRequired.version(ifMatch);
        CustomFieldInput input =
                MergePatch.apply(json, CustomFieldInput.of(fields.require(id)), patch, CustomFieldInput.class);
        CustomField field = fields.update(viewer, id, version, input);
        return ResponseEntity.ok().eTag("\"" + field.version() + "\"").body(field);
    }
}
