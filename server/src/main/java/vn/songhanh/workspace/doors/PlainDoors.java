package vn.songhanh.workspace.doors;

import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import tools.jackson.databind.JsonNode;
import vn.songhanh.shared.Id;
import vn.songhanh.shared.IfMatch;
import vn.songhanh.shared.PreconditionRequired;
import vn.songhanh.shared.Viewer;

/** The doors of {@link PlainRecords}. */
public abstract class PlainDoors<I extends Id, N, V extends RecordView<I>> extends RecordDoors<I, V> {

    private final PlainRecords<I, N, V> records;

    protected PlainDoors(PlainRecords<I, N, V> records, Function<UUID, I> ids, Doors doors) {
        super(records, ids, doors);
        this.records = records;
    }

    @PostMapping
    public ResponseEntity<V> create(
            Viewer viewer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody N input) {
        return created(viewer, key, input, () -> records.create(viewer, input));
    }

    @PatchMapping("/{id}")
    public ResponseEntity<V> patch(
            Viewer viewer,
            @PathVariable I id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        return answer(records.patch(viewer, id, PreconditionRequired.version(ifMatch), patch));
    }

    @PostMapping("/{id}/restore")
    public ResponseEntity<V> restore(Viewer viewer, @PathVariable I id, IfMatch ifMatch) {
        return answer(records.restore(viewer, id, ifMatch));
    }
}
