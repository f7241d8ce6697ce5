package vn.songhanh.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class PostgresServerTest {

    private Path root;
    private final List<Process> holders = new ArrayList<>();

    @BeforeEach
    void makeDataFolder() throws IOException {
        // Not below target: another user must be able to reach it.
        root = Files.createTempDirectory("songhanh-test").toRealPath();
        Path programs = Files.createDirectories(Path.of("target", "postgres-programs"));
        Files.createSymbolicLink(root.resolve("postgres"), programs.toRealPath());
    }

    @AfterEach
    void removeDataFolder() throws IOException {
        for (Process holder : holders) {
            holder.destroyForcibly();
        }
        try (DataFolder folder = openWhenFree()) {
            OrphanedPostgres.stop(folder.database(), (signal, process) -> process.destroyForcibly());
        }
        PostgresBinaries.delete(root);
    }

    @Test
    void a_commit_is_on_disk_before_it_is_answered() throws Exception {
        try (DataFolder folder = DataFolder.open(root);
                PostgresServer server = PostgresServer.start(folder, Durability.FULL)) {
            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(server, "show data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void the_server_is_the_one_that_this_build_brings_and_sorts_the_same_everywhere() throws Exception {
        try (DataFolder folder = DataFolder.open(root);
                PostgresServer server = PostgresServer.start(folder, Durability.NONE)) {
            assertThat(PostgresBinaries.VERSION).startsWith(ask(server, "show server_version") + ".");
            assertThat(ask(
                            server,
                            "select datlocprovider::text || datlocale from pg_database where datname = 'postgres'"))
                    .isEqualTo("bC.UTF-8");
            assertThat(ask(
                            server,
                            "select string_agg(x, ' ' order by x collate \"vi-x-icu\")"
                                    + " from unnest(array['D', 'Đ', 'Ă', 'B', 'Â', 'A']) x"))
                    .isEqualTo("A Ă Â B D Đ");
        }
    }

    @Test
    void nobody_gets_in_without_the_password() throws Exception {
        try (DataFolder folder = DataFolder.open(root);
                PostgresServer server = PostgresServer.start(folder, Durability.NONE)) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.url("postgres"), "postgres", "postgres"))
                    .hasMessageContaining("password authentication failed");
            assertThat(ask(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            // In the folder that is for its owner only, and with a password too.
            assertThat(ask(server, "show unix_socket_directories"))
                    .isEqualTo(root.resolve("database").toString());
            assertThat(ask(server, "select coalesce(host(inet_client_addr()), 'no network')"))
                    .isEqualTo("no network");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("database-passwords"))))
                .isEqualTo("rw-------");
    }

    @Test
    void where_the_path_is_too_long_for_a_socket_the_way_is_the_loopback_address() throws Exception {
        Path deep = root.resolve("công-ty-trách-nhiệm-hữu-hạn-một-thành-viên/thương-mại-dịch-vụ-và-xuất-nhập-khẩu");
        try (DataFolder folder = DataFolder.open(deep);
                PostgresServer server = PostgresServer.start(folder, Durability.NONE)) {
            assertThat(ask(server, "select host(inet_client_addr())")).isEqualTo("127.0.0.1");
            assertThat(ask(server, "show unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void a_new_data_folder_is_for_its_owner_only() throws Exception {
        Path fresh = root.resolve("fresh");
        Files.createDirectories(fresh.resolve("uploads"));
        DataFolder.open(fresh).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
                .isEqualTo("rwx------");
    }

    @Test
    void a_second_instance_is_kept_off_the_data_folder_in_the_same_process_and_in_another() throws Exception {
        try (DataFolder folder = DataFolder.open(root)) {
            assertThat(folder.root()).isEqualTo(root);
            assertThatThrownBy(() -> DataFolder.open(root))
                    .isInstanceOf(DatabaseCannotStart.class)
                    .hasMessageContaining("already in use by another Song Hành (process "
                            + ProcessHandle.current().pid() + ")");
            assertThat(firstLineOf(holder()))
                    .contains("already in use by another Song Hành (process "
                            + ProcessHandle.current().pid() + ")");
        }
    }

    @Test
    void a_server_that_a_killed_application_left_running_is_stopped_and_its_data_kept() throws Exception {
        Process holder = holder();
        insert(firstLineOf(holder), 100);
        ProcessHandle orphan =
                OrphanedPostgres.postmaster(root.resolve("database")).orElseThrow();
        kill(holder);
        assertThat(orphan.isAlive()).isTrue();

        try (DataFolder folder = openWhenFree();
                PostgresServer server = PostgresServer.start(folder, Durability.FULL)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(ask(server, "select count(*)::text from kept")).isEqualTo("100");
        }
    }

    @Test
    void data_survive_the_death_of_application_and_server_together() throws Exception {
        Process holder = holder();
        insert(firstLineOf(holder), 100);
        ProcessHandle postmaster =
                OrphanedPostgres.postmaster(root.resolve("database")).orElseThrow();
        kill(holder);
        postmaster.destroyForcibly();
        postmaster.onExit().get(10, TimeUnit.SECONDS);

        try (DataFolder folder = openWhenFree();
                PostgresServer server = PostgresServer.start(folder, Durability.FULL)) {
            assertThat(ask(server, "select count(*)::text from kept")).isEqualTo("100");
        }
    }

    @Test
    void a_server_that_dies_under_a_running_application_comes_back_at_the_same_port() throws Exception {
        try (DataFolder folder = DataFolder.open(root);
                PostgresServer server = PostgresServer.start(folder, Durability.FULL)) {
            String url = server.url("postgres");
            ask(server, "select 1::text");
            server.process().orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> ask(server, "select 2::text").equals("2"));
            assertThat(server.url("postgres")).isEqualTo(url);
        }
    }

    @Test
    void the_port_of_last_time_is_kept_as_long_as_it_is_free() throws Exception {
        String first = urlOfOneRun();
        assertThat(urlOfOneRun()).isEqualTo(first);
        int port = Integer.parseInt(first.replaceAll("\\D+127\\.0\\.0\\.1:|/.*", ""));
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(taken.isBound()).isTrue();
            assertThat(urlOfOneRun()).isNotEqualTo(first);
        }
    }

    @Test
    void a_process_that_only_inherited_the_number_of_a_dead_server_is_left_alone() throws Exception {
        urlOfOneRun();
        Process stranger = new ProcessBuilder("sleep", "120").start();
        holders.add(stranger);
        Files.writeString(
                root.resolve("database").resolve("postmaster.pid"),
                stranger.pid() + "\n" + root.resolve("database") + "\n0\n1\n\n127.0.0.1\n");
        urlOfOneRun();
        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void without_user_namespaces_root_starts_it_as_nobody() throws Exception {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        PostgresBinaries.unpackedIn(root.resolve("own")); // where that user may read them, too
        Files.delete(root.resolve("postgres"));
        Files.move(root.resolve("own"), root.resolve("postgres"));
        try (DataFolder folder = DataFolder.open(root);
                PostgresServer server = PostgresServer.start(folder, Durability.NONE, Unprivileged.AS_NOBODY)) {
            assertThat(ask(server, "select current_user::text")).isEqualTo("postgres");
            assertThat(server.process().orElseThrow().info().user()).hasValue("nobody");
        }
    }

    private Process holder() throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseHolder.class.getName(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        holders.add(process);
        return process;
    }

    private static String firstLineOf(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("jdbc:") || line.contains("Song Hành")) {
                return line;
            }
        }
        throw new IOException("the process ended without a word");
    }

    private static void kill(Process process) throws Exception {
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
    }

    private void insert(String url, int rows) throws Exception {
        String password = Files.readAllLines(root.resolve("database-passwords")).getFirst();
        try (Connection connection = DriverManager.getConnection(url, "postgres", password);
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept (id int primary key)");
            for (int i = 0; i < rows; i++) {
                statement.execute("insert into kept values (" + i + ")");
            }
        }
    }

    private String urlOfOneRun() {
        try (DataFolder folder = DataFolder.open(root);
                PostgresServer server = PostgresServer.start(folder, Durability.NONE)) {
            return server.url("postgres");
        }
    }

    private DataFolder openWhenFree() {
        return await().atMost(Duration.ofSeconds(10))
                .ignoreException(DatabaseCannotStart.class)
                .until(() -> DataFolder.open(root), folder -> true);
    }

    private static String ask(PostgresServer server, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        server.url("postgres"),
                        server.superuser().user(),
                        server.superuser().password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
