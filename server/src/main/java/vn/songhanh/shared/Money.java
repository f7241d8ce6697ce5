package vn.songhanh.shared;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An amount in a currency, at the currency's own number of decimals (VND: none). In JSON
 * {@code {"amount":"15000000","currency":"VND"}}: a string, so that no reader loses a digit.
 */
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) implements Comparable<Money> {

    public static final String VND = "VND";

    /** @throws Invalid for an unknown currency, more decimals than it has, or more than 15 digits before the point */
    public Money(@Nullable BigDecimal amount, @Nullable String currency) {
        this.currency = Objects.requireNonNullElse(currency, VND);
        if (amount == null) {
            throw new Invalid("amount", "required");
        }
        int decimals = decimals(this.currency);
        try {
            this.amount = amount.setScale(decimals, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException tooFine) {
            throw new Invalid("amount", "too-many-decimals", Map.of("decimals", decimals, "currency", this.currency));
        }
        if (this.amount.precision() - this.amount.scale() > 15) {
            throw new Invalid("amount", "too-large", Map.of("digits", 15));
        }
    }

    public static Money vnd(long amount) {
        return new Money(BigDecimal.valueOf(amount), VND);
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** @throws IllegalArgumentException when the currencies differ */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot combine " + currency + " and " + other.currency);
        }
        return other;
    }

    private static int decimals(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            throw new Invalid("currency", "unknown-currency", Map.of("value", currency));
        }
    }
}
