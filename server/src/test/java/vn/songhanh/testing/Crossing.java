package vn.songhanh.testing;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two changes that cross each other:
 *
 * <pre>{@code
 * Answer answer = crossing.during(() -> deals.win(rep, one), () -> api.post("/api/deals/" + other + "/lose", …));
 * }</pre>
 */
@TestConfiguration(proxyBeanMethods = false)
public class Crossing {

    private final DSLContext db;
    private final TransactionTemplate transaction;

    Crossing(DSLContext db, TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /**
     * The second begins when the first has written and not committed; the first commits when the second has ended, or
     * waits for it.
     */
    public <T> T during(Runnable first, Callable<T> second) throws Exception {
        return during(first, second, () -> {});
    }

    /** As the other; before the first commits, it goes on. */
    public <T> T during(Runnable first, Callable<T> second, Runnable firstGoesOn) throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch met = new CountDownLatch(1);
        try (ExecutorService two = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> one = two.submit(() -> transaction.executeWithoutResult(status -> {
                try {
                    first.run();
                } finally {
                    written.countDown();
                }
                await(met);
                firstGoesOn.run();
            }));
            await(written);
            Future<T> other = two.submit(second);
            while (!other.isDone() && !one.isDone() && !somebodyWaits()) {
                Thread.onSpinWait();
            }
            met.countDown();
            one.get(1, TimeUnit.MINUTES);
            return other.get(1, TimeUnit.MINUTES);
        }
    }

    private boolean somebodyWaits() {
        return Objects.requireNonNull(db.resultQuery("select exists (select from pg_locks where not granted)")
                .fetchSingle(0, Boolean.class));
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(1, TimeUnit.MINUTES)) {
                throw new AssertionError("waited for a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
