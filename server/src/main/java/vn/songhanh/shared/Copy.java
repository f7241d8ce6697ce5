package vn.songhanh.shared;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes many rows at once with PostgreSQL's COPY, the quickest way in. Takes part in the running transaction; checks,
 * foreign keys and triggers hold as with INSERT, but there is no ON CONFLICT.
 *
 * <pre>{@code
 * Copy.into(db, CONTACT, List.of(CONTACT.ID, CONTACT.FULL_NAME, CONTACT.TAGS), copy ->
 *         contacts.forEach(c -> copy.row(c.id(), c.fullName(), c.tags())));
 * }</pre>
 */
public final class Copy {

    private static final int FLUSH_AT = 64 * 1024;

    private final CopyIn copy;
    private final int columns;
    private byte[] buffer = new byte[FLUSH_AT * 2];
    private int size;

    private Copy(CopyIn copy, int columns) {
        this.copy = copy;
        this.columns = columns;
    }

    /** @return how many rows were written */
    public static long into(DSLContext db, Table<?> table, List<? extends Field<?>> columns, Consumer<Copy> rows) {
        try {
            long written = db.connectionResult(connection -> into(connection, table, columns, rows));
            WriteWatch.tell(db, "copy " + table);
            return written;
        } catch (DataAccessException e) {
            SQLException refused = e.getCause(SQLException.class);
            if (refused == null) {
                throw e;
            }
            throw new CopyRefused(refused);
        }
    }

    /** As {@link #into(DSLContext, Table, List, Consumer)}, on a connection at hand. */
    public static long into(
            Connection connection, Table<?> table, List<? extends Field<?>> columns, Consumer<Copy> rows)
            throws SQLException {
        LateWrites.sendWaiting();
        DSLContext sql = DSL.using(SQLDialect.POSTGRES);
        String names = columns.stream()
                .map(column -> sql.render(column.getUnqualifiedName()))
                .collect(Collectors.joining(", "));
        CopyIn in = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + sql.render(table) + " (" + names + ") from stdin");
        try {
            Copy copy = new Copy(in, columns.size());
            rows.accept(copy);
            copy.flush();
            return in.endCopy();
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
        }
    }

    /**
     * One row, in the order of the columns: text, numbers, booleans, enums (by name), dates and instants, {@link Id}s
     * and UUIDs, {@link JSONB}, bytes, null; arrays and collections of these for array columns.
     */
    public void row(@Nullable Object... values) {
        if (values.length != columns) {
            throw new IllegalArgumentException(values.length + " values for " + columns + " columns");
        }
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                put((byte) '\t');
            }
            write(values[i]);
        }
        put((byte) '\n');
        if (size >= FLUSH_AT) {
            flush();
        }
    }

    private void write(@Nullable Object value) {
        switch (value) {
            case null -> {
                put((byte) '\\');
                put((byte) 'N');
            }
            case Collection<?> list -> escaped(array(list));
            case Object[] array -> escaped(array(Arrays.asList(array)));
            default -> escaped(text(value));
        }
    }

    private static String text(Object value) {
        return switch (value) {
            case Enum<?> name -> name.name();
            case JSONB json -> json.data();
            case JSON json -> json.data();
            case byte[] bytes -> "\\x" + HexFormat.of().formatHex(bytes);
            case Object other -> other.toString();
        };
    }

    private static String array(Collection<?> items) {
        StringBuilder text = new StringBuilder("{");
        for (Object item : items) {
            if (text.length() > 1) {
                text.append(',');
            }
            if (item == null) {
                text.append("NULL");
            } else {
                text.append('"')
                        .append(text(item).replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
            }
        }
        return text.append('}').toString();
    }

    private void escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\t' -> escape('t');
                case '\n' -> escape('n');
                case '\r' -> escape('r');
                case '\\' -> escape('\\');
                default -> {
                    if (c < 0x80) {
                        put((byte) c);
                    } else if (Character.isHighSurrogate(c) && i + 1 < text.length()) {
                        bytes(text.substring(i, i + 2));
                        i++;
                    } else if (c < 0x800) {
                        put((byte) (0xC0 | c >> 6));
                        put((byte) (0x80 | c & 0x3F));
                    } else {
                        put((byte) (0xE0 | c >> 12));
                        put((byte) (0x80 | c >> 6 & 0x3F));
                        put((byte) (0x80 | c & 0x3F));
                    }
                }
            }
        }
    }

    private void escape(char letter) {
        put((byte) '\\');
        put((byte) letter);
    }

    private void bytes(String pair) {
        for (byte b : pair.getBytes(StandardCharsets.UTF_8)) {
            put(b);
        }
    }

    private void put(byte b) {
        if (size == buffer.length) {
            buffer = Arrays.copyOf(buffer, size * 2);
        }
        buffer[size++] = b;
    }

    private void flush() {
        try {
            copy.writeToCopy(buffer, 0, size);
        } catch (SQLException refused) {
            throw new CopyRefused(refused);
        }
        size = 0;
    }

    /** The connection broke, or the server refused the rows so far. */
    public static final class CopyRefused extends RuntimeException {

        private final boolean conflict;

        CopyRefused(SQLException cause) {
            super(cause);
            String state = cause.getSQLState();
            conflict = state != null && state.startsWith("23");
        }

        /** Whether a unique key, a foreign key or a check was violated. */
        public boolean isConflict() {
            return conflict;
        }
    }
}
