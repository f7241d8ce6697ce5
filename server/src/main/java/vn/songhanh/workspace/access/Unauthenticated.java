package vn.songhanh.workspace.access;

import java.util.Map;
import vn.songhanh.shared.Problem;

/** Nobody known is asking: 401. */
final class Unauthenticated extends Problem {

    Unauthenticated(String slug) {
        super(slug, Map.of(), null);
    }

    @Override
    public int status() {
        return 401;
    }
}
