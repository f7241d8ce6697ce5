package vn.songhanh.alignment.sla;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All versions of a contract that were ever agreed. On each day the latest of those that have begun is in force: one
 * that is agreed later and begins earlier replaces what was still to come. Nobody agrees on anything for days that are
 * over, so what was in force on a day that has passed never changes.
 */
public final class SlaHistory {

    /** What a version is on a day. */
    public enum Standing {
        COMING,
        IN_FORCE,
        ENDED,
        /** Another one took its place before it began. */
        REPLACED
    }

    private final List<Sla> latestFirst;

    SlaHistory(List<Sla> versions) {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a contract has at least the version that the workspace began with");
        }
        latestFirst = versions.stream()
                .sorted(Comparator.comparingLong(Sla::version).reversed())
                .toList();
    }

    public List<Sla> latestFirst() {
        return latestFirst;
    }

    public Sla latest() {
        return latestFirst.getFirst();
    }

    /** The version that handles the leads of that day; before anything was agreed it is the first one. */
    public Sla inForce(LocalDate day) {
        return latestFirst.stream()
                .filter(version -> !version.startsOn().isAfter(day))
                .findFirst()
                .orElse(latestFirst.getLast());
    }

    /** The version whose place that one took; empty for the first. */
    Optional<Sla> before(Sla version) {
        return earlierThan(version).map(earlier -> earlier.inForce(version.startsOn()));
    }

    /** The contract as it was when that version was agreed; empty for the first. */
    Optional<SlaHistory> earlierThan(Sla version) {
        List<Sla> earlier = latestFirst.stream()
                .filter(other -> other.version() < version.version())
                .toList();
        return earlier.isEmpty() ? Optional.empty() : Optional.of(new SlaHistory(earlier));
    }

    /** The last day on which that version is in force; null while nothing follows it. */
    public @Nullable LocalDate endsOn(Sla version) {
        return later(version)
                .map(Sla::startsOn)
                .min(Comparator.naturalOrder())
                .map(next -> next.minusDays(1))
                .orElse(null);
    }

    public Standing standing(Sla version, LocalDate today) {
        LocalDate end = endsOn(version);
        if (end != null && end.isBefore(version.startsOn()) && !isFirst(version)) {
            return Standing.REPLACED;
        }
        if (inForce(today).version() == version.version()) {
            return Standing.IN_FORCE;
        }
        return version.startsOn().isAfter(today) ? Standing.COMING : Standing.ENDED;
    }

    /** Agreed versions that would never begin if another one began on that day. */
    List<Sla> replacedFrom(LocalDate startsOn) {
        Predicate<Sla> still = version -> {
            LocalDate end = endsOn(version);
            return end == null || !end.isBefore(version.startsOn());
        };
        return latestFirst.stream()
                .filter(version -> !isFirst(version))
                .filter(version -> !version.startsOn().isBefore(startsOn))
                .filter(still)
                .toList();
    }

    private boolean isFirst(Sla version) {
        return latestFirst.getLast().version() == version.version();
    }

    private Stream<Sla> later(Sla version) {
        return latestFirst.stream().filter(other -> other.version() > version.version());
    }
}
