package vn.songhanh.shared;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The viewer may know of it but may not do it: 403. */
public class Forbidden extends Problem {

    public Forbidden(RecordKind kind, Action action) {
        super("forbidden", Map.of("kind", kind.name(), "action", action.name()), null);
    }

    public Forbidden(String slug, Map<String, ?> facts, @Nullable Throwable cause) {
        super(slug, facts, cause);
    }

    public Forbidden(String slug) {
        this(slug, Map.of(), null);
    }

    @Override
    public final int status() {
        return 403;
    }
}
