package vn.songhanh.contacts.lifecycle;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import vn.songhanh.shared.Id;
import vn.songhanh.shared.IfMatch;
import vn.songhanh.shared.PreconditionRequired;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.doors.Doors;
import vn.songhanh.workspace.doors.RecordDoors;

/** The doors of {@link StagedRecords}. */
public abstract class StagedDoors<I extends Id, N, V extends StagedRecords.Staged<I>> extends RecordDoors<I, V> {

    private final StagedRecords<I, N, V> records;
    private final Lifecycle lifecycle;
    private final Clock clock;

    public StagedDoors(
            StagedRecords<I, N, V> records, Function<UUID, I> ids, Doors doors, Lifecycle lifecycle, Clock clock) {
        super(records, ids, doors);
        this.records = records;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<V> create(
            Viewer viewer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody N input,
            @RequestParam(defaultValue = "refuse") Duplicates duplicates) {
        return created(viewer, key, input, () -> records.create(viewer, input, duplicates.allowed()));
    }

    @PatchMapping("/{id}")
    ResponseEntity<V> patch(
            Viewer viewer,
            @PathVariable I id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch,
            @RequestParam(defaultValue = "refuse") Duplicates duplicates) {
        long version = PreconditionRequired.version(ifMatch);
        return answer(records.patch(viewer, id, version, patch, duplicates.allowed()));
    }

    @PostMapping("/{id}/restore")
    ResponseEntity<V> restore(
            Viewer viewer,
            @PathVariable I id,
            IfMatch ifMatch,
            @RequestParam(defaultValue = "refuse") Duplicates duplicates) {
        return answer(records.restore(viewer, id, ifMatch, duplicates.allowed()));
    }

    @GetMapping("/{id}/lifecycle")
    LifecycleView lifecycle(Viewer viewer, @PathVariable I id) {
        return lifecycle.view(id.value(), records.require(viewer, id).lifecycleStage(), clock.instant());
    }

    @PostMapping("/{id}/lifecycle")
    LifecycleView move(Viewer viewer, @PathVariable I id, IfMatch ifMatch, @RequestBody LifecycleView.Input input) {
        records.move(viewer, id, ifMatch, input.requiredStage(), input.otherKindId(), input.reason());
        return lifecycle(viewer, id);
    }
}
