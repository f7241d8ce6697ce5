package vn.songhanh.bench;

/** How much a run takes upon itself. */
enum Pace {
    /** Three sizes, and each request repeated until nothing is left to compile: the figures that are kept. */
    FULL(1, Measurement.ROUNDS, 8_000, 6_000, 1_000_000, 3, 100_000),
    /** One size and little warming up: to see in minutes whether something has become many times dearer. */
    QUICK(4, Measurement.ROUNDS, 8_000, 1_500, 10_000, 1, 10_000),
    /** Every operation a few times, to see that all of them still run; nothing is judged. */
    SHORT(0, 1, 2 * Pace.FEW, 4 * Pace.FEW, 200, 1, 10 * Pace.FEW);

    /** Once for each that works at the same time. */
    private static final int FEW = Measurement.WORKERS;

    private final int share;
    private final int rounds;
    private final int dealsToWarmUp;
    private final int dealsToMeasure;
    private final int rowsToImport;
    private final int starts;
    private final int mixedRequests;

    Pace(
            int share,
            int rounds,
            int dealsToWarmUp,
            int dealsToMeasure,
            int rowsToImport,
            int starts,
            int mixedRequests) {
        this.share = share;
        this.rounds = rounds;
        this.dealsToWarmUp = dealsToWarmUp;
        this.dealsToMeasure = dealsToMeasure;
        this.rowsToImport = rowsToImport;
        this.starts = starts;
        this.mixedRequests = mixedRequests;
    }

    long[] sizes() {
        return this == FULL ? new long[] {10_000, 100_000, 1_000_000} : new long[] {10_000};
    }

    /** At 15,000 calls the compiler still took as much of the processors as the requests; by the second size it is done. */
    int warmUp(int calls, long size) {
        return switch (this) {
            case FULL -> size > 10_000 ? calls / 4 : calls;
            case QUICK -> calls / 16;
            case SHORT -> FEW;
        };
    }

    /** Calls in one round. */
    int count(int calls) {
        return this == SHORT ? FEW : calls / share;
    }

    int rounds() {
        return rounds;
    }

    int dealsToWarmUp() {
        return dealsToWarmUp;
    }

    int dealsToMeasure() {
        return dealsToMeasure;
    }

    int rowsToImport() {
        return rowsToImport;
    }

    /** How often the start is measured. */
    int starts() {
        return starts;
    }

    /** After how many requests of all kinds the memory is looked at. */
    int mixedRequests() {
        return mixedRequests;
    }
}
