package vn.songhanh.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * This build and another one, each on data of its own, in turns: what the machine does to one it does to the other.
 *
 * @param theirs CPU per call of the other build, application and database together, in nanoseconds, by round
 * @param ours the same of this one
 */
record Beside(Operation operation, long records, List<Long> theirs, List<Long> ours) {

    /** One of the two that run. */
    private record Side(Product product, Connection db, Crowd crowd) implements AutoCloseable {

        static Side start(Path root, Path data) throws IOException, InterruptedException, SQLException {
            Product product = Product.start(root, data);
            Connection db = product.database();
            Crowd crowd = new Crowd(db);
            crowd.settle();
            return new Side(product, db, crowd);
        }

        long cpuOf(Operation operation, int from) throws Exception {
            long before = product.cpu();
            Measurement.together(product, operation.ours(), from, operation.count());
            return (product.cpu() - before) / operation.count();
        }

        @Override
        public void close() throws SQLException {
            db.close();
            product.close();
        }
    }

    static void run(Path root, Path other, Path data, Pace pace, String only, boolean write) throws Exception {
        List<Beside> measured = new ArrayList<>();
        try (Side theirs = Side.start(other, data.resolve("theirs"));
                Side ours = Side.start(root, data.resolve("ours"))) {
            long size = 0;
            for (long next : smallestAndLargest(pace)) {
                System.out.printf("%n%,d contacts%n", next);
                for (Side side : List.of(theirs, ours)) {
                    side.crowd().grow(size, next);
                }
                size = next;
                List<Operation> of = new Operations(ours.db(), size, pace).all();
                List<Operation> ofThem = new Operations(theirs.db(), size, pace).all();
                for (int i = 0; i < of.size(); i++) {
                    if (of.get(i).name().startsWith(only)) {
                        measured.add(measure(theirs, ofThem.get(i), ours, of.get(i), size, pace));
                        System.out.println(measured.getLast().line());
                    }
                }
                for (Side side : List.of(theirs, ours)) {
                    side.crowd().removeCreated();
                }
            }
        }
        if (write) {
            Files.writeString(root.resolve("bench/BESIDE.md"), table(measured, commit(other), commit(root)));
        }
    }

    private static long[] smallestAndLargest(Pace pace) {
        long[] sizes = pace.sizes();
        return LongStream.of(sizes[0], sizes[sizes.length - 1]).distinct().toArray();
    }

    private static String commit(Path root) throws IOException {
        try (var told = new ProcessBuilder("git", "-C", root.toString(), "describe", "--always", "--dirty")
                .start()
                .inputReader()) {
            return told.readLine();
        }
    }

    private static Beside measure(Side theirs, Operation ofThem, Side ours, Operation of, long size, Pace pace)
            throws Exception {
        Measurement.together(theirs.product(), ofThem.ours(), 0, ofThem.warmUp());
        Measurement.together(ours.product(), of.ours(), 0, of.warmUp());
        Beside measured = new Beside(of, size, new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < pace.rounds(); round++) {
            int from = of.warmUp() + round * of.count();
            boolean weBegin = round % 2 == 0;
            if (weBegin) {
                measured.ours().add(ours.cpuOf(of, from));
            }
            measured.theirs().add(theirs.cpuOf(ofThem, from));
            if (!weBegin) {
                measured.ours().add(ours.cpuOf(of, from));
            }
        }
        return measured;
    }

    private List<Double> ratios() {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add((double) ours.get(i) / theirs.get(i));
        }
        return ratios;
    }

    private String line() {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %.3f | %.3f | %.2f (%.2f–%.2f) |",
                operation.name(),
                records,
                Measurement.median(theirs) / 1e6,
                Measurement.median(ours) / 1e6,
                Measurement.median(ratios()),
                Collections.min(ratios()),
                Collections.max(ratios()));
    }

    private static String table(List<Beside> measured, String before, String now) {
        StringBuilder table = new StringBuilder("# This build beside the one before\n\n" + LocalDate.now() + ", "
                + Report.machine()
                + ". Before: " + before + ", now: " + now
                + ". CPU of application and database for one call, in milliseconds; below 1 is better. Both run at the"
                + " same time and are measured in turns. Made by `bin/bench --beside FOLDER --write`.\n\n"
                + "| operation | contacts | before | now | now ÷ before (range) |\n|---|---|---|---|---|\n");
        measured.forEach(each -> table.append(each.line()).append('\n'));
        return table.toString();
    }
}
