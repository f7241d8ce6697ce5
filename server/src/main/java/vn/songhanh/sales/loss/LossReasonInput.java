package vn.songhanh.sales.loss;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.songhanh.sales.loss.LossReason.RecyclesTo;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Text;

/**
 * What people say about a reason for which deals are lost.
 *
 * @param position from 1, last when left out; the others make room
 */
public record LossReasonInput(
        @Nullable String name,
        @Nullable RecyclesTo recyclesTo,
        @Nullable Integer position,
        @Nullable Boolean archived) {

    static final int LONGEST_NAME = 100;

    static LossReasonInput of(LossReason reason) {
        return new LossReasonInput(reason.name(), reason.recyclesTo(), reason.position(), reason.archived());
    }

    /**
     * The reason with what is said here.
     *
     * @param places how many reasons there will be
     * @throws Invalid with everything that is wrong
     */
    LossReason of(LossReasonId id, long version, String code, int place, int places) {
        String clean = Text.cleanOrNull(name, "name");
        new Invalid.Check()
                .that(clean != null, "name", "required")
                .that(clean == null || clean.length() <= LONGEST_NAME, "name", "too-long", Map.of("max", LONGEST_NAME))
                .that(recyclesTo != null, "recyclesTo", "required")
                .that(
                        position == null || position >= 1,
                        "position",
                        "out-of-range",
                        Map.of("min", 1, "max", LossReasons.MOST))
                .done();
        return new LossReason(
                id,
                version,
                code,
                Objects.requireNonNull(clean),
                Objects.requireNonNull(recyclesTo),
                Math.min(Objects.requireNonNullElse(position, place), places),
                Boolean.TRUE.equals(archived));
    }
}
