package vn.songhanh.contacts.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the changes of one contact or company tell: when it came where, and how long it stayed. */
public final class LifecycleHistory {

    /** @param until null while it lasts */
    private record Stay(
            LifecycleStage stage, Instant from, @Nullable Instant until) {

        Duration lasted(Instant now) {
            return Duration.between(from, until == null ? now : until);
        }
    }

    /**
     * The time spent in one stage.
     *
     * @param firstEntered null when the stage was only skipped over
     * @param reached when this stage or a later one was first entered
     * @param cumulative all stays together
     * @param latest the last stay alone
     */
    public record Time(
            LifecycleStage stage,
            @Nullable Instant firstEntered,
            @Nullable Instant reached,
            Duration cumulative,
            Duration latest) {}

    private final List<LifecycleChange> written;
    private final List<LifecycleChange> changes;
    private final List<Stay> stays = new ArrayList<>();

    /**
     * @param written in the order in which they were written down. That tells where somebody stands; when it was may
     *     lie in the past, for an import brings what happened before the record was made here.
     */
    public LifecycleHistory(List<LifecycleChange> written) {
        this.written = List.copyOf(written);
        // Whoever has a past before his beginning here began with that past.
        List<LifecycleChange> dated = new ArrayList<>(written);
        written.stream()
                .map(LifecycleChange::at)
                .min(Comparator.naturalOrder())
                .ifPresent(earliest -> dated.set(0, dated.getFirst().dated(earliest)));
        dated.sort(Comparator.comparing(LifecycleChange::at));
        this.changes = List.copyOf(dated);
        LifecycleStage stage = null;
        Instant since = null;
        for (LifecycleChange change : this.changes) {
            if (stage != null && since != null) {
                stays.add(new Stay(stage, since, change.at()));
            }
            stage = change.to();
            since = change.at();
        }
        if (stage != null && since != null) {
            stays.add(new Stay(stage, since, null));
        }
    }

    /** In the order in which they took place. */
    public List<LifecycleChange> changes() {
        return changes;
    }

    /** When a stage was entered for the first time; empty when it never was. */
    public Optional<Instant> firstEntered(LifecycleStage stage) {
        return stays.stream()
                .filter(stay -> stay.stage() == stage)
                .map(Stay::from)
                .findFirst();
    }

    /** When the stage, or one beyond it, was first entered: who skips a stage has passed it. */
    public Optional<Instant> reached(LifecycleStage stage) {
        return stays.stream()
                .filter(stay ->
                        stay.stage().rank() >= stage.rank() && stay.stage().rank() > 0)
                .map(Stay::from)
                .findFirst();
    }

    public Duration cumulative(LifecycleStage stage, Instant now) {
        return stays.stream()
                .filter(stay -> stay.stage() == stage)
                .map(stay -> stay.lasted(now))
                .reduce(Duration.ZERO, Duration::plus);
    }

    public Duration latest(LifecycleStage stage, Instant now) {
        return stays.stream()
                .filter(stay -> stay.stage() == stage)
                .reduce((earlier, later) -> later)
                .map(stay -> stay.lasted(now))
                .orElse(Duration.ZERO);
    }

    /** Of every stage that was entered or passed. */
    public List<Time> times(Instant now) {
        Map<LifecycleStage, Time> times = new EnumMap<>(LifecycleStage.class);
        for (LifecycleStage stage : LifecycleStage.values()) {
            Instant entered = firstEntered(stage).orElse(null);
            Instant reached = stage.rank() == 0 ? entered : reached(stage).orElse(null);
            if (reached != null) {
                times.put(stage, new Time(stage, entered, reached, cumulative(stage, now), latest(stage, now)));
            }
        }
        return List.copyOf(times.values());
    }

    /** What the stage would be had no deal moved it: what is left when a deal's facts are taken away. */
    Optional<LifecycleStage> withoutDeals() {
        return written.stream()
                .filter(change -> change.to() != null && !isOfDeals(change))
                .reduce((earlier, later) -> later)
                .map(LifecycleChange::to);
    }

    /** Whether the present stage is one that a deal brought about, the company's or the own. */
    boolean standsOnDeals() {
        return !written.isEmpty() && isOfDeals(written.getLast());
    }

    /** A company that is an opportunity or a customer is one by its deals, so whoever followed it there is so too. */
    private static boolean isOfDeals(LifecycleChange change) {
        return switch (change.cause()) {
            case DEAL_OPENED, DEAL_WON, DEAL_REVERSED -> true;
            case COMPANY -> change.to() != null && change.to().isOfDeals();
            case CREATED, MANUAL, IMPORTED, SCORED, FORM, QUALIFIED, REJECTED, RECYCLED, ADVOCACY, MERGED -> false;
        };
    }
}
