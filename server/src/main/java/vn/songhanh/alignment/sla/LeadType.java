package vn.songhanh.alignment.sla;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import vn.songhanh.contacts.source.Source;
import vn.songhanh.shared.Money;
import vn.songhanh.shared.Text;

/**
 * A kind of lead that marketing delivers, and what one is worth.
 *
 * @param closeRate the share of such leads that become customers
 * @param sources channels, media and campaigns that bring this kind; the type without any takes all the others
 */
public record LeadType(
        String code, String name, Tier tier, BigDecimal closeRate, Money averageSale, List<String> sources) {

    public LeadType {
        code = Text.clean(Required.of(code, "code"), "code");
        name = Text.clean(Required.of(name, "name"), "name");
        Required.of(tier, "tier");
        Required.of(closeRate, "closeRate");
        Required.of(averageSale, "averageSale");
        sources = Required.of(sources, "sources").stream()
                .map(source -> Text.clean(Required.of(source, "sources"), "sources"))
                .toList();
    }

    /** Close rate times average sale. */
    public Money value() {
        int decimals = averageSale.amount().scale();
        return new Money(
                averageSale.amount().multiply(closeRate).setScale(decimals, RoundingMode.HALF_UP),
                averageSale.currency());
    }

    boolean takesTheRest() {
        return sources.isEmpty();
    }

    /** Whether one of the words that tell where somebody came from is a source of this type, accents and case aside. */
    boolean brings(Source source) {
        List<String> words = Stream.of(source.channel(), source.medium(), source.campaign())
                .flatMap(Stream::ofNullable)
                .map(LeadType::word)
                .toList();
        return sources.stream().map(LeadType::word).anyMatch(words::contains);
    }

    private static String word(String text) {
        return Text.fold(text).replaceAll("[\\s_-]+", " ").strip();
    }
}
