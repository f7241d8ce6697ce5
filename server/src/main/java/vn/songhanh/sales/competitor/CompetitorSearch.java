package vn.songhanh.sales.competitor;

import org.springframework.stereotype.Component;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.shared.RecordSearch;

/** Finds competitors by a part of their name. */
@Component
class CompetitorSearch extends RecordSearch<CompetitorView> {

    CompetitorSearch(CompetitorStore store) {
        super(SalesKinds.COMPETITOR, store);
    }

    @Override
    protected Hit hit(CompetitorView found) {
        Competitor.Details details = found.competitor().details();
        return new Hit(kind(), found.id().value(), details.name(), details.website());
    }
}
