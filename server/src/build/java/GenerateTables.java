import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.flywaydb.core.Flyway;
import org.jooq.Constants;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;
import org.slf4j.LoggerFactory;

/**
 * Runs the Flyway chain on a throw-away PostgreSQL and writes one jOOQ package per module schema, so that the
 * migrations stay the only description of the tables. Does nothing while migrations and jOOQ are unchanged.
 *
 * <p>Arguments: the folder of migrations, the folder to write to.
 */
public class GenerateTables {

    private static final String[] MODULES = {
        "workspace",
        "contacts",
        "messaging",
        "work",
        "catalog",
        "people",
        "marketing",
        "sales",
        "commerce",
        "care",
        "alignment",
        "automation",
        "insight"
    };

    public static void main(String[] args) throws Exception {
        Path migrations = Path.of(args[0]);
        Path target = Path.of(args[1]);
        Path stamp = target.resolve(".stamp");
        String fingerprint = fingerprint(migrations);
        if (Files.exists(stamp) && Files.readString(stamp).equals(fingerprint)) {
            return;
        }
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Flyway.configure()
                    .dataSource(postgres.getPostgresDatabase())
                    .locations("filesystem:" + migrations)
                    .load()
                    .migrate();
            GenerationTool.generate(new Configuration()
                    .withJdbc(new org.jooq.meta.jaxb.Jdbc().withUrl(postgres.getJdbcUrl("postgres", "postgres")))
                    .withGenerator(new Generator()
                            .withDatabase(new Database()
                                    .withExcludes("public\\..*|.*\\.flyway_schema_history")
                                    .withIncludeRoutines(false)
                                    .withOutputSchemaToDefault(false)
                                    .withSchemata(schemata()))
                            .withGenerate(new Generate()
                                    .withRecords(true)
                                    .withRelations(true)
                                    .withImplicitJoinPathsToMany(false)
                                    .withDaos(false)
                                    .withPojos(false)
                                    .withGlobalObjectReferences(true)
                                    .withNullableAnnotation(false))
                            .withTarget(new Target()
                                    .withPackageName("vn.songhanh.jooq")
                                    .withDirectory(target.toString())
                                    .withClean(true))));
        }
        Files.createDirectories(target);
        Files.writeString(stamp, fingerprint);
    }

    private static SchemaMappingType[] schemata() {
        SchemaMappingType[] schemata = new SchemaMappingType[MODULES.length];
        for (int i = 0; i < MODULES.length; i++) {
            schemata[i] = new SchemaMappingType().withInputSchema(MODULES[i]);
        }
        return schemata;
    }

    private static String fingerprint(Path migrations) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(Constants.FULL_VERSION.getBytes(StandardCharsets.UTF_8));
        try (var files = Files.walk(migrations)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot read migrations in " + migrations, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
