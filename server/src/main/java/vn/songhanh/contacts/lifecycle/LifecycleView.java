package vn.songhanh.contacts.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Invalid;

/** A lifecycle as it is shown: the stage, how it came there, and how long it stayed where. */
public record LifecycleView(LifecycleStage stage, List<LifecycleChange> changes, List<Spent> times) {

    /**
     * @param reached when this stage or a later one was first entered
     * @param seconds spent in it, all stays together
     * @param latestSeconds spent in it the last time
     */
    public record Spent(
            LifecycleStage stage,
            @Nullable Instant firstEntered,
            @Nullable Instant reached,
            long seconds,
            long latestSeconds) {}

    /**
     * @param reason needed for a move backwards or aside
     * @param otherKindId which kind of {@link LifecycleStage#OTHER}, needed for a move there
     */
    public record Input(
            @Nullable LifecycleStage stage,
            @Nullable String reason,
            @Nullable OtherKindId otherKindId) {

        LifecycleStage requiredStage() {
            if (stage == null) {
                throw new Invalid("stage", "required");
            }
            return stage;
        }
    }

    static LifecycleView of(LifecycleStage stage, List<LifecycleChange> changes, Instant now) {
        LifecycleHistory history = new LifecycleHistory(changes);
        List<Spent> times = history.times(now).stream()
                .map(time -> new Spent(
                        time.stage(),
                        time.firstEntered(),
                        time.reached(),
                        seconds(time.cumulative()),
                        seconds(time.latest())))
                .toList();
        return new LifecycleView(stage, history.changes(), times);
    }

    private static long seconds(Duration duration) {
        return Math.max(0, duration.toSeconds());
    }
}
