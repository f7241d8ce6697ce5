package vn.songhanh.alignment.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.songhanh.alignment.handoff.Answer;
import vn.songhanh.alignment.handoff.Outcome;

/**
 * The same figures for all hand-offs of a period, or for those of a rep, a source or a month.
 *
 * @param pending neither late nor touched yet; no part of compliance
 * @param medianMinutes business minutes to the first touch, of those that were touched; null when none was
 * @param compliance met ÷ (met + breached); null when there is neither
 * @param filters for each figure, the filter of {@code GET /api/handoffs} that lists exactly what it counts
 */
record Figures(
        long handedOver,
        long accepted,
        long rejected,
        long met,
        long breached,
        long pending,
        long touched,
        @Nullable BigDecimal medianMinutes,
        @Nullable BigDecimal compliance,
        Map<String, FigureFilter> filters) {

    /** What was counted. */
    record Counts(
            long handedOver,
            long accepted,
            long rejected,
            long met,
            long breached,
            long pending,
            long touched,
            @Nullable BigDecimal medianMinutes) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, null);
    }

    /** @param group the filter of the whole group; the others narrow it */
    static Figures of(Counts counts, FigureFilter group, FigureFilter.Fields fields) {
        Map<String, FigureFilter> filters = new LinkedHashMap<>();
        filters.put("handedOver", group);
        filters.put("accepted", group.and(fields.answer(), Answer.ACCEPTED));
        filters.put("rejected", group.and(fields.answer(), Answer.REJECTED));
        filters.put("met", group.and(fields.outcome(), Outcome.MET));
        filters.put("breached", group.and(fields.outcome(), Outcome.BREACHED));
        filters.put("pending", group.and(fields.outcome(), Outcome.PENDING));
        filters.put("touched", group.and(FigureFilter.is(fields.touched(), true)));
        filters.put("compliance", group.and(FigureFilter.in(fields.outcome(), Outcome.MET, Outcome.BREACHED)));
        long decided = counts.met() + counts.breached();
        return new Figures(
                counts.handedOver(),
                counts.accepted(),
                counts.rejected(),
                counts.met(),
                counts.breached(),
                counts.pending(),
                counts.touched(),
                counts.medianMinutes(),
                decided == 0
                        ? null
                        : BigDecimal.valueOf(counts.met()).divide(BigDecimal.valueOf(decided), 4, RoundingMode.HALF_UP),
                filters);
    }
}
