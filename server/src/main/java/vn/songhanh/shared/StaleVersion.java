package vn.songhanh.shared;

import java.util.Map;

/** Somebody else saved first: 412, with the record as it is now beside the version that the caller had. */
public final class StaleVersion extends Conflict {

    public StaleVersion(long yours, Object current) {
        super("stale-version", Map.of("yourVersion", yours, "current", current));
    }

    @Override
    public int status() {
        return 412;
    }
}
