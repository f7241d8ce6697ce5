package vn.songhanh.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import vn.songhanh.database.DataFolder;
import vn.songhanh.database.DatabaseCannotStart;
import vn.songhanh.database.Durability;
import vn.songhanh.database.PostgresServer;
import vn.songhanh.database.Roles;

/**
 * One PostgreSQL for all tests of this JVM, started by the product's own launcher. The migrations run once, into a
 * template; a test's database is a copy of it and takes a moment.
 */
public final class TestDatabase {

    private static final AtomicInteger count = new AtomicInteger();
    private static @Nullable PostgresServer running;

    private final String name;
    private final PostgresServer server;

    private TestDatabase(String name, PostgresServer server) {
        this.name = name;
        this.server = server;
    }

    /** A database with every table and no rows but those that the migrations bring. */
    public static TestDatabase fresh() {
        PostgresServer server = server();
        String name = "test_" + count.incrementAndGet();
        asSuperuser(
                server,
                "create database " + name + " owner " + server.owner().user() + " template template_songhanh",
                "grant connect, temporary on database " + name + " to "
                        + server.application().user());
        return new TestDatabase(name, server);
    }

    public String url() {
        return server.url(name);
    }

    /** What the product signs in with. */
    public PostgresServer.Login application() {
        return server.application();
    }

    /** Who owns the tables: for tests that put into them what the product would never write. */
    public PostgresServer.Login owner() {
        return server.owner();
    }

    private static synchronized PostgresServer server() {
        if (running == null) {
            DataFolder folder = folder();
            PostgresServer server = PostgresServer.start(folder, Durability.NONE);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            dropWhatEarlierRunsLeft(server);
            Roles.establish(server, "template_songhanh");
            try (Connection owner = DriverManager.getConnection(
                    server.url("template_songhanh"),
                    server.owner().user(),
                    server.owner().password())) {
                Roles.admit(owner, server.application().user());
            } catch (SQLException e) {
                throw new IllegalStateException("cannot prepare the template", e);
            }
            Flyway.configure()
                    .dataSource(
                            server.url("template_songhanh"),
                            server.owner().user(),
                            server.owner().password())
                    .load()
                    .migrate();
            running = server;
        }
        return running;
    }

    /** Another JVM may be testing in the same working copy: it has its own. */
    private static DataFolder folder() {
        for (int i = 1; ; i++) {
            try {
                Path folder = Path.of("target", "test-database-" + i);
                Files.createDirectories(folder);
                return DataFolder.open(folder);
            } catch (DatabaseCannotStart inUse) {
                if (i == 9) {
                    throw inUse;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void dropWhatEarlierRunsLeft(PostgresServer server) {
        try (Connection connection = superuser(server);
                Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery(
                        "select datname from pg_database where not datistemplate and datname <> 'postgres'")) {
            List<String> drops = new ArrayList<>();
            while (names.next()) {
                drops.add("drop database " + names.getString(1) + " with (force)");
            }
            for (String drop : drops) {
                statement.execute(drop);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot clear the test database", e);
        }
    }

    private static void asSuperuser(PostgresServer server, String... statements) {
        try (Connection connection = superuser(server);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make a test database", e);
        }
    }

    private static Connection superuser(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(
                server.url("postgres"),
                server.superuser().user(),
                server.superuser().password());
    }
}
