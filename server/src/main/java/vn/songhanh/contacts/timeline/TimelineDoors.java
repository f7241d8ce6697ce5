package vn.songhanh.contacts.timeline;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import vn.songhanh.shared.Id;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.access.Idempotency;

/** The doors of the timeline of a kind of record; its controller stands at {@code /api/…/{id}/timeline}. */
public abstract class TimelineDoors<I extends Id> {

    /** What can be logged about. */
    public interface Logged<I extends Id> {

        /** @throws vn.songhanh.shared.NotFound when the viewer may not see it */
        Object require(Viewer viewer, I id);

        /** A call, a visit, a note: onto its timeline. */
        TimelineItem log(Viewer viewer, I id, TouchInput input);
    }

    private final Logged<I> records;
    private final Timeline timeline;
    private final Idempotency idempotency;

    protected TimelineDoors(Logged<I> records, Timeline timeline, Idempotency idempotency) {
        this.records = records;
        this.timeline = timeline;
        this.idempotency = idempotency;
    }

    @GetMapping
    public Page<TimelineItem> list(
            Viewer viewer,
            @PathVariable I id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        records.require(viewer, id);
        return timeline.page(viewer, id.value(), cursor, limit);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    public TimelineItem log(
            Viewer viewer,
            @PathVariable I id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody TouchInput input) {
        UUID logged = idempotency.once(
                viewer,
                key,
                new TouchInput.Of(id.value(), input),
                () -> records.log(viewer, id, input).id());
        return timeline.logged(logged);
    }
}
