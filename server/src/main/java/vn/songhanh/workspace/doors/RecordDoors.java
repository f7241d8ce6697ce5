package vn.songhanh.workspace.doors;

import java.net.URI;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import vn.songhanh.shared.Id;
import vn.songhanh.shared.IfMatch;
import vn.songhanh.shared.ListRequest;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.audit.AuditLine;

/** The doors of a kind of record; its controller extends this and adds what only this kind can. */
public abstract class RecordDoors<I extends Id, V extends RecordView<I>> {

    private final Records<I, V> records;
    private final Function<UUID, I> ids;
    private final Doors doors;

    protected RecordDoors(Records<I, V> records, Function<UUID, I> ids, Doors doors) {
        this.records = records;
        this.ids = ids;
        this.doors = doors;
    }

    RecordKind kind() {
        return records.kind();
    }

    @GetMapping
    public Page<V> list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(defaultValue = "false") boolean count,
            @RequestParam(defaultValue = "false") boolean deleted) {
        return records.list(new ListRequest(filter, q, sort, cursor, limit, count, deleted), doors.context(viewer));
    }

    @GetMapping("/{id}")
    public ResponseEntity<V> read(Viewer viewer, @PathVariable I id) {
        return answer(records.require(viewer, id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void delete(Viewer viewer, @PathVariable I id, IfMatch ifMatch) {
        records.delete(viewer, id, ifMatch);
    }

    /** Who has changed what of it, the latest first. */
    @GetMapping("/{id}/history")
    public Page<AuditLine> history(
            Viewer viewer,
            @PathVariable I id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        records.require(viewer, id);
        return doors.history(viewer, records.kind(), id.value(), cursor, limit);
    }

    /**
     * Makes a record, unless the same request with the same key made it before.
     *
     * @param key the header {@code Idempotency-Key}
     */
    protected ResponseEntity<V> created(Viewer viewer, @Nullable String key, Object input, Supplier<V> create) {
        AtomicReference<@Nullable V> made = new AtomicReference<>();
        UUID id = doors.once(viewer, key, input, () -> {
            V now = create.get();
            made.set(now);
            return now.id().value();
        });
        V now = made.get();
        V record = now == null ? records.require(viewer, ids.apply(id)) : now;
        return ResponseEntity.created(URI.create("/api/" + records.kind().plural() + "/" + id))
                .eTag(tag(record))
                .body(record);
    }

    protected ResponseEntity<V> answer(V record) {
        return ResponseEntity.ok().eTag(tag(record)).body(record);
    }

    private static String tag(RecordView<?> record) {
        return "\"" + record.version() + "\"";
    }
}
