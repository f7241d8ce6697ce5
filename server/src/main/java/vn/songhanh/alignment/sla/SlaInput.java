package vn.songhanh.alignment.sla;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Text;

/** What a manager says the contract shall be. */
public record SlaInput(@Nullable String name, @Nullable SlaTerms terms) {

    static final int MAX_NAME = 200;

    static SlaInput of(Sla sla) {
        return new SlaInput(sla.name(), sla.terms());
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
}
