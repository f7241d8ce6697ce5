package vn.songhanh.workspace.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.songhanh.jooq.sales.Tables.LOSS_REASON;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.songhanh.jooq.alignment.Alignment;
import vn.songhanh.jooq.contacts.Contacts;
import vn.songhanh.jooq.sales.Sales;
import vn.songhanh.jooq.workspace.Workspace;
import vn.songhanh.shared.Copy;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.Listening;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestClock;
import vn.songhanh.workspace.members.Role;

@SongHanhTest
class ChangesTest {

    /** What no page shows, or only to the one person who changes it. */
    private static final Map<String, String> SILENT = Map.ofEntries(
            Map.entry("alignment.routing", "nothing but how leads are given out, which is done by the product"),
            Map.entry("alignment.routing_turn", "likewise"),
            Map.entry("workspace.api_key", "a key is shown on its owner's own page"),
            Map.entry("workspace.device", "of signing in"),
            Map.entry("workspace.event", "what it tells of is told by itself"),
            Map.entry("workspace.event_cursor", "of the delivery of events"),
            Map.entry("workspace.idempotency_key", "of the door"),
            Map.entry("workspace.record_kind", "the kinds change with the product"),
            Map.entry("workspace.import_row", "the import says what became of its rows"),
            Map.entry("workspace.notice", "each member's own: told to him alone"),
            Map.entry("workspace.password", "of signing in"),
            Map.entry("workspace.scheduled_tasks", "of the timers"),
            Map.entry("workspace.session", "of signing in"),
            Map.entry("workspace.setup_link", "of the first run"),
            Map.entry("workspace.stored_file", "what lies in a file belongs to its import"),
            Map.entry("workspace.throttle", "of the door"));

    @Autowired
    Api api;

    @Autowired
    List<ChangeKind> kinds;

    @Autowired
    OpenPages pages;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MeterRegistry registry;

    @Autowired
    TestClock clock;

    private final List<Listening> open = new ArrayList<>();

    private Listening listen(Api who) {
        Listening listening = who.listen();
        open.add(listening);
        return listening;
    }

    @AfterEach
    void leave() {
        open.forEach(Listening::close);
        pages.stop();
        await().until(() -> pages.count() == 0);
        pages.start();
    }

    private String contact(String name) {
        return api.post("/api/contacts", Map.of("fullName", name)).expect(201).json("id");
    }

    @Test
    void whoever_listens_hears_that_a_colleague_changed_something_and_nothing_of_what_it_is() {
        Api colleague = api.as(Role.MARKETER);
        Listening page = listen(colleague);
        long before = System.nanoTime();
        String id = contact("Nguyễn Thị Bí Mật");

        String line = page.next();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
        assertThat(line).matches("data: \\{\"kinds\":\\[(\"[a-z-]+\",?)+]}").contains("\"contacts\"");
        assertThat(page.soFar()).noneMatch(more -> more.contains(id));
    }

    @Test
    void what_the_product_makes_of_a_change_a_moment_later_is_told_too() {
        Listening page = listen(api);
        String lead = api.post(
                        "/api/contacts", Map.of("fullName", "Trần Văn Nóng", "source", Map.of("channel", "demo")))
                .expect(201)
                .json("id");
        api.with("If-Match", "1")
                .post("/api/contacts/" + lead + "/lifecycle", Map.of("stage", "MQL"))
                .expect(200);

        assertThat(page.until("handoffs")).contains("contacts");
    }

    @Test
    void a_file_and_a_change_of_many_are_told_like_any_other() {
        Listening page = listen(api);
        transaction.executeWithoutResult(status -> Copy.into(db, LOSS_REASON, List.of(LOSS_REASON.CODE), none -> {}));
        page.until("loss-reasons");
        db.batch(db.query("update sales.stage set name = name"), db.query("update sales.pipeline set name = name"))
                .execute();
        page.until("pipelines");
        db.resultQuery("with gone as (delete from sales.deal_contact where false returning 1) select * from gone")
                .fetch();
        page.until("deals");
    }

    @Test
    void whoever_may_read_no_record_of_a_kind_hears_nothing_of_it() {
        Listening narrow = listen(api.scopes("pipelines:read"));
        Listening whole = listen(api);
        contact("Lê Văn Khuất");
        db.query("update sales.pipeline set name = name").execute();
        whole.until("contacts");

        assertThat(narrow.until("pipelines")).containsExactly("pipelines");
        Listening keyOfContacts = listen(api.scopes("contacts:read"));
        db.query("update sales.pipeline set name = name").execute();
        contact("Lê Văn Hiện");
        assertThat(keyOfContacts.until("contacts")).doesNotContain("pipelines", "audit", "members", "notices");
    }

    @Test
    void what_is_rolled_back_is_not_told() {
        Listening page = listen(api);
        transaction.executeWithoutResult(status -> {
            db.query("update sales.pipeline set name = name").execute();
            status.setRollbackOnly();
        });
        contact("Phạm Thị Sau");

        assertThat(page.until("contacts")).doesNotContain("pipelines");
    }

    @Test
    void nothing_is_told_before_it_can_be_read() {
        Listening page = listen(api);
        transaction.executeWithoutResult(status -> {
            db.query("update sales.pipeline set name = name").execute();
            contact("Phạm Thị Trước");
            assertThat(page.until("contacts")).doesNotContain("pipelines");
        });
        page.until("pipelines");
    }

    @Test
    void a_notice_is_told_to_whom_it_is_for_alone() {
        Api rep = api.as("Người được báo", Role.VIEWER, "Thông báo");
        Api other = api.as("Người ngồi cạnh", Role.VIEWER, "Thông báo");
        Listening his = listen(rep);
        Listening others = listen(other);
        rep.post("/api/notices/read-all", null).expect(204);
        his.until("notices");
        contact("Ai Đó");

        assertThat(others.until("contacts")).doesNotContain("notices");
    }

    @Test
    void however_much_changes_a_page_gets_one_message_a_second() {
        Listening page = listen(api);
        long begun = System.nanoTime();
        for (int i = 0;
                i < 30 || System.nanoTime() - begun < Duration.ofMillis(1_500).toNanos();
                i++) {
            contact("Người thứ mấy");
        }
        page.until("contacts");
        List<String> heard =
                page.soFar().stream().filter(line -> line.startsWith("data")).toList();
        int seconds = (int) Duration.ofNanos(System.nanoTime() - begun).toSeconds();

        // One at once, and then one a second, however long it took.
        assertThat(heard).hasSizeLessThanOrEqualTo(seconds).allMatch(line -> line.contains("\"contacts\""));
    }

    @Test
    void a_line_that_is_open_is_no_request_under_way() {
        listen(api);

        // Counted when the web server has let go of it.
        await().until(() -> registry.find("http.server.requests").tags("uri", "/api/changes").timers().stream()
                .anyMatch(timer -> timer.count() > 0 && timer.max(TimeUnit.SECONDS) < 5));
    }

    @Test
    void it_goes_through_proxies_as_it_is_and_only_to_whoever_asks_for_it_by_name() {
        Answer head = api.with("Accept", "text/event-stream")
                .send("HEAD", "/api/changes", null)
                .expect(200);
        assertThat(head.header("Content-Type")).startsWith("text/event-stream");
        assertThat(head.header("X-Accel-Buffering")).isEqualTo("no");
        assertThat(head.header("Cache-Control")).contains("no-store");
        assertThat(head.header("Content-Encoding")).isEmpty();

        api.get("/api/changes").expect(406);
        api.with("Accept", "*/*").get("/api/changes").expect(406);
        api.with("Accept", "application/json").get("/api/changes").expect(406);
        api.anonymous().with("Accept", "text/event-stream").get("/api/changes").expect(401);
    }

    @Test
    void it_ends_when_the_key_is_revoked() {
        Api rep = api.as("Người hết việc", Role.OUTSIDE_REP, "Đội lắng nghe");
        Listening page = listen(rep);
        String key = rep.get("/api/api-keys").expect(200).json("items.0.id");
        rep.delete("/api/api-keys/" + key).expect(204);

        assertThat(page.ends()).isTrue();
    }

    @Test
    void it_ends_when_the_member_is_disabled() {
        Api rep = api.as("Người nghỉ việc", Role.OUTSIDE_REP, "Đội lắng nghe");
        Listening page = listen(rep);
        Answer member = api.get("/api/members/" + rep.memberId()).expect(200);
        api.patch("/api/members/" + rep.memberId(), member.etag(), Map.of("active", false))
                .expect(200);

        assertThat(page.ends()).isTrue();
    }

    @Test
    void it_ends_when_somebody_signs_out_and_not_elsewhere() {
        Api here = session();
        Api there = session();
        Listening page = listen(here);
        Listening elsewhere = listen(there);
        here.delete("/api/session").expect(204);

        assertThat(page.ends()).isTrue();
        contact("Vẫn Nghe");
        elsewhere.until("contacts");
    }

    /** The owner in a browser. */
    private Api session() {
        Answer signedIn = api.ready()
                .anonymous()
                .post("/api/session", Map.of("email", Api.OWNER_EMAIL, "password", Api.OWNER_PASSWORD))
                .expect(204);
        String cookies = signedIn.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";")[0])
                .collect(Collectors.joining("; "));
        Api browser = api.anonymous().with("Cookie", cookies);
        return browser.with("X-XSRF-TOKEN", browser.get("/api/me").expect(200).json("csrf"));
    }

    @Test
    void whoever_loses_a_right_hears_no_more_of_what_he_may_not_see() {
        Api rep = api.as("Người đổi vai", Role.ADMINISTRATOR, "Đội lắng nghe");
        Listening page = listen(rep);
        contact("Trước Khi Đổi");
        page.until("audit");
        Answer member = api.get("/api/members/" + rep.memberId()).expect(200);
        api.patch("/api/members/" + rep.memberId(), member.etag(), Map.of("role", "VIEWER"))
                .expect(200);
        page.until("members");
        page.soFar();
        contact("Sau Khi Đổi");

        assertThat(page.until("contacts")).doesNotContain("audit");
    }

    @Test
    void one_person_has_no_more_than_ten_and_gets_a_place_again_when_a_page_is_closed() {
        Api rep = api.as("Người nhiều trang", Role.VIEWER, "Đội lắng nghe");
        for (int i = 0; i < OpenPages.MOST_OF_A_MEMBER; i++) {
            listen(rep);
        }
        Api asks = rep.with("Accept", "text/event-stream");
        Answer refused = asks.get("/api/changes").expect(503);
        assertThat(refused.header("Retry-After")).isNotEmpty();
        listen(api);

        open.getFirst().close();
        // That nobody reads any more comes out when something is written.
        await().until(() -> {
            contact("Ai Nghe");
            return pages.count() == OpenPages.MOST_OF_A_MEMBER;
        });
        listen(rep);
    }

    @Test
    void when_the_product_stops_it_ends_at_once() {
        Listening page = listen(api);
        pages.stop();

        assertThat(page.ends()).isTrue();
        api.with("Accept", "text/event-stream").get("/api/changes").expect(503);
    }

    @Test
    void every_table_is_of_a_kind_or_shown_to_nobody() {
        Set<String> told = kinds.stream()
                .flatMap(kind -> kind.tables().stream())
                .map(table -> table.getSchema().getName() + "." + table.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> all = Stream.<Schema>of(Workspace.WORKSPACE, Contacts.CONTACTS, Sales.SALES, Alignment.ALIGNMENT)
                .flatMap(schema -> schema.getTables().stream())
                .filter(table -> table.getPrimaryKey() != null)
                .map(table -> table.getSchema().getName() + "." + table.getName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(told).doesNotContainAnyElementsOf(SILENT.keySet());
        told.addAll(SILENT.keySet());
        assertThat(told).isEqualTo(all);
    }
}
