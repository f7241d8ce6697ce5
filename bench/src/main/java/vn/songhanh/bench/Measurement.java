package vn.songhanh.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * CPU per call, in nanoseconds, of rounds that alternate between ours and the raw statements.
 *
 * @param slowest the 95th percentile of the time that one call of ours took, in nanoseconds, in the calmest round
 */
record Measurement(Operation operation, long records, List<Long> ours, List<Long> raw, long slowest) {

    static final int ROUNDS = 5;

    static Measurement of(Operation operation, long records, Product product) throws Exception {
        for (int i = 0; i < operation.warmUp(); i++) {
            operation.ours().run(i);
        }
        for (int i = 0; i < Math.min(operation.warmUp(), operation.count()); i++) {
            operation.raw().run(i);
        }
        List<Long> ours = new ArrayList<>();
        List<Long> raw = new ArrayList<>();
        long slowest = Long.MAX_VALUE;
        int next = operation.warmUp();
        for (int round = 0; round < ROUNDS; round++) {
            long[] took = new long[operation.count()];
            long before = product.cpu();
            for (int i = 0; i < operation.count(); i++) {
                long begun = System.nanoTime();
                operation.ours().run(next + i);
                took[i] = System.nanoTime() - begun;
            }
            ours.add((product.cpu() - before) / operation.count());
            Arrays.sort(took);
            slowest = Math.min(slowest, took[(int) (took.length * 0.95)]);

            before = Processes.cpuOfPostgres(product.postmaster());
            for (int i = 0; i < operation.count(); i++) {
                operation.raw().run(next + i);
            }
            raw.add((Processes.cpuOfPostgres(product.postmaster()) - before) / operation.count());
            next += operation.count();
        }
        return new Measurement(operation, records, ours, raw, slowest);
    }

    double ratio() {
        return median(ratios());
    }

    List<Double> ratios() {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add((double) raw.get(i) / ours.get(i));
        }
        return ratios;
    }

    /** A range wider than 1.5 times tells more about the machine than about us. */
    boolean conclusive() {
        return Collections.max(ratios()) / Collections.min(ratios()) <= 1.5;
    }

    double oursMs() {
        return median(ours.stream().map(Long::doubleValue).toList()) / 1e6;
    }

    double rawMs() {
        return median(raw.stream().map(Long::doubleValue).toList()) / 1e6;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
