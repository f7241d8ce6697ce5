package vn.songhanh.workspace.access;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.Busy;

/**
 * Where passwords are hashed, one after another: each takes 19 MiB and a processor for some 50 ms. On a thread of its
 * own, which the system takes the processor from in time; a virtual one would keep it from all other requests. Whoever
 * would wait for more than {@value #WAITING} others is told to come again.
 */
@Component
class HashingLane implements DisposableBean {

    static final int WAITING = 24;

    private static final Duration COME_AGAIN = Duration.ofSeconds(3);

    private final ThreadPoolExecutor executor;

    HashingLane() {
        executor = new ThreadPoolExecutor(
                threads(),
                threads(),
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(WAITING),
                Thread.ofPlatform().name("passwords-", 0).daemon().factory());
        executor.allowCoreThreadTimeOut(true);
    }

    /** How many are hashed at the same time. */
    static int threads() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 4);
    }

    /** @throws Busy when the queue is full at the moment */
    void requireRoom() {
        if (executor.getQueue().remainingCapacity() == 0) {
            throw new Busy(COME_AGAIN);
        }
    }

    /** @throws Busy when the queue is full */
    <T> T run(Callable<T> hashing) {
        Future<T> result;
        try {
            result = executor.submit(hashing);
        } catch (RejectedExecutionException full) {
            throw new Busy("busy", COME_AGAIN, full);
        }
        try {
            return result.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            result.cancel(false);
            throw new Busy("busy", COME_AGAIN, stopping);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void destroy() {
        executor.shutdown();
    }
}
