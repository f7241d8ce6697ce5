package vn.songhanh.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Two roles: one owns the tables and migrates them, the other is what the application signs in with and may only read
 * and write rows. A fault in the application can then not drop a table or rewrite the audit trail's past.
 */
public final class Roles {

    private Roles() {}

    /** In the embedded PostgreSQL, as its superuser: both roles and the database, made or brought up to date. */
    public static void establish(PostgresServer server, String database) {
        try (Connection connection = connect(server.url("postgres"), server.superuser());
                Statement statement = connection.createStatement()) {
            for (PostgresServer.Login role : new PostgresServer.Login[] {server.owner(), server.application()}) {
                if (isEmpty(statement, "select from pg_roles where rolname = '" + role.user() + "'")) {
                    statement.execute("create role " + role.user() + " login");
                }
                statement.execute("alter role " + role.user() + " password '" + role.password() + "'");
            }
            if (isEmpty(statement, "select from pg_database where datname = '" + database + "'")) {
                statement.execute("create database " + database + " owner "
                        + server.owner().user());
                statement.execute("revoke all on database " + database + " from public");
            }
            statement.execute("grant connect, temporary on database " + database + " to "
                    + server.application().user());
        } catch (SQLException e) {
            throw new DatabaseCannotStart("The roles of the database cannot be made: " + e.getMessage(), e);
        }
    }

    /**
     * As the owner, before migrating: whatever it makes from now on, in whichever schema, the application may use.
     *
     * @param application the role's name
     */
    public static void admit(Connection owner, String application) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            String role = statement.enquoteIdentifier(application, true);
            statement.execute("""
                    alter default privileges grant usage on schemas to %1$s;
                    alter default privileges grant select, insert, update, delete on tables to %1$s;
                    alter default privileges grant usage, select on sequences to %1$s;
                    grant usage on schema public to %1$s
                    """.formatted(role));
        }
    }

    private static boolean isEmpty(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private static Connection connect(String url, PostgresServer.Login login) throws SQLException {
        return DriverManager.getConnection(url, login.user(), login.password());
    }
}
