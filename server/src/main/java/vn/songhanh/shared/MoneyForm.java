package vn.songhanh.shared;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** An amount that is not below zero, and its currency beside it. */
public record MoneyForm(Field<BigDecimal> amount, Field<String> currency) implements Form<Money> {

    private static final int USUAL_DECIMALS = 2;

    private static final String CURRENCY = "currency";

    @Override
    public List<Field<?>> columns() {
        return List.of(amount, currency);
    }

    @Override
    public @Nullable Money read(Row row) {
        BigDecimal number = row.decimalOrNull();
        String unit = row.textOrNull();
        return number == null || unit == null ? null : new Money(number, unit);
    }

    @Override
    public void write(@Nullable Money value, Map<Field<?>, @Nullable Object> row) {
        row.put(amount, value == null ? null : value.amount());
        row.put(currency, value == null ? null : value.currency());
    }

    @Override
    public @Nullable Money checked(@Nullable Money said, @Nullable Money before, Site at) {
        at.check().that(said == null || !said.isNegative(), at.field() + ".amount", "negative");
        return said;
    }

    @Override
    public void declare(String name, FieldSet fields) {
        fields.number(name, amount).text(CURRENCY, currency);
    }

    @Override
    public List<ImportTarget.Field> cells(String name, String headings) {
        return List.of(
                ImportTarget.Field.of(name, headings),
                ImportTarget.Field.of(CURRENCY, "currency | tiền tệ | loại tiền"));
    }

    @Override
    public @Nullable Money of(ImportRow row, String name, Invalid.Check check) {
        String cell = row.get(name);
        Money said = cell == null ? null : check.gather(() -> Money.written(cell, row.get(CURRENCY), row.currency()));
        boolean negative = said != null && said.isNegative();
        check.that(!negative, name, "negative");
        return negative ? null : said;
    }

    @Override
    public List<ExportSource.Column<?>> exported(String name) {
        return List.of(ExportSource.Column.of(name, amount), ExportSource.Column.of(CURRENCY, currency));
    }

    /** How many decimals amounts in that currency have, for a statement. */
    public static Field<Integer> decimals(Field<String> currency) {
        Map<Integer, List<String>> others = new TreeMap<>();
        for (Currency known : Currency.getAvailableCurrencies()) {
            int decimals = Math.max(0, known.getDefaultFractionDigits());
            if (decimals != USUAL_DECIMALS) {
                others.computeIfAbsent(decimals, digits -> new ArrayList<>()).add(known.getCurrencyCode());
            }
        }
        Field<Integer> decimals = DSL.inline(USUAL_DECIMALS);
        for (Map.Entry<Integer, List<String>> some : others.entrySet()) {
            List<? extends Field<String>> codes =
                    some.getValue().stream().sorted().map(DSL::inline).toList();
            decimals = DSL.when(currency.in(codes), DSL.inline(some.getKey())).otherwise(decimals);
        }
        return decimals;
    }
}
