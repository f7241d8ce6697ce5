package vn.songhanh.bench;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every write leaves behind, by bare statements. */
final class Traces {

    private Traces() {}

    static void audit(Worker worker, String kind, UUID id, @Nullable String before, String after) throws SQLException {
        PreparedStatement insert = worker.prepare("""
                insert into workspace.audit_entry (id, at, actor_id, via, kind, record_id, action, before, after, salt, digest)
                values (uuidv7(), now(), ?, 'API', ?, ?, 'updated', ?::json, ?::json, ?, ?)
                """);
        insert.setObject(1, Crowd.BIG_OWNER);
        insert.setString(2, kind);
        insert.setObject(3, id);
        insert.setString(4, before);
        insert.setString(5, after);
        insert.setBytes(6, new byte[16]);
        insert.setBytes(7, new byte[32]);
        insert.executeUpdate();
    }

    static void event(Worker worker, String type, UUID aggregate, String payload) throws SQLException {
        PreparedStatement insert = worker.prepare("""
                insert into workspace.event (id, at, type, version, aggregate, actor, via, payload)
                values (uuidv7(), now(), ?, 1, ?, ?, 'API', ?::jsonb)
                """);
        insert.setString(1, type);
        insert.setObject(2, aggregate);
        insert.setObject(3, Crowd.BIG_OWNER);
        insert.setString(4, payload);
        insert.executeUpdate();
    }
}
