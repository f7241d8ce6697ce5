package vn.songhanh.testing;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.ImportRow;
import vn.songhanh.shared.ImportTarget;
import vn.songhanh.shared.ImportTarget.Done;
import vn.songhanh.shared.ImportTarget.Duplicates;
import vn.songhanh.shared.ImportTarget.Outcome;
import vn.songhanh.shared.Via;
import vn.songhanh.shared.Viewer;

/**
 * Imports as tests make them: a file by the API, to its end; or rows, given to a target as the engine gives them.
 *
 * <pre>{@code
 * JsonNode done = imports.file("contacts", "Họ tên,Email\nHoa,hoa@example.com\n", Map.of("duplicates", "update"));
 * assertThat(counts(done)).isEqualTo("1 created, 0 updated, 0 skipped, 0 failed");
 * imports.undo(done);
 *
 * List<Outcome> outcomes = imports.rows(deals, viewer, Duplicates.SKIP, Map.of("name", "Đơn"));
 * }</pre>
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestImports {

    private final Api api;
    private final TestTimers timers;
    private final TestClock clock;
    private final TransactionTemplate transaction;

    TestImports(Api api, TestTimers timers, TestClock clock, TransactionTemplate transaction) {
        this.api = api;
        this.timers = timers;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** @param options of {@code POST /api/imports}: {@code duplicates}, {@code dryRun}, {@code mapping}, … */
    public JsonNode file(String object, String csv, Map<String, String> options) {
        Map<String, String> form = new HashMap<>(options);
        form.put("object", object);
        return ended(api.upload("/api/imports", form, "tệp.csv", csv.getBytes(StandardCharsets.UTF_8))
                .expect(201));
    }

    public JsonNode undo(JsonNode done) {
        return ended(api.post("/api/imports/" + done.get("id").stringValue() + "/undo", null)
                .expect(202));
    }

    /** What has been started, at its end. */
    public JsonNode ended(Api.Answer started) {
        timers.runDue();
        Api.Answer now = api.get("/api/imports/" + started.json("id")).expect(200);
        if (now.json("status").equals("RUNNING")) {
            throw new AssertionError("did not end: " + now.body());
        }
        return now.json();
    }

    public static String counts(JsonNode it) {
        return "%d created, %d updated, %d skipped, %d failed"
                .formatted(
                        it.get("created").intValue(),
                        it.get("updated").intValue(),
                        it.get("skipped").intValue(),
                        it.get("failed").intValue());
    }

    @SafeVarargs
    public final List<Outcome> rows(
            ImportTarget target, Viewer viewer, Duplicates duplicates, Map<String, String>... rows) {
        return rows(target, viewer, Ids.next(), duplicates, false, rows);
    }

    @SafeVarargs
    public final List<Outcome> dryRun(
            ImportTarget target, Viewer viewer, Duplicates duplicates, Map<String, String>... rows) {
        return rows(target, viewer, Ids.next(), duplicates, true, rows);
    }

    @SafeVarargs
    public final List<Outcome> rows(
            ImportTarget target, Viewer viewer, UUID importId, Duplicates duplicates, Map<String, String>... rows) {
        return rows(target, viewer, importId, duplicates, false, rows);
    }

    /** Rows that tell of new leads, not of history. */
    @SafeVarargs
    public final List<Outcome> news(ImportTarget target, Viewer viewer, Map<String, String>... rows) {
        return rows(target, viewer, Ids.next(), Duplicates.SKIP, false, false, rows);
    }

    private List<Outcome> rows(
            ImportTarget target,
            Viewer viewer,
            UUID importId,
            Duplicates duplicates,
            boolean dryRun,
            Map<String, String>[] values) {
        return rows(target, viewer, importId, duplicates, dryRun, true, values);
    }

    private List<Outcome> rows(
            ImportTarget target,
            Viewer viewer,
            UUID importId,
            Duplicates duplicates,
            boolean dryRun,
            boolean history,
            Map<String, String>[] values) {
        List<ImportRow> rows = new ArrayList<>();
        for (Map<String, String> row : values) {
            rows.add(new ImportRow(rows.size() + 2L, row, ZoneId.of("Asia/Ho_Chi_Minh")));
        }
        Map<String, String> matches = new HashMap<>();
        target.fields().stream()
                .filter(field -> !field.matches().isEmpty())
                .forEach(field -> matches.put(field.name(), field.matches().getFirst()));
        ImportTarget.Batch batch = new ImportTarget.Batch(
                importId,
                viewer.via(Via.IMPORT),
                clock.instant(),
                duplicates,
                history,
                dryRun,
                matches,
                new Remembered(new HashMap<>()),
                rows);
        return Objects.requireNonNull(transaction.execute(status -> target.take(batch)));
    }

    public Map<Long, String> undo(ImportTarget target, Viewer viewer, UUID importId, Done... rows) {
        return Objects.requireNonNull(transaction.execute(
                status -> target.undo(viewer.via(Via.IMPORT), importId, List.of(rows), clock.instant())));
    }

    private record Remembered(Map<String, Long> keys) implements ImportTarget.Seen {

        @Override
        public long row(String key) {
            return keys.getOrDefault(key, 0L);
        }

        @Override
        public void add(String key, long row) {
            keys.put(key, row);
        }
    }
}
