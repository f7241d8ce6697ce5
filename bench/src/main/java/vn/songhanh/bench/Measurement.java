package vn.songhanh.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * CPU per call, in nanoseconds, of rounds that alternate between ours and the raw statements. On both sides
 * {@value #WORKERS} work at once, as at a product in use: with one alone, waking up would be most of what is measured.
 *
 * @param slowest the 95th percentile of the time that a call of ours took while no other ran, in nanoseconds
 */
record Measurement(Operation operation, long records, List<Long> ours, List<Long> raw, long slowest) {

    static final int ROUNDS = 5;
    static final int WORKERS = 8;

    static Measurement of(Operation operation, long records, Pace pace, Product product) throws Exception {
        List<Worker> workers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(WORKERS)) {
            for (int i = 0; i < WORKERS; i++) {
                workers.add(new Worker(product));
            }
            together(threads, workers, operation.ours(), 0, operation.warmUp());
            together(threads, workers, operation.raw(), 0, Math.min(operation.warmUp(), 1_000));
            List<Long> ours = new ArrayList<>();
            List<Long> raw = new ArrayList<>();
            int next = operation.warmUp();
            for (int round = 0; round < pace.rounds(); round++) {
                long before = product.cpu();
                together(threads, workers, operation.ours(), next, operation.count());
                ours.add((product.cpu() - before) / operation.count());

                before = Processes.cpuOfPostgres(product.postmaster());
                together(threads, workers, operation.raw(), next, operation.count());
                raw.add((Processes.cpuOfPostgres(product.postmaster()) - before) / operation.count());
                next += operation.count();
            }
            long slowest = slowest(workers.getFirst(), operation.ours(), next, Math.min(operation.count(), 200));
            return new Measurement(operation, records, ours, raw, slowest);
        } finally {
            for (Worker worker : workers) {
                worker.close();
            }
        }
    }

    /** Calls by as many at once as are measured. */
    static void together(Product product, Operation.Call call, int from, int count) throws Exception {
        List<Worker> workers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(WORKERS)) {
            for (int i = 0; i < WORKERS; i++) {
                workers.add(new Worker(product));
            }
            together(threads, workers, call, from, count);
        } finally {
            for (Worker worker : workers) {
                worker.close();
            }
        }
    }

    private static void together(
            ExecutorService threads, List<Worker> workers, Operation.Call call, int from, int count) throws Exception {
        List<Callable<Void>> shares = new ArrayList<>();
        for (int share = 0; share < WORKERS; share++) {
            int first = share;
            shares.add(() -> {
                for (int i = first; i < count; i += WORKERS) {
                    call.run(workers.get(first), from + i);
                }
                return null;
            });
        }
        for (Future<Void> share : threads.invokeAll(shares)) {
            share.get();
        }
    }

    private static long slowest(Worker alone, Operation.Call call, int from, int count) throws Exception {
        long[] took = new long[count];
        for (int i = 0; i < count; i++) {
            long begun = System.nanoTime();
            call.run(alone, from + i);
            took[i] = System.nanoTime() - begun;
        }
        Arrays.sort(took);
        return took[(int) (count * 0.95)];
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
        return median(ours) / 1e6;
    }

    double rawMs() {
        return median(raw) / 1e6;
    }

    static double median(List<? extends Number> values) {
        List<Double> sorted = values.stream().map(Number::doubleValue).sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
