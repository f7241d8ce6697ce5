package vn.songhanh.shared;

import static java.util.stream.Collectors.joining;
import static org.springframework.transaction.support.TransactionSynchronizationManager.bindResource;
import static org.springframework.transaction.support.TransactionSynchronizationManager.getResource;
import static org.springframework.transaction.support.TransactionSynchronizationManager.isActualTransactionActive;
import static org.springframework.transaction.support.TransactionSynchronizationManager.registerSynchronization;
import static org.springframework.transaction.support.TransactionSynchronizationManager.unbindResource;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * Writes whose outcome nobody waits for: the row of a history, of the audit trail, an event. They wait until the
 * transaction's next statement or its commit, and then all go to the database in one trip instead of one each. Since
 * they are always sent first, no statement can tell that they waited.
 *
 * <p>A write is a text with a question mark for each value, the same text every time, so that nothing has to be composed
 * and PostgreSQL knows it already.
 */
public final class LateWrites implements TransactionSynchronization {

    /** So many wait at most: what a loop writes neither heaps up nor becomes a text of its own for each number. */
    static final int MOST = 32;

    private record Write(String sql, @Nullable Object[] values) {}

    private final DSLContext db;
    private final List<Write> waiting = new ArrayList<>();
    private final Map<Object, List<Write>> waitingAt = new IdentityHashMap<>();

    /** What somebody else writes just before the commit would find nobody to wait for. */
    private boolean committing;

    private LateWrites(DSLContext db) {
        this.db = db;
    }

    /**
     * Writes before the present transaction does anything else; at once where there is none.
     *
     * @param sql one statement, with a question mark for each value; their types are those of the columns
     */
    public static void add(DSLContext db, String sql, @Nullable Object... values) {
        if (!isActualTransactionActive()) {
            LateWrites alone = new LateWrites(db);
            alone.waiting.add(new Write(sql, values));
            alone.send();
            return;
        }
        LateWrites late = (LateWrites) getResource(LateWrites.class);
        if (late == null) {
            late = new LateWrites(db);
            bindResource(LateWrites.class, late);
            registerSynchronization(late);
        }
        late.waiting.add(new Write(sql, values));
        if (late.committing || late.waiting.size() >= MOST) {
            late.send();
        }
    }

    /** The statement that {@link #add} takes for a new row of these columns. */
    public static String insertInto(Table<?> table, Collection<Field<?>> columns) {
        String names = columns.stream()
                .map(column -> column.getUnqualifiedName().toString())
                .collect(joining(", "));
        String values = columns.stream().map(column -> "?").collect(joining(", "));
        return "insert into %s (%s) values (%s)".formatted(table, names, values);
    }

    /** Sends what waits; called before every other statement of the transaction. */
    public static void sendWaiting() {
        LateWrites late = (LateWrites) getResource(LateWrites.class);
        if (late != null) {
            late.send();
        }
    }

    private void send() {
        if (waiting.isEmpty()) {
            return;
        }
        List<Write> writes = List.copyOf(waiting);
        waiting.clear();
        Direct.run(db, connection -> send(connection, writes));
        writes.forEach(write -> WriteWatch.tell(db, write.sql()));
    }

    /** Several statements in one text are one trip to the database, and PostgreSQL keeps the plan of each. */
    private static boolean send(Connection connection, List<Write> writes) throws SQLException {
        StringJoiner sql = new StringJoiner(";\n");
        writes.forEach(write -> sql.add(write.sql()));
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            int place = 0;
            for (Write write : writes) {
                for (Object value : write.values()) {
                    bind(statement, ++place, value);
                }
            }
            return statement.execute();
        }
    }

    /** Texts go without a type, as nothing does, so that the next row's other emptiness needs no other plan. */
    private static void bind(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(place, Types.OTHER);
            case String text -> statement.setObject(place, text, Types.OTHER);
            case JSONB json -> statement.setObject(place, json.data(), Types.OTHER);
            default -> statement.setObject(place, value);
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        send();
        committing = true;
    }

    @Override
    public void savepoint(Object savepoint) {
        waitingAt.put(savepoint, List.copyOf(waiting));
    }

    /** What waited at the savepoint waits again: if it was sent since, that has been undone. */
    @Override
    public void savepointRollback(Object savepoint) {
        waiting.clear();
        waiting.addAll(waitingAt.getOrDefault(savepoint, List.of()));
    }

    @Override
    public void suspend() {
        unbindResource(LateWrites.class);
    }

    @Override
    public void resume() {
        bindResource(LateWrites.class, this);
    }

    @Override
    public void afterCompletion(int status) {
        unbindResource(LateWrites.class);
    }
}
