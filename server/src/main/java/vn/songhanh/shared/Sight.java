package vn.songhanh.shared;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;

/**
 * How a viewer sees the records of a table.
 *
 * @param beside what is read after a record's own columns
 * @param joined the table with those from which that comes
 */
public record Sight<V>(
        List<? extends SelectFieldOrAsterisk> beside, UnaryOperator<Table<?>> joined, Function<Row, V> view) {

    /** Of the table alone. */
    public static <V> Sight<V> of(Function<Row, V> view) {
        return new Sight<>(List.of(), table -> table, view);
    }
}
