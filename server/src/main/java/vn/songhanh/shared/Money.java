package vn.songhanh.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An amount in a currency, at the currency's own number of decimals (VND: none). In JSON
 * {@code {"amount":"15000000","currency":"VND"}}: a string, so that no reader loses a digit.
 */
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) implements Comparable<Money> {

    public static final String VND = "VND";

    private static final Pattern WRITTEN =
            Pattern.compile("([^\\d.,+\\-\u2212]*)([+\\-\u2212]?[.,]?\\d(?:[\\d.,\\h]*\\d)?(?:[eE][+-]?\\d+)?)(.*)");
    private static final Pattern UNIT = Pattern.compile("(nghin|ngan|trieu|tr|ty|ti|k)(?:\\h*([d₫$€£]?)|\\h+(.+))");

    /** How many zeros a word behind the number stands for; folded. */
    private static final Map<String, Integer> ZEROS =
            Map.of("k", 3, "nghin", 3, "ngan", 3, "tr", 6, "trieu", 6, "ty", 9, "ti", 9);

    /** What stands for a currency beside its code; folded. */
    private static final Map<String, String> SYMBOLS =
            Map.of("₫", VND, "d", VND, "dong", VND, "$", "USD", "us$", "USD", "€", "EUR", "£", "GBP");

    /** Of an amount that somebody says; sums of such have more. */
    private static final int MAX_DIGITS = 15;

    private static final int MAX_DIGITS_OF_SUMS = 30;
    private static final int MAX_SCALE = 30;

    /** @throws Invalid for an unknown currency, more decimals than it has, or more digits than any sum has */
    public Money(@Nullable BigDecimal amount, @Nullable String currency) {
        this.currency = Objects.requireNonNullElse(currency, VND);
        if (amount == null) {
            throw new Invalid("amount", "required");
        }
        int decimals = decimals(this.currency);
        // Before any arithmetic: a number of a few characters can have a billion digits.
        limit(amount, MAX_DIGITS_OF_SUMS);
        if (amount.scale() > MAX_SCALE) {
            throw new Invalid("amount", "too-many-decimals", Map.of("decimals", decimals, "currency", this.currency));
        }
        try {
            this.amount = amount.setScale(decimals, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException tooFine) {
            throw new Invalid("amount", "too-many-decimals", Map.of("decimals", decimals, "currency", this.currency));
        }
    }

    private static BigDecimal limit(BigDecimal amount, int digits) {
        if ((long) amount.precision() - amount.scale() > digits) {
            throw new Invalid("amount", "too-large", Map.of("digits", digits));
        }
        return amount;
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
            return new Money(limit(number, MAX_DIGITS), currency);
        } catch (NumberFormatException notANumber) {
            throw new Invalid("amount", "not-a-number");
        }
    }

    /**
     * An amount as people write it into files: {@code 15.000.000 ₫}, {@code $5,000}, {@code 1,5 tỷ}, {@code 500k}.
     *
     * @param column what another cell says of its currency
     * @param otherwise its currency when neither of the cells names one
     * @throws Invalid naming {@code amount} or {@code currency}, also when the two cells name different currencies
     */
    public static Money written(String text, @Nullable String column, String otherwise) {
        Matcher parts = WRITTEN.matcher(text.strip());
        if (!parts.matches()) {
            throw new Invalid("amount", "not-a-number");
        }
        String before = parts.group(1).strip();
        String after = parts.group(3).strip();
        int zeros = 0;
        Matcher unit = UNIT.matcher(Text.fold(after));
        if (currency(Text.fold(after)) == null && unit.matches()) {
            zeros = Objects.requireNonNull(ZEROS.get(unit.group(1)));
            after = Objects.requireNonNullElse(unit.group(2), unit.group(3));
        }
        String currency = null;
        for (String named : List.of(before, after)) {
            currency = named.isEmpty() ? currency : same(currency, currency(named, "amount"), "amount");
        }
        currency = column == null ? currency : same(currency, currency(column, "currency"), "currency");
        String known = Objects.requireNonNullElse(currency, otherwise);
        BigDecimal number = Numbers.written(parts.group(2), zeros + decimals(known), "amount");
        return new Money(limit(number.movePointRight(zeros), MAX_DIGITS), known);
    }

    private static String same(@Nullable String one, String other, String field) {
        if (one != null && !one.equals(other)) {
            throw new Invalid(field, "two-currencies", Map.of("one", one, "other", other));
        }
        return other;
    }

    /** By its code or symbol. */
    private static String currency(String written, String field) {
        String known = currency(Text.fold(written));
        if (known == null) {
            throw new Invalid(field, "unknown-currency", Map.of("value", written));
        }
        return known;
    }

    private static @Nullable String currency(String folded) {
        String known = SYMBOLS.get(folded);
        try {
            return known != null || folded.length() != 3
                    ? known
                    : Currency.getInstance(folded.toUpperCase(Locale.ROOT)).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    /** So many hundredths of it, rounded half up as its currency is. */
    public Money share(int percent) {
        BigDecimal share = amount.multiply(BigDecimal.valueOf(percent)).movePointLeft(2);
        return new Money(share.setScale(amount.scale(), RoundingMode.HALF_UP), currency);
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
