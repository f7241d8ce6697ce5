package vn.songhanh.shared;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** No such record, or none that this viewer may see: 404 either way. */
public class NotFound extends Problem {

    public NotFound(String what, Object id, @Nullable Throwable cause) {
        super("not-found", Map.of("what", what, "id", String.valueOf(id)), cause);
    }

    public NotFound(String what, Object id) {
        this(what, id, null);
    }

    public NotFound(RecordKind kind, Object id) {
        this(kind.name().toLowerCase(Locale.ROOT), id, null);
    }

    @Override
    public final int status() {
        return 404;
    }
}
