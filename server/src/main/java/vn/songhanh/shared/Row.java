package vn.songhanh.shared;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.SelectField;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgResultSet;

/**
 * A row of a result, read from left to right: each call takes the next column. For records that come by the page: jOOQ
 * finds each value of each row by looking for its field among all the others, which for thirty columns takes longer than
 * PostgreSQL needs to find the row.
 *
 * <p>Values come as the driver has them; {@code …OrNull} where the column may be empty.
 */
public final class Row {

    private final ResultSet row;
    private int column;

    private Row(ResultSet row) {
        this.row = row;
    }

    /**
     * The columns of a record as one part of the select list, put into words once. The mapper of the record reads them
     * in this order.
     */
    public static SelectField<?> columns(Field<?>... columns) {
        return columns(List.of(columns));
    }

    /** As {@link #columns(Field[])}, of several lists, one after the other. */
    @SafeVarargs
    public static SelectField<?> columns(List<? extends Field<?>>... columns) {
        String words = DSL.using(SQLDialect.POSTGRES)
                .render(DSL.list(Stream.of(columns).flatMap(List::stream).toArray(QueryPart[]::new)));
        return CustomField.of("columns", SQLDataType.OTHER, context -> context.sql(words));
    }

    /** All rows of the query, at once. */
    public static <T> List<T> all(ResultQuery<?> query, Function<Row, T> mapper) {
        return read(query, rows -> all(rows, mapper));
    }

    private static <T> List<T> all(ResultSet rows, Function<Row, T> mapper) throws SQLException {
        List<T> all = new ArrayList<>();
        while (rows.next()) {
            all.add(mapper.apply(new Row(rows)));
        }
        return all;
    }

    /**
     * All rows that a text finds which is always the same, so that nothing has to be composed: for what is asked so
     * often, or finds so little, that composing would be most of the work.
     *
     * @param sql with a question mark for each value
     */
    public static <T> List<T> all(DSLContext db, String sql, Function<Row, T> mapper, Object... values) {
        LateWrites.sendWaiting();
        return Direct.run(db, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                try (ResultSet rows = statement.executeQuery()) {
                    return all(rows.unwrap(PgResultSet.class), mapper);
                }
            }
        });
    }

    /** The only row of a query that finds one at most. */
    public static <T> Optional<T> find(ResultQuery<?> query, Function<Row, T> mapper) {
        return read(query, rows -> rows.next() ? Optional.of(mapper.apply(new Row(rows))) : Optional.empty());
    }

    private interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    private static <T> T read(ResultQuery<?> query, Reading<T> reading) {
        try (ResultSet rows = query.fetchResultSet()) {
            // The pool and jOOQ each wrap it once; at a thousand values that shows.
            return reading.of(rows.unwrap(PgResultSet.class));
        } catch (SQLException e) {
            throw new DataAccessException("a row could not be read", e);
        }
    }

    public UUID uuid() {
        return required(uuidOrNull());
    }

    public @Nullable UUID uuidOrNull() {
        return value(UUID.class);
    }

    public <I extends Id> @Nullable I idOrNull(Function<UUID, I> id) {
        UUID value = uuidOrNull();
        return value == null ? null : id.apply(value);
    }

    public String text() {
        return required(textOrNull());
    }

    public @Nullable String textOrNull() {
        try {
            return row.getString(++column);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    public int number() {
        return required(numberOrNull());
    }

    public @Nullable Integer numberOrNull() {
        try {
            int number = row.getInt(++column);
            return row.wasNull() ? null : number;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    public long version() {
        try {
            return row.getLong(++column);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    public Instant instant() {
        return required(instantOrNull());
    }

    public @Nullable Instant instantOrNull() {
        OffsetDateTime time = value(OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Three columns, in the order of {@link Times}. */
    public Times times() {
        return new Times(instant(), instant(), instantOrNull());
    }

    public @Nullable LocalDate dateOrNull() {
        return value(LocalDate.class);
    }

    public @Nullable BigDecimal decimalOrNull() {
        try {
            return row.getBigDecimal(++column);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    public List<String> texts() {
        return List.of(array(String[].class));
    }

    /** As {@link #texts}, where some may be null. */
    public List<@Nullable String> textsOrNulls() {
        return Arrays.asList(array(String[].class));
    }

    public List<UUID> uuids() {
        return List.of(array(UUID[].class));
    }

    /** A value of a type that the driver knows. */
    @Nullable
    <T> T value(Class<T> type) {
        try {
            return row.getObject(++column, type);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private <T> T array(Class<T> type) {
        try {
            return type.cast(row.getArray(++column).getArray());
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("column " + column + " is empty");
        }
        return value;
    }

    private DataAccessException unreadable(SQLException e) {
        return new DataAccessException("column " + column + " could not be read", e);
    }
}
