package vn.songhanh.shared;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * On which version of a record somebody decided, as the header {@code If-Match} says it. A controller's method that
 * takes one honours the header; where none does, a header that is sent is refused.
 *
 * @param version null for any
 */
public record IfMatch(@Nullable Long version) {

    /** Whoever does not say on which version he decided takes the record as it is. */
    public static final IfMatch ANY = new IfMatch(null);

    /** @throws Invalid when it is no version */
    public static IfMatch of(@Nullable String header) {
        return header == null || header.isBlank() || header.strip().equals("*")
                ? ANY
                : new IfMatch(PreconditionRequired.version(header));
    }

    /**
     * To be asked when the record is held.
     *
     * @throws StaleVersion when it is of another version by now
     */
    public void require(long present, Supplier<?> current) {
        if (version != null && version != present) {
            throw new StaleVersion(version, current.get());
        }
    }
}
