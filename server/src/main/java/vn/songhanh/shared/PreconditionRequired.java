package vn.songhanh.shared;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change must say which version it was made on: 428 without {@code If-Match}. */
public final class PreconditionRequired extends Problem {

    public PreconditionRequired() {
        super("if-match-required", Map.of(), null);
    }

    @Override
    public int status() {
        return 428;
    }

    /**
     * The version in an {@code If-Match} header: {@code "3"}, {@code 3} or {@code W/"3"}.
     *
     * @throws PreconditionRequired without one
     * @throws Invalid when it is no version
     */
    public static long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new PreconditionRequired();
        }
        try {
            return Long.parseLong(ifMatch.strip().replaceFirst("^W/", "").replace("\"", ""));
        } catch (NumberFormatException notAVersion) {
            throw new Invalid("If-Match", "not-a-version");
        }
    }
}
