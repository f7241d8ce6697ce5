package vn.songhanh.alignment.sla;

import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Invalid;

/** For records that are read from a request as they are: JSON that leaves out what is needed is refused by name. */
final class Required {

    private Required() {}

    static <T> T of(@Nullable T value, String field) {
        if (value == null) {
            throw new Invalid(field, "required");
        }
        return value;
    }
}
