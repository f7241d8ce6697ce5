package vn.songhanh.shared;

import java.util.Map;

/** A rule that the present state of things breaks: 409. */
public class Conflict extends Problem {

    public Conflict(String slug, Map<String, ?> facts) {
        super(slug, facts, null);
    }

    public Conflict(String slug) {
        this(slug, Map.of());
    }

    @Override
    public int status() {
        return 409;
    }
}
