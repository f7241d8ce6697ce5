package vn.songhanh.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import vn.songhanh.shared.AsOf;

/** A clock that stands still until a test moves it. It starts on a Monday at nine in the morning in Vietnam. */
public final class TestClock extends Clock {

    public static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T02:00:00Z");

    private volatile Instant now = MONDAY_MORNING;

    public void set(Instant instant) {
        now = instant;
    }

    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    public void reset() {
        now = MONDAY_MORNING;
    }

    @Override
    public Instant instant() {
        return AsOf.or(now);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("zones belong to the workspace, not to the clock");
    }
}
