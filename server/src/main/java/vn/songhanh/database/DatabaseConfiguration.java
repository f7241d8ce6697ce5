package vn.songhanh.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The embedded PostgreSQL, or with {@code SONGHANH_DATABASE_URL} an external one: the rest does not see which. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Configuration(proxyBeanMethods = false)
    @Conditional(NoDatabaseNamed.class)
    static class Embedded {

        @Bean
        DataFolder dataFolder(Environment environment) {
            return DataFolder.open(Path.of(environment.getProperty("SONGHANH_DATA_DIR", "data")));
        }

        @Bean
        PostgresServer postgresServer(DataFolder folder) {
            return PostgresServer.start(folder, Durability.FULL);
        }

        @Bean
        DatabaseAccess databaseAccess(PostgresServer server) {
            Roles.establish(server, "songhanh");
            return new DatabaseAccess(server.url("songhanh"), server.owner(), server.application());
        }
    }

    @Bean
    @ConditionalOnMissingBean
    DatabaseAccess externalDatabase(Environment environment) {
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

    /** Statements are logged by PostgreSQL where somebody wants them; composing them a second time costs. */
    @Bean
    DefaultConfigurationCustomizer quietStatements() {
        return configuration -> configuration.set(configuration.settings().withExecuteLogging(false));
    }

    private static void admit(Flyway flyway, String application) {
        try (Connection owner = flyway.getConfiguration().getDataSource().getConnection()) {
            Roles.admit(owner, application);
        } catch (SQLException e) {
            throw new DatabaseCannotStart("The database cannot be used: " + e.getMessage(), e);
        }
    }

    static class NoDatabaseNamed implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment()
                    .getProperty("SONGHANH_DATABASE_URL", "")
                    .isEmpty();
        }
    }

    private record PoolDetails(String getJdbcUrl, String getUsername, String getPassword)
            implements JdbcConnectionDetails {}

    private record MigrationDetails(String getJdbcUrl, String getUsername, String getPassword)
            implements FlywayConnectionDetails {}
}
