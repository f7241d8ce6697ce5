package vn.songhanh.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** One of those who work at the same time: a connection to the product for each key, and one to the database. */
final class Worker implements AutoCloseable {

    private final int port;
    private final Connection db;
    private final Map<String, Caller> callers = new HashMap<>();
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Worker(Product product) throws SQLException {
        this.port = product.port();
        this.db = product.database();
    }

    Caller as(String key) throws IOException {
        Caller caller = callers.get(key);
        if (caller == null) {
            caller = new Caller(port, key);
            callers.put(key, caller);
        }
        return caller;
    }

    Connection db() {
        return db;
    }

    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = db.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        for (Caller caller : callers.values()) {
            caller.close();
        }
        db.close();
    }
}
