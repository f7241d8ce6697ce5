package vn.songhanh.contacts;

import org.jspecify.annotations.Nullable;

/**
 * What a list is asked for.
 *
 * @param q searches: then the best matches come, in their own order and without a next page
 * @param count whether the total is wanted, which costs; of a search, {@value NameSearch#CANDIDATES} at most
 * @param deleted the bin instead of the living
 */
record ListRequest(
        @Nullable String filter,
        @Nullable String q,
        @Nullable String sort,
        @Nullable String cursor,
        @Nullable Integer limit,
        boolean count,
        boolean deleted) {

    /** What is searched for; null for a plain list. */
    @Nullable
    String needle() {
        return q == null || q.isBlank() ? null : q.strip();
    }

    /** Names sort by their given name first. */
    @Nullable
    String sortOfPeople() {
        return sort == null ? null : sort.replaceAll("(^|,)(-?)(?:name|fullName)(?=,|$)", "$1$2givenName,$2fullName");
    }
}
