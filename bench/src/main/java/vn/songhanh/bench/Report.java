package vn.songhanh.bench;

import static java.util.stream.Collectors.joining;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures, for people and for programs. */
final class Report {

    private Report() {}

    static String line(Measurement m) {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %.3f | %.3f | %.2f (%.2f–%.2f)%s | %.2f%s | %s | %.1f |",
                m.operation().name(),
                m.records(),
                m.oursMs(),
                m.rawMs(),
                m.ratio(),
                Collections.min(m.ratios()),
                Collections.max(m.ratios()),
                m.conclusive() ? "" : " inconclusive",
                m.operation().target(),
                m.ratio() >= m.operation().target() ? " ✓" : " ✗",
                budget(m),
                m.slowest() / 1e6);
    }

    private static String budget(Measurement m) {
        Double budget = m.operation().budgetMs();
        return budget == null ? "–" : String.format(Locale.ROOT, "%.1f %s", budget, m.oursMs() <= budget ? "✓" : "✗");
    }

    static String table(
            List<Measurement> measured, List<Import> imports, Bench.Start start, List<Footprint> footprints) {
        StringBuilder table = new StringBuilder("""
            | operation | contacts | ours, ms of CPU | raw, ms of CPU | ratio (range) | target | budget, ms | p95, ms |
            |---|---|---|---|---|---|---|---|
            """);
        measured.forEach(m -> table.append(line(m)).append('\n'));
        for (Import run : imports) {
            table.append(String.format(
                    Locale.ROOT,
                    "| import, per row | %,d | %.3f | %.3f | %.2f | 0.50 %s | – | – |%n",
                    run.rows(),
                    run.oursMs(),
                    run.rawMs(),
                    run.ratio(),
                    run.ratio() >= 0.5 ? "✓" : "✗"));
        }
        table.append(growth(measured));
        table.append(String.format(
                Locale.ROOT,
                "%nStart on existing data until the first answer: %.1f s (target 6 s); resident then: %,d MB (target 400 MB).%n",
                start.took().toMillis() / 1000.0,
                start.residentKilobytes() / 1024));
        for (Import run : imports) {
            table.append(String.format(
                    Locale.ROOT,
                    "Import of %,d rows: %,d rows a second; heap limited to 512 MB, largest resident size of the application %,d MB.%n",
                    run.rows(),
                    run.rowsPerSecond(),
                    run.peakKilobytes() / 1024));
        }
        for (Footprint footprint : footprints) {
            table.append(String.format(
                    Locale.ROOT,
                    "After %,d mixed requests at %,d contacts: application %,d MB, PostgreSQL %,d MB, together %,d MB (PSS, target %,d MB) %s%n",
                    footprint.requests(),
                    footprint.records(),
                    footprint.applicationKilobytes() / 1024,
                    footprint.databaseKilobytes() / 1024,
                    footprint.megabytes(),
                    Footprint.TARGET,
                    footprint.megabytes() <= Footprint.TARGET ? "✓" : "✗"));
        }
        return table.toString();
    }

    /** How the cost of one call grows from the smallest size to the largest. */
    private static String growth(List<Measurement> measured) {
        StringBuilder lines = new StringBuilder();
        List<String> names =
                measured.stream().map(m -> m.operation().name()).distinct().toList();
        for (String name : names) {
            List<Measurement> sizes = measured.stream()
                    .filter(m -> m.operation().name().equals(name))
                    .toList();
            if (sizes.size() > 1) {
                double growth = sizes.getLast().oursMs() / sizes.getFirst().oursMs();
                lines.append(String.format(
                        Locale.ROOT,
                        "- %s: %.2f × from %,d to %,d contacts (target 1.5 ×) %s%n",
                        name,
                        growth,
                        sizes.getFirst().records(),
                        sizes.getLast().records(),
                        growth <= 1.5 ? "✓" : "✗"));
            }
        }
        return lines.isEmpty() ? "" : "\nGrowth of the cost of one call:\n\n" + lines;
    }

    static void write(
            Path root, List<Measurement> measured, List<Import> imports, Bench.Start start, List<Footprint> footprints)
            throws IOException {
        String notes =
                Files.exists(root.resolve("bench/NOTES.md")) ? Files.readString(root.resolve("bench/NOTES.md")) : "";
        Files.writeString(
                root.resolve("bench/RESULTS.md"),
                "# What a request costs\n\n" + LocalDate.now() + ", " + machine()
                        + ". Ratio = CPU of PostgreSQL for the raw statements ÷ CPU of application and PostgreSQL for"
                        + " ours; higher is better. Median of " + Measurement.ROUNDS
                        + " alternations and their range. Made by `bin/bench --write`.\n\n"
                        + table(measured, imports, start, footprints) + "\n" + notes);
        Files.writeString(root.resolve("bench/results.json"), json(measured, imports, footprints));
    }

    private static String json(List<Measurement> measured, List<Import> imports, List<Footprint> footprints) {
        List<String> rows = new ArrayList<>();
        for (Measurement m : measured) {
            rows.add(row(
                    m.operation().name(),
                    m.records(),
                    m.oursMs(),
                    m.rawMs(),
                    m.ratio(),
                    m.operation().target(),
                    m.operation().budgetMs()));
        }
        for (Import run : imports) {
            rows.add(row("import", run.rows(), run.oursMs(), run.rawMs(), run.ratio(), 0.5, null));
        }
        return "{\"date\":\"" + LocalDate.now() + "\",\"machine\":\"" + machine() + "\",\"results\":[\n"
                + String.join(",\n", rows) + "\n],\"memory\":[\n"
                + footprints.stream().map(Report::row).collect(joining(",\n")) + "\n]}\n";
    }

    private static String row(Footprint footprint) {
        return String.format(
                Locale.ROOT,
                "{\"requests\":%d,\"records\":%d,\"applicationMb\":%d,\"databaseMb\":%d,\"togetherMb\":%d,\"targetMb\":%d}",
                footprint.requests(),
                footprint.records(),
                footprint.applicationKilobytes() / 1024,
                footprint.databaseKilobytes() / 1024,
                footprint.megabytes(),
                Footprint.TARGET);
    }

    private static String row(
            String operation,
            long records,
            double ours,
            double raw,
            double ratio,
            double target,
            @Nullable Double budget) {
        return String.format(
                Locale.ROOT,
                "{\"operation\":\"%s\",\"records\":%d,\"ours\":%.4f,\"raw\":%.4f,\"ratio\":%.3f,\"target\":%.2f,\"cpuMs\":%.4f,\"budgetMs\":%s}",
                operation,
                records,
                ours,
                raw,
                ratio,
                target,
                ours,
                budget);
    }

    static String machine() {
        long memory =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return "%s %s, %d cores, %.0f GB, Java %s"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        memory / 1e9,
                        Runtime.version());
    }
}
