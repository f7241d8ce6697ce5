package vn.songhanh.workspace.exports;

import java.time.Duration;
import java.util.Map;
import vn.songhanh.shared.Problem;

/** 429, with the seconds to wait. */
final class TooManyExports extends Problem {

    TooManyExports(Duration wait) {
        super("too-many-exports", Map.of("retryAfter", wait.toSeconds()), null);
    }

    @Override
    public int status() {
        return 429;
    }
}
