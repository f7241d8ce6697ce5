package vn.songhanh.bench;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is measured.
 *
 * @param ours one call through the product
 * @param raw the statements of that call, prepared, on a bare connection
 * @param warmUp calls of ours before anything counts
 * @param count calls in one round
 * @param target the ratio to reach, raw ÷ ours
 * @param budgetMs the CPU that one call may cost, application and database together; none where only the ratio counts
 */
record Operation(
        String name,
        Call ours,
        Call raw,
        int warmUp,
        int count,
        double target,
        @Nullable Double budgetMs) {

    interface Call {
        /** @param i the number of the call, never the same twice within an operation */
        void run(Worker worker, int i) throws Exception;
    }
}
