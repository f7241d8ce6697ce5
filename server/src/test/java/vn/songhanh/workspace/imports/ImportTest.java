package vn.songhanh.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.songhanh.jooq.workspace.Tables.STORED_FILE;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import vn.songhanh.shared.Ids;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestClock;
import vn.songhanh.testing.TestTimers;
import vn.songhanh.workspace.members.Role;

@SongHanhTest
@Import(People.Declared.class)
class ImportTest {

    private static final String THREE = """
            Họ tên,E-mail,Giai đoạn
            Nguyễn Thị Hoa,hoa@example.com,lead
            Trần Văn Bình,binh@example.com,MQL
            Lê Hoa,hoa@example.com,
            """;

    @Autowired
    Api api;

    @Autowired
    DSLContext db;

    @Autowired
    People people;

    @Autowired
    TestTimers timers;

    @Autowired
    TestClock clock;

    @BeforeEach
    void nobody() {
        db.execute("delete from workspace.test_person");
        db.execute("delete from workspace.scheduled_tasks where task_name = 'imports.run'");
        people.batchesBeforeCrash.set(-1);
        people.betweenBatches = () -> {};
    }

    @Test
    void a_file_is_looked_at_before_anything_is_done_with_it() {
        JsonNode seen = api.upload("/api/imports/preview", Map.of("object", "people"), "khách.csv", bytes(THREE))
                .expect(200)
                .json();
        assertThat(seen.get("encoding").stringValue()).isEqualTo("UTF-8");
        assertThat(seen.get("separator").stringValue()).isEqualTo(",");
        assertThat(seen.get("header").booleanValue()).isTrue();
        assertThat(seen.get("rows").intValue()).isEqualTo(3);
        assertThat(seen.at("/columns/0/field").stringValue()).isEqualTo("name");
        assertThat(seen.at("/columns/0/confidence").doubleValue()).isEqualTo(1);
        assertThat(seen.at("/firstRows/0/0").stringValue()).isEqualTo("Nguyễn Thị Hoa");
        assertThat(seen.at("/fields/0/required").booleanValue()).isTrue();
        assertThat(persons()).isZero();
        String fileId = seen.get("fileId").stringValue();
        JsonNode done = finished(api.upload("/api/imports", Map.of("object", "people", "fileId", fileId))
                .expect(201));
        assertThat(counts(done)).isEqualTo("DONE 3: 2 created, 0 updated, 1 skipped, 0 failed");
    }

    @Test
    void the_same_file_sent_again_with_the_same_key_is_one_import() {
        Api again = api.with("Idempotency-Key", "gửi lại".hashCode() + "-import");
        Map<String, String> form = Map.of("object", "people");
        Api.Answer first =
                again.upload("/api/imports", form, "people.csv", bytes(THREE)).expect(201);
        int files = db.fetchCount(STORED_FILE);
        assertThat(again.upload("/api/imports", form, "people.csv", bytes(THREE))
                        .expect(201)
                        .json("id"))
                .isEqualTo(first.json("id"));
        assertThat(db.fetchCount(STORED_FILE)).isEqualTo(files);
        again.upload("/api/imports", form, "people.csv", bytes("name\nKhác\n")).expect(409);
        finished(first);
    }

    @Test
    void every_field_that_a_column_can_be_has_a_name_in_both_languages() {
        for (Api reader : List.of(api, api.inEnglish())) {
            for (JsonNode target :
                    reader.get("/api/imports/targets").expect(200).json()) {
                if (List.of("contacts", "companies", "deals", "members")
                        .contains(target.get("object").stringValue())) {
                    assertThat(target.get("fields"))
                            .isNotEmpty()
                            .allSatisfy(field -> assertThat(field.get("label").stringValue())
                                    .isNotEqualTo("column." + field.get("name").stringValue()));
                }
            }
        }
    }

    @Test
    void every_row_ends_as_created_updated_skipped_or_failed() {
        JsonNode done =
                imported(THREE + "Phạm Dũng,dung@example.com,OTHER\nthe refused,an@example.com,LEAD\n", Map.of());
        assertThat(counts(done)).isEqualTo("DONE 5: 2 created, 0 updated, 1 skipped, 2 failed");
        assertThat(db.fetch("select name from workspace.test_person where stage = 'LEAD'")
                        .getValues(0, String.class))
                .containsExactly("Nguyễn Thị Hoa");
        String report =
                api.get("/api/imports/" + id(done) + "/errors.csv").expect(200).body();
        assertThat(report.lines())
                .containsExactly(
                        "\uFEFFDòng,Kết quả,Lý do,Họ tên,E-mail,Giai đoạn",
                        "4,Bỏ qua,Đã có trong hệ thống,Lê Hoa,hoa@example.com,",
                        "5,Lỗi,\"Giai đoạn: Giá trị không nằm trong danh sách: LEAD, MQL\",Phạm Dũng,dung@example.com,OTHER",
                        "6,Lỗi,Trùng hoặc mâu thuẫn với dữ liệu đã có,the refused,an@example.com,LEAD");
        assertThat(api.inEnglish()
                        .get("/api/imports/" + id(done) + "/errors.csv?rows=all")
                        .body()
                        .lines())
                .hasSize(6)
                .contains("2,Created,,Nguyễn Thị Hoa,hoa@example.com,lead");
    }

    @Test
    void a_dry_run_counts_the_same_and_writes_nothing() {
        JsonNode done = imported(THREE, Map.of("dryRun", "true"));
        assertThat(counts(done)).isEqualTo("DONE 3: 2 created, 0 updated, 1 skipped, 0 failed");
        assertThat(persons()).isZero();
        assertThat(done.at("/can/undo").booleanValue()).isFalse();
    }

    @Test
    void duplicates_are_updated_when_asked_for_and_undo_puts_the_old_values_back() {
        imported("name,email\nHoa,hoa@example.com\n", Map.of());
        JsonNode done = imported(THREE, Map.of("duplicates", "update"));
        assertThat(counts(done)).isEqualTo("DONE 3: 1 created, 2 updated, 0 skipped, 0 failed");
        assertThat(names()).containsExactlyInAnyOrder("Lê Hoa", "Trần Văn Bình");
        var audited = db.fetch("select before::text, after::text from workspace.audit_entry where action = 'updated'"
                + " and via = 'IMPORT' order by id");
        assertThat(audited.getFirst().get(0)).isEqualTo("{\"name\":\"Hoa\"}");

        api.post("/api/imports/" + id(done) + "/undo", null).expect(202);
        JsonNode undone = finished(done);
        assertThat(undone.get("status").stringValue()).isEqualTo("UNDONE");
        assertThat(names()).containsExactlyInAnyOrder("Hoa", "Trần Văn Bình");
        assertThat(undone.get("kept").intValue()).isEqualTo(1);
        assertThat(api.get("/api/imports/" + id(done) + "/errors.csv?rows=all").body())
                .contains("3,Đã tạo,Đã được dùng ở nơi khác nên được giữ lại,Trần Văn Bình");
        api.post("/api/imports/" + id(done) + "/undo", null).expect(409);
    }

    @Test
    void a_killed_import_goes_on_after_the_last_committed_batch_and_repeats_no_row() {
        int rows = 2 * ImportJob.BATCH + 1_000;
        people.batchesBeforeCrash.set(1);
        Api.Answer started = start(many(rows), Map.of()).expect(201);
        JsonNode cutOff = finished(started);
        assertThat(cutOff.get("status").stringValue()).isEqualTo("RUNNING");
        assertThat(cutOff.get("done").intValue()).isEqualTo(ImportJob.BATCH);
        assertThat(persons()).isEqualTo(ImportJob.BATCH);

        clock.advance(Duration.ofMinutes(1));
        JsonNode done = finished(started);
        assertThat(counts(done)).isEqualTo("DONE 11000: 11000 created, 0 updated, 0 skipped, 0 failed");
        assertThat(persons()).isEqualTo(rows);
        assertThat(outcomes(started)).isEqualTo(rows);
        assertThat(db.fetchValue(
                        "select count(*) from workspace.event where type = 'workspace.records-imported' and aggregate = ?",
                        java.util.UUID.fromString(started.json("id"))))
                .isEqualTo(3L);
    }

    @Test
    void a_killed_dry_run_starts_anew_and_still_knows_the_duplicates() {
        String twice = many(ImportJob.BATCH) + many(ImportJob.BATCH).replace("name,email\n", "");
        people.batchesBeforeCrash.set(1);
        Api.Answer started = start(twice, Map.of("dryRun", "true")).expect(201);
        finished(started);
        clock.advance(Duration.ofMinutes(1));
        assertThat(counts(finished(started))).isEqualTo("DONE 10000: 5000 created, 0 updated, 5000 skipped, 0 failed");
        assertThat(outcomes(started)).isEqualTo(10_000);
    }

    @Test
    void an_import_that_never_gets_through_ends_as_failed() {
        Api.Answer started = start(THREE, Map.of()).expect(201);
        for (int i = 0; i < 8; i++) {
            people.batchesBeforeCrash.set(0);
            finished(started);
            clock.advance(Duration.ofHours(1));
        }
        JsonNode done = finished(started);
        assertThat(done.get("status").stringValue()).isEqualTo("FAILED");
        assertThat(done.get("error").stringValue()).isEqualTo("import-broke");
        assertThat(persons()).isZero();
    }

    @Test
    void a_cancelled_import_stops_after_its_batch_and_what_it_wrote_can_be_undone() {
        Api.Answer started = start(many(3 * ImportJob.BATCH), Map.of()).expect(201);
        people.betweenBatches =
                () -> Thread.startVirtualThread(() -> api.post("/api/imports/" + started.json("id") + "/cancel", null));
        JsonNode cancelled = finished(started);
        // The request waits for the batch that is being written; which one that is, is up to the scheduler.
        people.betweenBatches = () -> {};
        if (cancelled.get("status").stringValue().equals("CANCELLED")) {
            assertThat(persons()).isEqualTo(cancelled.get("created").intValue()).isLessThan(3 * ImportJob.BATCH);
        }
        api.post("/api/imports/" + started.json("id") + "/undo", null).expect(202);
        assertThat(finished(started).get("status").stringValue()).isEqualTo("UNDONE");
        assertThat(persons()).isZero();
    }

    @Test
    void a_cancelled_import_takes_no_row_and_cannot_be_cancelled_twice() {
        Api.Answer started = start(THREE, Map.of()).expect(201);
        api.post("/api/imports/" + started.json("id") + "/cancel", null).expect(200);
        api.post("/api/imports/" + started.json("id") + "/cancel", null).expect(409);
        assertThat(finished(started).get("status").stringValue()).isEqualTo("CANCELLED");
        assertThat(persons()).isZero();
    }

    @Test
    void after_thirty_days_an_import_stands_and_its_file_is_gone() {
        JsonNode done = imported(THREE, Map.of());
        clock.advance(Duration.ofDays(31));
        timers.runDue();
        api.post("/api/imports/" + id(done) + "/undo", null).expect(409);
        JsonNode later = api.get("/api/imports/" + id(done)).json();
        assertThat(later.get("fileId").isNull()).isTrue();
        assertThat(api.get("/api/imports/" + id(done) + "/errors.csv")
                        .expect(200)
                        .body())
                .contains("4,Bỏ qua,Đã có trong hệ thống");
    }

    @Test
    void only_the_importer_and_those_above_see_an_import() {
        JsonNode done = imported(THREE, Map.of());
        Api rep = api.as(Role.INSIDE_REP);
        rep.get("/api/imports/" + id(done)).expect(404);
        rep.get("/api/imports/" + id(done) + "/errors.csv").expect(404);
        rep.post("/api/imports/" + id(done) + "/undo", null).expect(404);
        assertThat(rep.get("/api/imports").expect(200).at("items").size()).isZero();
        api.as(Role.VIEWER).get("/api/imports").expect(403);
        api.as(Role.VIEWER)
                .upload("/api/imports", Map.of("object", "people"), "people.csv", bytes(THREE))
                .expect(403);
        Api.Answer own = rep.upload("/api/imports", Map.of("object", "people"), "people.csv", bytes(THREE))
                .expect(201);
        rep.get("/api/imports/" + own.json("id")).expect(200);
        api.get("/api/imports/" + own.json("id")).expect(200);
    }

    @Test
    void an_import_stops_when_its_member_is_disabled_and_what_it_wrote_can_be_undone() {
        Api importer = api.as("Nhập rồi nghỉ " + Ids.next(), Role.MARKETING_MANAGER, "Đội nhập");
        Api.Answer started = start(importer, many(3 * ImportJob.BATCH));
        people.betweenBatches = once(() -> api.patch("/api/members/" + importer.memberId(), 1, Map.of("active", false))
                .expect(200));
        stopped(started, "import-importer-gone");
    }

    @Test
    void an_import_stops_when_its_key_is_revoked() {
        Api importer =
                api.as("Nhập bằng khóa", Role.MARKETING_MANAGER, "Đội nhập").scopes("imports:*", "contacts:*");
        Api.Answer started = start(importer, many(3 * ImportJob.BATCH));
        String key = importer.get("/api/api-keys").expect(200).json("items.0.id");
        people.betweenBatches = once(() -> api.delete("/api/api-keys/" + key).expect(204));
        stopped(started, "import-key-ended");
    }

    @Test
    void an_import_stops_when_the_time_of_its_key_is_over() {
        String key = api.post(
                        "/api/api-keys",
                        Map.of(
                                "name",
                                "Một giờ",
                                "scopes",
                                List.of("imports:*", "contacts:*"),
                                "expiresAt",
                                clock.instant().plus(Duration.ofHours(1)).toString()))
                .expect(201)
                .json("key");
        Api.Answer started = start(api.with("Authorization", "Bearer " + key), many(3 * ImportJob.BATCH));
        people.betweenBatches = once(() -> clock.advance(Duration.ofHours(1)));
        stopped(started, "import-key-ended");
    }

    @Test
    void an_import_stops_when_its_role_may_do_it_no_more() {
        Api importer = api.as("Nhập theo vai trò", Role.MARKETER, "Đội nhập");
        Object before = permissions("MARKETER");
        Api.Answer started = start(importer, many(3 * ImportJob.BATCH));
        people.betweenBatches = once(() -> api.put(
                        "/api/roles/MARKETER",
                        Map.of("permissions", Map.of("IMPORT", Map.of("READ", "OWN", "WRITE", "OWN"))))
                .expect(200));
        try {
            stopped(started, "import-rights-ended");
        } finally {
            api.put("/api/roles/MARKETER", Map.of("permissions", before)).expect(200);
        }
    }

    @Test
    void a_killed_import_comes_back_with_the_rights_of_its_key_and_not_with_more() {
        Api importer = api.scopes("imports:*", "contacts:*");
        people.batchesBeforeCrash.set(1);
        Api.Answer started = start(importer, many(3 * ImportJob.BATCH));
        finished(started);
        String key = importer.get("/api/api-keys").expect(200).json("items.0.id");
        api.delete("/api/api-keys/" + key).expect(204);
        clock.advance(Duration.ofMinutes(1));
        stopped(started, "import-key-ended");
    }

    @Test
    void an_import_links_nothing_that_its_key_may_not_read() {
        String company = "Công ty Kín " + Ids.next();
        api.post("/api/companies", Map.of("name", company)).expect(201);
        String file = "Họ tên,Công ty\nLê Hoa," + company + "\n";
        assertThat(counts(finished(contacts(api.scopes("imports:*", "contacts:*"), file))))
                .isEqualTo("DONE 1: 0 created, 0 updated, 0 skipped, 1 failed");
        assertThat(counts(finished(contacts(api.scopes("imports:*", "contacts:*", "companies:read"), file))))
                .isEqualTo("DONE 1: 1 created, 0 updated, 0 skipped, 0 failed");
    }

    @Test
    void an_import_finds_no_colleague_for_a_key_that_may_not_read_who_works_here() {
        String file = "Họ tên,Người phụ trách\nLê Hoa,Chủ Sở Hữu\n";
        assertThat(counts(finished(contacts(api.scopes("imports:*", "contacts:*"), file))))
                .isEqualTo("DONE 1: 0 created, 0 updated, 0 skipped, 1 failed");
        assertThat(counts(finished(contacts(api.scopes("imports:*", "contacts:*", "members:read"), file))))
                .isEqualTo("DONE 1: 1 created, 0 updated, 0 skipped, 0 failed");
    }

    @Test
    void an_undo_stops_with_the_key_of_whoever_asked_for_it_and_goes_on_where_it_stopped() {
        JsonNode done = imported(many(2 * ImportJob.BATCH), Map.of());
        Api undoer = api.scopes("imports:*", "contacts:*");
        String key = undoer.get("/api/api-keys").expect(200).json("items.0.id");
        api.scopes("imports:*", "contacts:read")
                .post("/api/imports/" + id(done) + "/undo", null)
                .expect(403);
        undoer.post("/api/imports/" + id(done) + "/undo", null).expect(202);
        people.betweenBatches = once(() -> api.delete("/api/api-keys/" + key).expect(204));
        JsonNode halfway = finished(done);
        assertThat(halfway.get("status").stringValue()).isEqualTo("FAILED");
        assertThat(halfway.get("error").stringValue()).isEqualTo("import-key-ended");
        assertThat(persons()).isEqualTo(ImportJob.BATCH);

        api.post("/api/imports/" + id(done) + "/undo", null).expect(202);
        JsonNode undone = finished(done);
        assertThat(undone.get("status").stringValue()).isEqualTo("UNDONE");
        assertThat(undone.get("kept").intValue()).isZero();
        assertThat(persons()).isZero();
    }

    private void stopped(Api.Answer started, String error) {
        JsonNode stopped = finished(started);
        assertThat(stopped.get("status").stringValue()).isEqualTo("FAILED");
        assertThat(stopped.get("error").stringValue()).isEqualTo(error);
        assertThat(stopped.get("created").intValue()).isEqualTo(ImportJob.BATCH);
        assertThat(persons()).isEqualTo(ImportJob.BATCH);
        api.post("/api/imports/" + started.json("id") + "/undo", null).expect(202);
        assertThat(finished(started).get("status").stringValue()).isEqualTo("UNDONE");
        assertThat(persons()).isZero();
    }

    private static Runnable once(Runnable what) {
        AtomicBoolean done = new AtomicBoolean();
        return () -> {
            if (!done.getAndSet(true)) {
                what.run();
            }
        };
    }

    private Api.Answer start(Api importer, String csv) {
        return importer.upload("/api/imports", Map.of("object", "people"), "people.csv", bytes(csv))
                .expect(201);
    }

    private static Api.Answer contacts(Api importer, String csv) {
        return importer.upload("/api/imports", Map.of("object", "contacts"), "contacts.csv", bytes(csv))
                .expect(201);
    }

    private Object permissions(String role) {
        for (JsonNode one : api.get("/api/roles").expect(200).at("items")) {
            if (one.get("role").stringValue().equals(role)) {
                return one.get("permissions");
            }
        }
        throw new AssertionError(role);
    }

    @Test
    void columns_and_values_are_mapped_as_told_and_defaults_fill_the_gaps() {
        String mapping = """
                {"Khách": "name", "Loại": {"field": "stage", "values": {"Mới": "LEAD", "Nóng": "MQL"}}, "Mã": null}""";
        JsonNode done = imported(
                "Khách;Loại;Mã\nHoa;nóng;1\nBình;;2\nDũng;lạ;3\n",
                Map.of("mapping", mapping, "defaults", "{\"stage\": \"LEAD\"}"));
        assertThat(counts(done)).isEqualTo("DONE 3: 2 created, 0 updated, 0 skipped, 1 failed");
        assertThat(db.fetch("select name, stage from workspace.test_person order by name")
                        .intoArrays())
                .isDeepEqualTo(new Object[][] {{"Bình", "LEAD"}, {"Hoa", "MQL"}});
        assertThat(done.at("/mapping/Loại/values/Mới").stringValue()).isEqualTo("LEAD");
    }

    @Test
    void a_mapping_that_does_not_fit_is_refused_with_every_fault() {
        JsonNode problem = start(
                        THREE,
                        Map.of(
                                "mapping",
                                "{\"Tuổi\": \"name\", \"E-mail\": {\"field\": \"age\"}, \"Giai đoạn\":"
                                        + " {\"field\": \"company\", \"match\": \"colour\"}}",
                                "defaults",
                                "{\"stage\": \"HOT\"}"))
                .expect(400)
                .json();
        assertThat(problem.get("errors")
                        .valueStream()
                        .map(error -> error.get("field").stringValue() + " "
                                + error.get("code").stringValue()))
                .containsExactlyInAnyOrder(
                        "mapping.Tuổi import-unknown-column",
                        "mapping.E-mail import-unknown-field",
                        "mapping.Giai đoạn.match unknown-choice",
                        "defaults.stage unknown-choice",
                        "mapping import-field-missing");
        start(THREE, Map.of("mapping", "[1]")).expect(400);
        start(THREE, Map.of("mapping", "{nonsense")).expect(400);
        start(THREE, Map.of("colour", "red")).expect(400);
        start(THREE, Map.of("duplicates", "merge")).expect(400);
        start(THREE, Map.of("dryRun", "perhaps")).expect(400);
        start(THREE, Map.of("encoding", "EBCDIC")).expect(400);
        api.upload("/api/imports", Map.of("object", "spaceships"), "people.csv", bytes(THREE))
                .expect(400);
        api.upload("/api/imports", Map.of("object", "people")).expect(400);
        assertThat(persons()).isZero();
    }

    @Test
    void a_file_with_a_fault_is_refused_by_line_before_any_row_is_written() {
        assertThat(start("Họ tên,E-mail\nHoa,hoa@example.com\n\"Bình,b@example.com\n", Map.of())
                        .expect(400)
                        .json("errors.0.message"))
                .contains("dòng 3");
        start("Họ tên,Họ tên\nHoa,Bình\n", Map.of()).expect(400);
        start("Họ tên\nHo\0a\n", Map.of()).expect(400);
        start("", Map.of()).expect(400);
        assertThat(persons()).isZero();
        assertThat(db.fetchCount(db.selectFrom("workspace.import").where("file_name = 'people.csv' and rows = 1")))
                .isZero();
    }

    @Test
    void formulas_come_in_as_text_and_leave_harmless() {
        JsonNode done = imported("name,email\n=1+1,a@example.com\n=cmd|'/c calc',a@example.com\n", Map.of());
        assertThat(names()).containsExactly("=1+1");
        assertThat(api.get("/api/imports/" + id(done) + "/errors.csv").body()).contains(",'=cmd|'/c calc',");
    }

    @Test
    void vietnamese_in_windows_1258_arrives_composed() {
        api.upload("/api/imports", Map.of("object", "people"), "cũ.csv", CsvFileTest.windows1258(THREE))
                .expect(201);
        timers.runDue();
        assertThat(names()).containsExactlyInAnyOrder("Nguyễn Thị Hoa", "Trần Văn Bình");
    }

    @Test
    void a_row_with_more_cells_than_the_header_fails_alone() {
        JsonNode done = imported("name,email\nHoa,hoa@example.com,extra\nBình\nDũng,,\n", Map.of());
        assertThat(counts(done)).isEqualTo("DONE 3: 2 created, 0 updated, 0 skipped, 1 failed");
    }

    private static String many(int rows) {
        StringBuilder csv = new StringBuilder("name,email\n");
        for (int i = 0; i < rows; i++) {
            csv.append("Người ").append(i).append(",p").append(i).append("@example.com\n");
        }
        return csv.toString();
    }

    private long outcomes(Api.Answer started) {
        return (long) db.fetchValue(
                "select count(*) from workspace.import_row where import_id = ?",
                java.util.UUID.fromString(started.json("id")));
    }

    private java.util.List<String> names() {
        return db.fetch("select name from workspace.test_person").getValues(0, String.class);
    }

    private static String id(JsonNode it) {
        return it.get("id").stringValue();
    }

    private JsonNode finished(JsonNode it) {
        timers.runDue();
        return api.get("/api/imports/" + id(it)).expect(200).json();
    }

    private JsonNode imported(String csv, Map<String, String> fields) {
        return finished(start(csv, fields));
    }

    private Api.Answer start(String csv, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("object", "people");
        return api.upload("/api/imports", form, "people.csv", bytes(csv));
    }

    private JsonNode finished(Api.Answer started) {
        timers.runDue();
        return api.get("/api/imports/" + started.json("id")).expect(200).json();
    }

    private int persons() {
        return db.fetchCount(db.selectFrom("workspace.test_person"));
    }

    private static String counts(JsonNode it) {
        return "%s %d: %d created, %d updated, %d skipped, %d failed"
                .formatted(
                        it.get("status").stringValue(),
                        it.get("rows").longValue(),
                        it.get("created").longValue(),
                        it.get("updated").longValue(),
                        it.get("skipped").longValue(),
                        it.get("failed").longValue());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
