package vn.songhanh.bench;

import static java.util.stream.Collectors.joining;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * A file of contacts through the product's own import, beside {@code COPY} of as many rows into the same tables with
 * the same indexes: contacts, their first lifecycle change, and the import's row outcomes. A twentieth of the file's
 * rows repeat an e-mail address or a phone number of an earlier one.
 *
 * @param ours CPU of application and database, in nanoseconds
 * @param raw CPU of the database alone, in nanoseconds
 */
record Import(long rows, long ours, long raw, Duration took, long peakKilobytes) {

    private static final int CHUNK = 5_000;
    private static final Pattern COUNT = Pattern.compile("\"(created|updated|skipped|failed)\":\\d+");

    static Import run(Product product, Connection db, long rows, Path data) throws Exception {
        Path file = data.resolveSibling("contacts.csv");
        write(file, rows);
        // Half of it before and half after, so that both sides find tables of the same size.
        long raw = copy(product, db, 1, rows / 2);
        long before = product.cpu();
        Instant begun = Instant.now();
        String outcome = upload(product, file);
        Duration took = Duration.between(begun, Instant.now());
        long ours = product.cpu() - before;
        raw += copy(product, db, rows / 2 + 1, rows);
        if (!outcome.contains("\"DONE\"")) {
            throw new IllegalStateException("the import ended as " + outcome);
        }
        System.out.println("import: "
                + COUNT.matcher(outcome).results().map(MatchResult::group).collect(joining(", ")));
        return new Import(rows, ours, raw, took, Processes.peakResidentKilobytes(product.pid()));
    }

    double oursMs() {
        return ours / 1e6 / rows;
    }

    double rawMs() {
        return raw / 1e6 / rows;
    }

    double ratio() {
        return (double) raw / ours;
    }

    long rowsPerSecond() {
        return rows * 1000 / Math.max(1, took.toMillis());
    }

    private static void write(Path file, long rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("Họ và tên,Email,Điện thoại,Chức danh,Nguồn\n");
            for (long n = 1; n <= rows; n++) {
                long email = n % 40 == 0 ? n - 1 : n;
                long phone = n % 40 == 20 ? n - 1 : n;
                out.write("Trần Thị Nhập %d,nhap.%d@import.vn,03%08d,Kế toán trưởng,WEB\n"
                        .formatted(n, email, phone % 100_000_000));
            }
        }
    }

    private static String upload(Product product, Path file) throws IOException, InterruptedException {
        String boundary = "song-hanh-bench";
        String fields = part(boundary, "object", "contacts")
                + part(boundary, "duplicates", "skip")
                + part(boundary, "history", "true")
                + part(boundary, "mapping", """
                        {"Họ và tên":"fullName","Email":"email","Điện thoại":"phone","Chức danh":"jobTitle","Nguồn":"source.channel"}""")
                + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"contacts.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n";
        try (HttpClient client = HttpClient.newHttpClient()) {
            String base = "http://127.0.0.1:" + product.port() + "/api/imports";
            HttpResponse<String> begun = client.send(
                    request(base)
                            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                            .POST(HttpRequest.BodyPublishers.concat(
                                    HttpRequest.BodyPublishers.ofString(fields),
                                    HttpRequest.BodyPublishers.ofFile(file),
                                    HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            Matcher id = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"").matcher(begun.body());
            if (begun.statusCode() / 100 != 2 || !id.find()) {
                throw new IllegalStateException("import answered " + begun.statusCode() + ": " + begun.body());
            }
            while (true) {
                TimeUnit.SECONDS.sleep(1);
                String state = client.send(
                                request(base + "/" + id.group(1)).build(), HttpResponse.BodyHandlers.ofString())
                        .body();
                if (!state.contains("\"RUNNING\"") && !state.contains("\"WAITING\"")) {
                    return state;
                }
            }
        }
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + Product.OWNER_KEY);
    }

    private static String part(String boundary, String name, String value) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    /** @return what it cost */
    private static long copy(Product product, Connection db, long first, long last) throws SQLException, IOException {
        long before = Processes.cpuOfPostgres(product.postmaster());
        CopyManager copy = db.unwrap(PGConnection.class).getCopyAPI();
        UUID batch = UUID.randomUUID();
        for (long from = first; from <= last; from += CHUNK) {
            StringBuilder contacts = new StringBuilder();
            StringBuilder changes = new StringBuilder();
            StringBuilder outcomes = new StringBuilder();
            for (long n = from; n < Math.min(from + CHUNK, last + 1); n++) {
                UUID id = UUID.randomUUID();
                contacts.append(id)
                        .append("\tPhạm Thị Chép ")
                        .append(n)
                        .append("\tPhạm\tChép\t{chep.")
                        .append(n)
                        .append("@copy.vn}\t{+845")
                        .append("%08d".formatted(n % 100_000_000))
                        .append("}\tKế toán trưởng\tLEAD\t2026-11-24\tWEB\t2026-11-24\t2026-11-24\n");
                changes.append("CONTACT\t")
                        .append(id)
                        .append("\tLEAD\t2026-11-24\t2026-11-24\tIMPORT\tIMPORT\t")
                        .append(batch)
                        .append('\n');
                outcomes.append(batch)
                        .append('\t')
                        .append(n)
                        .append("\tCREATED\t")
                        .append(id)
                        .append('\n');
            }
            copy.copyIn(
                    "copy contacts.contact (id, full_name, family_name, given_name, emails, phones, job_title,"
                            + " lifecycle_stage, lifecycle_since, source_channel, created_at, updated_at) from stdin",
                    new StringReader(contacts.toString()));
            copy.copyIn(
                    "copy contacts.lifecycle_change (subject_kind, subject_id, to_stage, at, logged_at, cause, via, ref)"
                            + " from stdin",
                    new StringReader(changes.toString()));
            copy.copyIn(
                    "copy workspace.import_row (import_id, row_no, outcome, record_id) from stdin",
                    new StringReader(outcomes.toString()));
        }
        return Processes.cpuOfPostgres(product.postmaster()) - before;
    }
}
