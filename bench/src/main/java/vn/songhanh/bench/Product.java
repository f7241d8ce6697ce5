package vn.songhanh.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged product, started as a user starts it, on a data folder of its own. */
final class Product implements AutoCloseable {

    static final String OWNER_KEY = "shk_" + "benchmark0owner0key0".repeat(2);

    private final Path data;
    private final Process process;
    private final int port;
    private final Duration startedIn;

    private Product(Path data, Process process, int port, Duration startedIn) {
        this.data = data;
        this.process = process;
        this.port = port;
        this.startedIn = startedIn;
    }

    static Product start(Path root, Path data) throws IOException, InterruptedException {
        Files.createDirectories(data);
        // Vacuuming costs whoever is measured while it runs; here it runs each time the crowd has grown.
        Files.writeString(data.resolve("postgresql.conf"), "autovacuum = off\n");
        int port = Ports.free();
        ProcessBuilder builder = new ProcessBuilder(root.resolve("bin/start").toString())
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling(data.getFileName() + ".log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "SERVER_PORT",
                        String.valueOf(port),
                        "SONGHANH_DATA_DIR",
                        data.toString(),
                        "SONGHANH_OWNER_EMAIL",
                        "owner@bench.vn",
                        "SONGHANH_OWNER_PASSWORD",
                        "do mot minh thoi nhe 1",
                        "SONGHANH_OWNER_API_KEY",
                        OWNER_KEY));
        Instant begun = Instant.now();
        Process process = builder.start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                    .build();
            while (true) {
                try {
                    if (client.send(health, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        break;
                    }
                } catch (IOException notYet) {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("the product did not start; see " + data + ".log", notYet);
                    }
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        return new Product(data, process, port, Duration.between(begun, Instant.now()));
    }

    Duration startedIn() {
        return startedIn;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    long postmaster() {
        try {
            return Long.parseLong(
                    Files.readAllLines(data.resolve("database/postmaster.pid")).getFirst());
        } catch (IOException e) {
            throw new IllegalStateException("no PostgreSQL runs on " + data, e);
        }
    }

    /** A connection as the owner of the tables. */
    Connection database() throws SQLException {
        try {
            List<String> passwords = Files.readAllLines(data.resolve("database-passwords"));
            String databasePort =
                    Files.readString(data.resolve("database-port")).strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + databasePort + "/songhanh?reWriteBatchedInserts=true",
                    "songhanh_owner",
                    passwords.get(1));
        } catch (IOException e) {
            throw new IllegalStateException("no PostgreSQL runs on " + data, e);
        }
    }

    long cpu() {
        return Processes.cpuOf(pid()) + Processes.cpuOfPostgres(postmaster());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
