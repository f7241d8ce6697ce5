package vn.songhanh.alignment.handoff;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.songhanh.alignment.AlignmentKinds;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Problem;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.calendar.Calendars;

/** Who can be given hand-offs, and giving several of them at once. */
@Component
class Reassignments {

    static final int MOST = 200;

    private final Handoffs handoffs;
    private final Routing routing;
    private final Calendars calendars;
    private final Clock clock;

    Reassignments(Handoffs handoffs, Routing routing, Calendars calendars, Clock clock) {
        this.handoffs = handoffs;
        this.routing = routing;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @param away whether he is absent today: he can be given one by name, but is not in turn */
    record Receiver(MemberId id, String fullName, TeamId teamId, boolean away) {}

    /** Everybody whom this viewer may give a hand-off to, and who could answer it. */
    List<Receiver> receivers(Viewer viewer) {
        viewer.require(AlignmentKinds.HANDOFF, Action.WRITE);
        Instant now = clock.instant();
        LocalDate today = now.atZone(calendars.current().zoneAt(now)).toLocalDate();
        return routing.receivers().stream()
                .filter(member -> viewer.may(AlignmentKinds.HANDOFF, Action.WRITE, member.id(), member.teamId()))
                .map(member -> new Receiver(member.id(), member.fullName(), member.teamId(), member.awayOn(today)))
                .toList();
    }

    /** @param refused why it stayed where it was; null when it was given away */
    record Result(HandoffId id, @Nullable Problem refused) {}

    /**
     * Each for itself: one that may not be given away, or was answered meanwhile, keeps none of the others.
     *
     * @param to null: whoever is next in turn, for each of them
     */
    List<Result> reassign(Viewer viewer, @Nullable List<HandoffId> ids, @Nullable MemberId to, @Nullable String note) {
        viewer.require(AlignmentKinds.HANDOFF, Action.WRITE);
        if (ids == null || ids.isEmpty()) {
            throw new Invalid("ids", "required");
        }
        if (ids.size() > MOST) {
            throw new Invalid("ids", "too-many", Map.of("max", MOST));
        }
        List<Result> results = new ArrayList<>();
        for (HandoffId id : new LinkedHashSet<>(ids)) {
            results.add(new Result(id, refusal(viewer, id, to, note)));
        }
        return results;
    }

    private @Nullable Problem refusal(Viewer viewer, HandoffId id, @Nullable MemberId to, @Nullable String note) {
        try {
            handoffs.reassign(viewer, id, to, note);
            return null;
        } catch (Problem refused) {
            return refused;
        }
    }
}
