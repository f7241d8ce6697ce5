package vn.songhanh.kill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.songhanh.bench.Ports;

/** The packaged product as a user runs it. */
final class Victim implements AutoCloseable {

    static final String OWNER_KEY = "shk_" + "drill0owner0key00000".repeat(2);

    private static final Duration RETURN_LIMIT = Duration.ofMinutes(3);

    private final Path root;
    private final Path data;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable Process application;

    Victim(Path root, Path data) {
        this.root = root;
        this.data = data;
        this.port = Ports.free();
    }

    Path data() {
        return data;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void start() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(root.resolve("bin/start").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolveSibling("application.log").toFile()));
        builder.environment()
                .putAll(Map.of(
                        "SERVER_PORT",
                        String.valueOf(port),
                        "SONGHANH_DATA_DIR",
                        data.toString(),
                        "SONGHANH_OWNER_EMAIL",
                        "owner@drill.vn",
                        "SONGHANH_OWNER_PASSWORD",
                        "con chuồn chuồn bay thấp 7",
                        "SONGHANH_OWNER_API_KEY",
                        OWNER_KEY));
        application = builder.start();
        awaitHealth();
    }

    void kill(Target target) throws Exception {
        switch (target) {
            case APPLICATION -> killApplication();
            case POSTGRESQL -> killPostgres();
            case BOTH -> {
                killPostgres();
                killApplication();
            }
        }
    }

    /** A dead application is started again, as its supervisor would; PostgreSQL the application brings back itself. */
    void awaitReturn(Target target) throws Exception {
        switch (target) {
            case APPLICATION, BOTH -> start();
            case POSTGRESQL -> awaitHealth();
        }
    }

    private void killApplication() throws Exception {
        Process process = running();
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
    }

    private void killPostgres() throws IOException {
        String pid = Files.readAllLines(data.resolve("database/postmaster.pid"))
                .getFirst()
                .strip();
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
    }

    private void awaitHealth() throws Exception {
        HttpRequest health = HttpRequest.newBuilder(address().resolve("/actuator/health"))
                .timeout(Duration.ofSeconds(15))
                .build();
        Instant limit = Instant.now().plus(RETURN_LIMIT);
        while (Instant.now().isBefore(limit)) {
            try {
                if (client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                if (!running().isAlive()) {
                    throw new IllegalStateException(
                            "the product does not start; see " + data.resolveSibling("application.log"), notYet);
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("the product does not come back within " + RETURN_LIMIT);
    }

    private Process running() {
        Process process = application;
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process;
    }

    @Override
    public void close() throws Exception {
        client.close();
        Process process = application;
        if (process != null) {
            process.destroy();
            process.onExit().get(60, TimeUnit.SECONDS);
        }
    }
}
