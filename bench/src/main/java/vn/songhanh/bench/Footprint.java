package vn.songhanh.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * The memory that application and database take together after many requests of all kinds. Proportional: what
 * processes share, as those of PostgreSQL do, counts once.
 */
record Footprint(int requests, long records, long applicationKilobytes, long databaseKilobytes) {

    /** Megabytes. */
    static final long TARGET = 700;

    static Footprint of(Product product, List<Operation> operations, long records, int requests) throws Exception {
        List<Operation.Call> mix = new ArrayList<>();
        for (Operation operation : operations) {
            for (int i = 0; i < share(operation); i++) {
                mix.add(operation.ours());
            }
        }
        // Numbers that no measured call has had: a contact is created once.
        int first = 1_000_000;
        Measurement.together(product, (worker, i) -> mix.get(i % mix.size()).run(worker, i), first, requests);
        return new Footprint(
                requests,
                records,
                Processes.proportionalKilobytes(product.pid()),
                Processes.proportionalKilobytesOfPostgres(product.postmaster()));
    }

    /** How many of some forty requests are such ones. A deal can be won only once, so none are. */
    private static int share(Operation operation) {
        return switch (operation.name().split("[ ,]")[0]) {
            case "read" -> 8;
            case "list" -> 3;
            case "create" -> 5;
            case "search" -> 1;
            default -> 0;
        };
    }

    long megabytes() {
        return (applicationKilobytes + databaseKilobytes) / 1024;
    }
}
