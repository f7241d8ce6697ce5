package vn.songhanh.alignment.sla;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Text;

/**
 * What somebody says the contract shall be.
 *
 * @param startsOn from which day on; null: the first of the next month, since goals are promised by the month
 */
public record SlaInput(
        @Nullable String name,
        @Nullable SlaTerms terms,
        @Nullable LocalDate startsOn) {

    static final int MAX_NAME = 200;

    static SlaInput of(Sla sla) {
        return new SlaInput(sla.name(), sla.terms(), null);
    }

    static SlaInput of(Proposal proposal) {
        return new SlaInput(proposal.name(), proposal.terms(), proposal.startsOn());
    }

    String checkedName() {
        String clean = Required.of(Text.cleanOrNull(name, "name"), "name");
        if (clean.length() > MAX_NAME) {
            throw new Invalid("name", "too-long", Map.of("max", MAX_NAME));
        }
        return clean;
    }

    SlaTerms checkedTerms() {
        return Required.of(terms, "terms").checked();
    }

    LocalDate startsOn(LocalDate today) {
        return startsOn == null ? today.withDayOfMonth(1).plusMonths(1) : startsOn;
    }
}
