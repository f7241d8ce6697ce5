package vn.songhanh.workspace.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;

/** Deliveries that failed: what they were, why, and a way to try again. For those who run the workspace. */
@RestController
@RequestMapping("/api/failed-events")
class EventController {

    private static final int SHOWN = 200;

    private final EventStore store;
    private final EventDispatcher dispatcher;
    private final Clock clock;

    EventController(EventStore store, EventDispatcher dispatcher, Clock clock) {
        this.store = store;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    /** @param nextTryAt null when it is parked: only a replay tries it again */
    record FailedEvent(
            UUID id,
            String consumer,
            String type,
            Instant at,
            int attempts,
            @Nullable Instant nextTryAt,
            String error) {}

    @GetMapping
    Page<FailedEvent> list(Viewer viewer) {
        viewer.require(WorkspaceKinds.WORKSPACE, Action.WRITE);
        List<FailedEvent> items = store.failures(SHOWN).stream()
                .map(failure -> new FailedEvent(
                        failure.id(),
                        failure.consumer(),
                        failure.event().type(),
                        failure.event().at(),
                        failure.attempts(),
                        failure.nextTryAt(),
                        failure.error()))
                .toList();
        return new Page<>(items, null, null);
    }

    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void replay(Viewer viewer, @PathVariable String id) {
        viewer.require(WorkspaceKinds.WORKSPACE, Action.WRITE);
        if (!store.tryNow(Ids.parse(id), clock.instant().minus(Duration.ofMillis(1)))) {
            throw new NotFound("failed-event", id);
        }
        dispatcher.ring();
    }
}
