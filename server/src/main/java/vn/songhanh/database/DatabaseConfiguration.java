package vn.songhanh.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.songhanh.shared.HeavyRead;
import vn.songhanh.shared.LateWrites;

/** The embedded PostgreSQL, or with {@code SONGHANH_DATABASE_URL} an external one: the rest does not see which. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    DatabaseAccess databaseAccess(Optional<EmbeddedDatabase> embedded, Environment environment) {
        return embedded.map(EmbeddedDatabase::access).orElseGet(() -> external(environment));
    }

    private static DatabaseAccess external(Environment environment) {
        var application = new PostgresServer.Login(
                environment.getProperty("SONGHANH_DATABASE_USER", ""),
                environment.getProperty("SONGHANH_DATABASE_PASSWORD", ""));
        String owner = environment.getProperty("SONGHANH_DATABASE_OWNER_USER", "");
        return new DatabaseAccess(
                environment.getRequiredProperty("SONGHANH_DATABASE_URL"),
                owner.isEmpty()
                        ? application
                        : new PostgresServer.Login(
                                owner, environment.getProperty("SONGHANH_DATABASE_OWNER_PASSWORD", "")),
                application);
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(DatabaseAccess access) {
        return new PoolDetails(
                access.url(), access.application().user(), access.application().password());
    }

    @Bean
    FlywayConnectionDetails flywayConnectionDetails(DatabaseAccess access) {
        return new MigrationDetails(
                access.url(), access.owner().user(), access.owner().password());
    }

    @Bean
    FlywayMigrationStrategy migrateAsOwner(DatabaseAccess access) {
        return flyway -> {
            if (access.hasTwoRoles()) {
                admit(flyway, access.application().user());
            }
            flyway.migrate();
        };
    }

    /**
     * Statements are logged by PostgreSQL where somebody wants them; composing them a second time costs. Moments come
     * and go as the driver has them, not by way of a text.
     */
    @Bean
    DefaultConfigurationCustomizer quickStatements() {
        return configuration -> configuration.set(
                configuration.settings().withExecuteLogging(false).withBindOffsetDateTimeType(true));
    }

    /** What may take long by what somebody asks for ends in time; whatever else runs may take as long as it takes. */
    @Bean
    ExecuteListenerProvider heavyReadsEnd() {
        return new DefaultExecuteListenerProvider(new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                if (HeavyRead.isRunning() && context.statement() != null) {
                    try {
                        context.statement().setQueryTimeout((int) HeavyRead.LONGEST.toSeconds());
                    } catch (SQLException e) {
                        throw new DataAccessException("no time limit could be set", e);
                    }
                }
            }
        });
    }

    /** See {@link LateWrites}. */
    @Bean
    ExecuteListenerProvider lateWritesFirst() {
        return new DefaultExecuteListenerProvider(ExecuteListener.onStart(context -> LateWrites.sendWaiting()));
    }

    private static void admit(Flyway flyway, String application) {
        try (Connection owner = flyway.getConfiguration().getDataSource().getConnection()) {
            Roles.admit(owner, application);
        } catch (SQLException e) {
            throw new DatabaseCannotStart("The database cannot be used: " + e.getMessage(), e);
        }
    }

    private record PoolDetails(String getJdbcUrl, String getUsername, String getPassword)
            implements JdbcConnectionDetails {}

    private record MigrationDetails(String getJdbcUrl, String getUsername, String getPassword)
            implements FlywayConnectionDetails {}
}
