package vn.songhanh.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own on a data folder: started with the application, stopped after it, brought back when it dies.
 *
 * <p>It listens on the loopback address only, and for us on a socket in its data folder; it asks for a password, and
 * outlives nothing: what a killed application left running is stopped, cleanly, by the next one that holds the folder's
 * lock.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);

    /** Recovering after a crash takes as long as the work since the last checkpoint did, at worst. */
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    private final DataFolder folder;
    private final Path data;
    private final Durability durability;
    private final PostgresBinaries binaries;
    private final Unprivileged unprivileged;
    private final Passwords passwords;
    private int port;
    private volatile boolean closing;

    private PostgresServer(DataFolder folder, Durability durability, Unprivileged unprivileged) throws IOException {
        this.folder = folder;
        this.data = folder.database();
        this.durability = durability;
        this.passwords = Passwords.in(folder);
        this.unprivileged = unprivileged;
        this.binaries = PostgresBinaries.unpackedIn(folder.root().resolve("postgres"));
    }

    /** Starts PostgreSQL on the folder, making the database first where there is none. */
    public static PostgresServer start(DataFolder folder, Durability durability) {
        return start(folder, durability, Unprivileged.detect());
    }

    static PostgresServer start(DataFolder folder, Durability durability, Unprivileged unprivileged) {
        try {
            PostgresServer server = new PostgresServer(folder, durability, unprivileged);
            server.initialize();
            OrphanedPostgres.stop(server.data, server::signal);
            server.port = server.chosenPort();
            server.launch();
            server.watch();
            return server;
        } catch (IOException e) {
            throw new DatabaseCannotStart("The database in " + folder.root() + " cannot be started: " + e, e);
        }
    }

    public String url(String database) {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
        return UnixSockets.canReach(socket())
                ? url + "?socketFactory=" + UnixSockets.class.getName() + "&socketFactoryArg="
                        + URLEncoder.encode(socket().toString(), StandardCharsets.UTF_8)
                : url;
    }

    private Path socket() {
        return data.resolve(".s.PGSQL." + port);
    }

    public Login superuser() {
        return new Login("postgres", passwords.superuser());
    }

    public Login owner() {
        return new Login("songhanh_owner", passwords.owner());
    }

    public Login application() {
        return new Login("songhanh_app", passwords.application());
    }

    /** The postmaster's process, as long as it runs. */
    Optional<ProcessHandle> process() {
        return OrphanedPostgres.postmaster(data);
    }

    @Override
    public synchronized void close() {
        closing = true;
        try {
            if (run("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", seconds(STOP_LIMIT)) != 0
                    && process().isPresent()) {
                log.warn("PostgreSQL did not stop within {}, stopping it at once", STOP_LIMIT);
                run("pg_ctl", "stop", "-D", data.toString(), "-m", "immediate", "-w", "-t", seconds(STOP_LIMIT));
            }
        } catch (IOException e) {
            log.error("PostgreSQL could not be stopped; the next start will do it", e);
        }
    }

    private void initialize() throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            String major = Files.readString(data.resolve("PG_VERSION")).strip();
            if (!PostgresBinaries.VERSION.startsWith(major + ".")) {
                throw new DatabaseCannotStart("The data in " + data + " belong to PostgreSQL " + major
                        + ", this build brings PostgreSQL " + PostgresBinaries.VERSION
                        + "; export them with the build that wrote them.");
            }
            return;
        }
        Path fresh = data.resolveSibling("database.new");
        PostgresBinaries.delete(fresh);
        Files.createDirectory(fresh);
        Path passwordFile = Files.createTempFile(folder.root(), "superuser", ".new");
        try {
            Files.writeString(passwordFile, passwords.superuser() + "\n");
            unprivileged.give(passwordFile);
            unprivileged.give(fresh);
            List<String> initdb =
                    new ArrayList<>(List.of("initdb", "-D", fresh.toString(), "-U", "postgres", "-E", "UTF8"));
            // The same order on every system and for ever: sorting for people asks for a collation by name.
            initdb.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
            initdb.addAll(List.of("--data-checksums", "-A", "scram-sha-256", "--pwfile=" + passwordFile));
            if (durability == Durability.NONE) {
                initdb.add("--no-sync");
            }
            if (run(initdb.toArray(String[]::new)) != 0) {
                throw new DatabaseCannotStart("No database could be made in " + data + ":\n" + output());
            }
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void launch() throws IOException {
        Files.createDirectories(folder.logs());
        unprivileged.give(folder.logs());
        writeConfiguration();
        Instant deadline = Instant.now().plus(START_LIMIT);
        Path startLog = folder.logs().resolve("postgres-start.log");
        while (true) {
            Files.deleteIfExists(startLog);
            // Left by one that was killed, whose number another process may have by now.
            Files.deleteIfExists(socket().resolveSibling(socket().getFileName() + ".lock"));
            int exit = run(
                    "pg_ctl",
                    "start",
                    "-D",
                    data.toString(),
                    "-l",
                    startLog.toString(),
                    "-w",
                    "-t",
                    seconds(START_LIMIT));
            if (exit == 0) {
                return;
            }
            String reason = Files.exists(startLog) ? Files.readString(startLog).strip() : output();
            // A backend of a killed server may still be finishing its statement: it goes by itself.
            boolean lingering = reason.contains("is still in use");
            if (!lingering || Instant.now().isAfter(deadline)) {
                process().ifPresent(ProcessHandle::destroyForcibly);
                throw new DatabaseCannotStart("PostgreSQL did not start on " + data + ":\n" + reason);
            }
            OrphanedPostgres.stop(data, this::signal);
        }
    }

    private void writeConfiguration() throws IOException {
        Files.writeString(data.resolve("postgresql.conf"), configuration());
        Files.writeString(data.resolve("pg_hba.conf"), """
                local all all scram-sha-256
                host all all 127.0.0.1/32 scram-sha-256
                """);
        unprivileged.give(data);
    }

    private String configuration() {
        List<String> lines = new ArrayList<>(List.of(
                "# Written at every start. Settings of your own go into "
                        + folder.root().resolve("postgresql.conf") + ".",
                "listen_addresses = '127.0.0.1'",
                "port = " + port,
                "unix_socket_directories = " + (UnixSockets.canReach(socket()) ? quoted(data) : "''"),
                "max_connections = " + (durability == Durability.FULL ? 40 : 200),
                "shared_buffers = 180MB",
                // What is not in there is in the system's cache: handing each such read to another process costs more
                // than the read, and these processes want memory too.
                "io_method = sync",
                "effective_cache_size = 1GB",
                "work_mem = 16MB",
                "maintenance_work_mem = 128MB",
                "max_wal_size = 2GB",
                "checkpoint_timeout = 10min",
                "random_page_cost = 1.1",
                "jit = off",
                "timezone = 'UTC'",
                "lc_messages = 'C'",
                "default_text_search_config = 'pg_catalog.simple'",
                "idle_in_transaction_session_timeout = 10min",
                "logging_collector = on",
                "log_directory = " + quoted(folder.logs()),
                "log_filename = 'postgres-%a.log'",
                "log_rotation_age = 1d",
                "log_truncate_on_rotation = on",
                "log_timezone = 'UTC'",
                "log_line_prefix = '%m [%p] %a '"));
        lines.addAll(
                switch (durability) {
                    case FULL -> List.of("fsync = on", "synchronous_commit = on", "full_page_writes = on");
                    case NONE -> List.of("fsync = off", "synchronous_commit = off", "full_page_writes = off");
                });
        if (PostgresBinaries.isMac()) {
            // What macOS calls fsync leaves the data in the disk's own memory.
            lines.add("wal_sync_method = fsync_writethrough");
        }
        lines.add("include_if_exists = '../postgresql.conf'");
        return String.join("\n", lines) + "\n";
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "''").replace("\\", "/") + "'";
    }

    /** The port of last time if nobody took it meanwhile, so that what an administrator noted stays true. */
    private int chosenPort() throws IOException {
        Path file = folder.root().resolve("database-port");
        if (Files.exists(file)) {
            int last = Integer.parseInt(Files.readString(file).strip());
            if (free(last)) {
                return last;
            }
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Files.writeString(file, socket.getLocalPort() + "\n");
            return socket.getLocalPort();
        }
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Brings PostgreSQL back when it dies under a running application: the pool finds it at the same port. */
    private void watch() {
        CompletableFuture<ProcessHandle> death = process()
                .orElseThrow(() -> new DatabaseCannotStart("PostgreSQL stopped as soon as it had started on " + data))
                .onExit();
        death.thenRunAsync(
                () -> revive(Duration.ofSeconds(1)),
                Thread.ofPlatform().daemon().name("postgres-watch")::start);
    }

    private synchronized void revive(Duration pause) {
        if (closing) {
            return;
        }
        log.error("PostgreSQL is gone, starting it again");
        try {
            OrphanedPostgres.stop(data, this::signal);
            launch();
            watch();
            log.info("PostgreSQL is back");
        } catch (IOException | DatabaseCannotStart e) {
            log.error("PostgreSQL does not come back, trying again in {}", pause, e);
            Duration next = pause.multipliedBy(2).compareTo(Duration.ofSeconds(30)) > 0
                    ? Duration.ofSeconds(30)
                    : pause.multipliedBy(2);
            CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> revive(next));
        }
    }

    private void signal(String name, ProcessHandle process) {
        try {
            run("pg_ctl", "kill", name, Long.toString(process.pid()));
        } catch (IOException e) {
            throw new DatabaseCannotStart("Cannot stop the PostgreSQL that was left running on " + data + ": " + e, e);
        }
    }

    private int run(String... command) throws IOException {
        List<String> words = new ArrayList<>(List.of(command));
        words.set(0, binaries.program(words.getFirst()).toString());
        ProcessBuilder builder = new ProcessBuilder(unprivileged.command(words))
                .directory(folder.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(outputFile().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LANG", "C");
        Process process = builder.start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command[0], e);
        }
    }

    private Path outputFile() {
        return folder.root().resolve("postgres-command.log");
    }

    private String output() throws IOException {
        return Files.readString(outputFile()).strip();
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }

    /** A name and password to sign in to the database with. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }
}
