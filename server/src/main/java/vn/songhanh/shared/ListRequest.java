package vn.songhanh.shared;

import org.jspecify.annotations.Nullable;

/**
 * What a list is asked for.
 *
 * @param q searches: the best matches may then come in their own order and without a next page
 * @param count whether the total is wanted, which costs
 * @param deleted the bin instead of the living
 */
public record ListRequest(
        @Nullable String filter,
        @Nullable String q,
        @Nullable String sort,
        @Nullable String cursor,
        @Nullable Integer limit,
        boolean count,
        boolean deleted) {

    /** What is searched for; null for a plain list. */
    public @Nullable String needle() {
        return q == null || q.isBlank() ? null : q.strip();
    }

    /** The same in another order. */
    public ListRequest sorted(@Nullable String order) {
        return new ListRequest(filter, q, order, cursor, limit, count, deleted);
    }
}
