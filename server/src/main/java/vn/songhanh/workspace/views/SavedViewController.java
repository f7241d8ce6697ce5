package vn.songhanh.workspace.views;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.shared.MergePatch;
import vn.songhanh.shared.PreconditionRequired;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.access.Idempotency;

@RestController
@RequestMapping("/api/views")
class SavedViewController {

    record ViewList(List<SavedView> items) {}

    private final SavedViews views;
    private final SavedViewStore store;
    private final Idempotency idempotency;
    private final JsonMapper json;

    SavedViewController(SavedViews views, SavedViewStore store, Idempotency idempotency, JsonMapper json) {
        this.views = views;
        this.store = store;
        this.idempotency = idempotency;
        this.json = json;
    }

    @GetMapping
    ViewList list(Viewer viewer, @RequestParam(required = false) @Nullable RecordKind kind) {
        return new ViewList(views.list(viewer, kind));
    }

    @GetMapping("/{id}")
    ResponseEntity<SavedView> read(Viewer viewer, @PathVariable UUID id) {
        return answer(views.require(viewer, id));
    }

    @PostMapping
    ResponseEntity<SavedView> create(
            Viewer viewer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody SavedViewInput input) {
        UUID id = idempotency.once(
                viewer, key, input, () -> views.create(viewer, input).id());
        SavedView view = views.require(viewer, id);
        return ResponseEntity.created(URI.create("/api/views/" + view.id()))
                .eTag("\"" + view.version() + "\"")
                .body(view);
    }

    @PatchMapping("/{id}")
    ResponseEntity<SavedView> update(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        long version = PreconditionRequired.version(ifMatch);
        SavedViewInput input =
                MergePatch.apply(json, SavedViewInput.of(views.require(viewer, id)), patch, SavedViewInput.class);
        return answer(views.update(viewer, id, version, input));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Viewer viewer, @PathVariable UUID id) {
        views.delete(viewer, id);
    }

    private static ResponseEntity<SavedView> answer(SavedView view) {
        return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
    }
}
