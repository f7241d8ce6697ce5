package vn.songhanh.sales.competitor;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.MemberId;

/** What people say about a competitor: the body of a POST, and what a PATCH is merged into. */
public record CompetitorInput(
        @JsonUnwrapped Competitor.Details details, @Nullable MemberId ownerId) {

    static CompetitorInput of(Competitor competitor) {
        return new CompetitorInput(competitor.details(), competitor.ownerId());
    }
}
