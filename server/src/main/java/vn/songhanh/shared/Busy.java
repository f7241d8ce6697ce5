package vn.songhanh.shared;

import java.time.Duration;
import java.util.Map;

/** There is no room for it now, and there will be soon: 503, with the seconds to wait. */
public class Busy extends Problem {

    public Busy(Duration wait) {
        this("busy", wait, null);
    }

    public Busy(String slug, Duration wait, @org.jspecify.annotations.Nullable Throwable cause) {
        super(slug, Map.of("retryAfter", Math.max(1, wait.toSeconds())), cause);
    }

    @Override
    public final int status() {
        return 503;
    }
}
