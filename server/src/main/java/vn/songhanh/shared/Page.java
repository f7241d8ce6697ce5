package vn.songhanh.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor hand it back to get what follows; null at the end
 * @param total how many there are in all, only when it was asked for
 */
public record Page<T>(
        List<T> items,
        @Nullable String nextCursor,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long total) {

    public <U> Page<U> map(Function<T, U> mapper) {
        return new Page<>(items.stream().map(mapper).toList(), nextCursor, total);
    }

    public Page<T> withTotal(@Nullable Long count) {
        return new Page<>(items, nextCursor, count);
    }
}
