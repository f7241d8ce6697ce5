package vn.songhanh.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Measures every operation at growing sizes and writes the table.
 *
 * <p>Arguments: {@code --quick} and {@code --short}, see {@link Pace}; {@code --only NAME} for operations whose name
 * begins so; {@code --beside FOLDER} to measure another checkout's build in turns with this one; {@code --write} to put the
 * figures into {@code bench/RESULTS.md} and {@code bench/results.json}, or those of two builds into
 * {@code bench/BESIDE.md}.
 */
final class Bench {

    private Bench() {}

    public static void main(String[] args) throws Exception {
        List<String> options = List.of(args);
        Pace pace = options.contains("--short") ? Pace.SHORT : options.contains("--quick") ? Pace.QUICK : Pace.FULL;
        if (options.contains("--write") && pace != Pace.FULL) {
            System.err.println("Only figures of the full run are kept: --write goes with neither --quick nor --short.");
            System.exit(2);
        }
        String only = options.contains("--only") ? options.get(options.indexOf("--only") + 1) : "";
        Path root = Path.of("").toAbsolutePath();
        Path data = root.resolve("bench/target/data");
        delete(data);
        if (options.contains("--beside")) {
            Path other = Path.of(options.get(options.indexOf("--beside") + 1)).toAbsolutePath();
            Beside.run(root, other, data, pace, only, options.contains("--write"));
            return;
        }

        List<Measurement> measured = new ArrayList<>();
        List<Import> imports = new ArrayList<>();
        try (Product product = Product.start(root, data);
                Connection db = product.database()) {
            Crowd crowd = new Crowd(db);
            crowd.settle();
            long size = 0;
            for (long next : pace.sizes()) {
                System.out.printf("%n%,d contacts%n", next);
                crowd.grow(size, next);
                size = next;
                measured.addAll(measure(product, db, size, pace, only));
                crowd.removeCreated();
            }
            if ("import".startsWith(only)) {
                imports.add(Import.run(product, db, pace.rowsToImport(), data));
            }
        }
        Start start = start(root, data, pace.starts());
        List<Footprint> footprints = "memory".startsWith(only) ? List.of(footprint(root, data, pace)) : List.of();
        System.out.println();
        switch (pace) {
            case FULL -> System.out.println(Report.table(measured, imports, start, footprints));
            case QUICK -> {
                System.out.println(Report.table(measured, imports, start, footprints));
                System.out.println(
                        "These figures are not comparable with others: the product was still being compiled while it was"
                                + " measured, so a call reads up to three times dearer than in the full run.");
            }
            case SHORT -> System.out.println(measured.size() + imports.size() + " operations ran.");
        }
        if (options.contains("--write")) {
            Report.write(root, measured, imports, start, footprints);
        }
    }

    /** The packaged application on existing data: until its first answer, and its resident memory then. */
    record Start(Duration took, long residentKilobytes) {}

    /** The middle one of some. */
    private static Start start(Path root, Path data, int times) throws IOException, InterruptedException {
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            try (Product again = Product.start(root, data)) {
                starts.add(new Start(again.startedIn(), Processes.residentKilobytes(again.pid())));
            }
        }
        starts.sort(Comparator.comparing(Start::took));
        return starts.get(times / 2);
    }

    /** Of a product that has done nothing else since its start. */
    private static Footprint footprint(Path root, Path data, Pace pace) throws Exception {
        long size = pace.sizes()[pace.sizes().length - 1];
        try (Product fresh = Product.start(root, data);
                Connection db = fresh.database()) {
            return Footprint.of(fresh, new Operations(db, size, pace).all(), size, pace.mixedRequests());
        }
    }

    private static List<Measurement> measure(Product product, Connection db, long size, Pace pace, String only)
            throws Exception {
        List<Measurement> measured = new ArrayList<>();
        for (Operation operation : new Operations(db, size, pace).all()) {
            if (operation.name().startsWith(only)) {
                Measurement measurement = Measurement.of(operation, size, pace, product);
                System.out.println(pace == Pace.SHORT ? operation.name() : Report.line(measurement));
                measured.add(measurement);
            }
        }
        return measured;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
