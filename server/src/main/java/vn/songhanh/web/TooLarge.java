package vn.songhanh.web;

import java.util.Map;
import vn.songhanh.shared.Problem;

/** 413, with the most that is taken. */
final class TooLarge extends Problem {

    TooLarge(int bytes) {
        super("too-large", Map.of("kilobytes", bytes >> 10, "fileMegabytes", BodyLimit.MAX_FILE_BYTES >> 20), null);
    }

    @Override
    public int status() {
        return 413;
    }
}
