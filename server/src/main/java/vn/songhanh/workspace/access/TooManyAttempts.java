package vn.songhanh.workspace.access;

import java.time.Duration;
import java.util.Map;
import vn.songhanh.shared.Problem;

/** 429, with the seconds to wait. */
final class TooManyAttempts extends Problem {

    TooManyAttempts(Duration wait) {
        super("too-many-attempts", Map.of("retryAfter", Math.max(1, wait.toSeconds())), null);
    }

    @Override
    public int status() {
        return 429;
    }
}
