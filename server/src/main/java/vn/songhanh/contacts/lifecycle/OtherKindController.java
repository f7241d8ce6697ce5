package vn.songhanh.contacts.lifecycle;

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
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.shared.MergePatch;
import vn.songhanh.shared.PreconditionRequired;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.access.Idempotency;

@RestController
@RequestMapping("/api/other-kinds")
class OtherKindController {

    record OtherKindList(List<OtherKind> items) {}

    private final OtherKinds kinds;
    private final Idempotency idempotency;
    private final JsonMapper json;

    OtherKindController(OtherKinds kinds, Idempotency idempotency, JsonMapper json) {
        this.kinds = kinds;
        this.idempotency = idempotency;
        this.json = json;
    }

    @GetMapping
    OtherKindList list(Viewer viewer) {
        ContactKinds.requireReading(viewer);
        return new OtherKindList(kinds.all());
    }

    @GetMapping("/{id}")
    ResponseEntity<OtherKind> read(Viewer viewer, @PathVariable OtherKindId id) {
        ContactKinds.requireReading(viewer);
        return answer(kinds.require(id));
    }

    @PostMapping
    ResponseEntity<OtherKind> create(
            Viewer viewer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody OtherKindInput input) {
        UUID id = idempotency.once(
                viewer, key, input, () -> kinds.create(viewer, input).id().value());
        OtherKind kind = kinds.require(new OtherKindId(id));
        return ResponseEntity.created(URI.create("/api/other-kinds/" + id))
                .eTag(tag(kind))
                .body(kind);
    }

    @PatchMapping("/{id}")
    ResponseEntity<OtherKind> update(
            Viewer viewer,
            @PathVariable OtherKindId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        long version = PreconditionRequired.version(ifMatch);
        OtherKindInput input =
                MergePatch.apply(json, OtherKindInput.of(kinds.require(id)), patch, OtherKindInput.class);
        return answer(kinds.update(viewer, id, version, input));
    }

    private static ResponseEntity<OtherKind> answer(OtherKind kind) {
        return ResponseEntity.ok().eTag(tag(kind)).body(kind);
    }

    private static String tag(OtherKind kind) {
        return "\"" + kind.version() + "\"";
    }
}
