package vn.songhanh.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An amount in a currency, at the currency's own number of decimals (VND: none). In JSON
 * {@code {"amount":"15000000","currency":"VND"}}: a string, so that no reader loses a digit.
 */
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) implements Comparable<Money> {

    public static final String VND = "VND";

    private static final int MAX_DIGITS = 15;
    private static final int MAX_SCALE = 30;

    /** @throws Invalid for an unknown currency, more decimals than it has, or more than 15 digits before the point */
    public Money(@Nullable BigDecimal amount, @Nullable String currency) {
        this.currency = Objects.requireNonNullElse(currency, VND);
        if (amount == null) {
            throw new Invalid("amount", "required");
        }
        int decimals = decimals(this.currency);
        // Before any arithmetic: a number of a few characters can have a billion digits.
        if ((long) amount.precision() - amount.scale() > MAX_DIGITS) {
            throw new Invalid("amount", "too-large", Map.of("digits", MAX_DIGITS));
        }
        if (amount.scale() > MAX_SCALE) {
            throw new Invalid("amount", "too-many-decimals", Map.of("decimals", decimals, "currency", this.currency));
        }
        try {
            this.amount = amount.setScale(decimals, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException tooFine) {
            throw new Invalid("amount", "too-many-decimals", Map.of("decimals", decimals, "currency", this.currency));
        }
    }

    /** Takes the amount as a text, as it is written, and as a number. */
    @JsonCreator
    static Money read(
            @JsonProperty("amount") @Nullable JsonNode amount, @JsonProperty("currency") @Nullable String currency) {
        if (amount == null || amount.isNull()) {
            throw new Invalid("amount", "required");
        }
        try {
            BigDecimal number = amount.isNumber()
                    ? Numbers.bounded(amount.decimalValue())
                    : Numbers.decimal(amount.isString() ? amount.stringValue() : "");
            return new Money(number, currency);
        } catch (NumberFormatException notANumber) {
            throw new Invalid("amount", "not-a-number");
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

    @JsonIgnore
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

    /**
     * How many decimals amounts of that currency have.
     *
     * @throws Invalid for an unknown one
     */
    public static int decimals(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            throw new Invalid("currency", "unknown-currency", Map.of("value", currency));
        }
    }
}
