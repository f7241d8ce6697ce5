package vn.songhanh.shared;

import java.time.Duration;

/** Reading that may take the database long, such as a search: its statements end after {@link #LONGEST}. */
public final class HeavyRead {

    public static final Duration LONGEST = Duration.ofSeconds(10);

    private static final ScopedValue<Boolean> RUNNING = ScopedValue.newInstance();

    private HeavyRead() {}

    /** What the present thread does in it is such a reading. */
    public static <X extends Throwable> void run(ScopedValue.CallableOp<?, X> work) throws X {
        ScopedValue.where(RUNNING, true).call(work);
    }

    public static boolean isRunning() {
        return RUNNING.isBound();
    }
}
