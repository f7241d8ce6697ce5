package vn.songhanh.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** Work done as of an earlier moment, so that a past can be written through the same use cases as the present. */
public final class AsOf {

    private static final ScopedValue<Instant> MOMENT = ScopedValue.newInstance();

    private AsOf() {}

    /** Runs the work in this thread with every clock at that moment. */
    public static void run(Instant moment, Runnable work) {
        ScopedValue.where(MOMENT, moment).run(work);
    }

    /** The moment that the present work is done as of; {@code now} when that is simply now. */
    public static Instant or(Instant now) {
        return MOMENT.orElse(now);
    }

    /** A clock that tells {@link #or} of what {@code real} tells. */
    public static Clock over(Clock real) {
        return new Clock() {
            @Override
            public Instant instant() {
                return or(real.instant());
            }

            @Override
            public ZoneId getZone() {
                return real.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return over(real.withZone(zone));
            }
        };
    }
}
