package vn.songhanh.workspace.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.songhanh.jooq.workspace.Tables.SESSION;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.songhanh.shared.Ids;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestClock;
import vn.songhanh.testing.TestImports;
import vn.songhanh.workspace.members.Role;

@SongHanhTest
class SignInTest {

    private static final String PASSWORD = "trời xanh mây trắng";

    @Autowired
    Api api;

    @Autowired
    TestClock clock;

    @Autowired
    Throttle throttle;

    @Autowired
    TestImports imports;

    @Autowired
    DSLContext db;

    @Autowired
    DataSource dataSource;

    @Test
    void an_invited_member_sets_a_password_once_and_signs_in_with_it() {
        String email = newMember();
        String token = invite(email);
        Answer opened = api.anonymous()
                .post("/api/invitations/open", Map.of("token", token))
                .expect(200);
        assertThat(opened.json("email")).isEqualTo(email);

        Map<String, String> acceptance = Map.of("token", token, "password", PASSWORD);
        Answer accepted =
                api.anonymous().post("/api/invitations/accept", acceptance).expect(204);
        assertThat(browser(accepted).get("/api/me").expect(200).json("member.email"))
                .isEqualTo(email);
        api.anonymous().post("/api/invitations/accept", acceptance).expect(404);

        Answer signedIn = signIn(email, PASSWORD).expect(204);
        Answer me = browser(signedIn).get("/api/me").expect(200);
        assertThat(me.json("role")).isEqualTo("INSIDE_REP");
        assertThat(me.json("permissions.CONTACT.READ")).isEqualTo("OWN");
        assertThat(me.json("via")).isEqualTo("SCREEN");
    }

    @Test
    void the_session_cookie_is_out_of_reach_of_scripts_and_other_sites() {
        Answer signedIn = signIn(invited(), PASSWORD).expect(204);
        assertThat(signedIn.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("songhanh=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax")
                        .contains("Path=/"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("XSRF-TOKEN=").doesNotContain("HttpOnly"));
        assertThat(signedIn.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void a_change_needs_the_token_that_only_our_own_page_knows() {
        Api browser = browser(signIn(invited(), PASSWORD).expect(204));
        Map<String, String> change = Map.of("locale", "en");
        Answer refused = browser.with("X-XSRF-TOKEN", "")
                .send("PATCH", "/api/me", change)
                .expect(403);
        assertThat(refused.json("type")).isEqualTo("/problems/csrf");
        browser.with("X-XSRF-TOKEN", "planted").send("PATCH", "/api/me", change).expect(403);
        assertThat(browser.send("PATCH", "/api/me", change).expect(200).json("locale"))
                .isEqualTo("en");
    }

    @Test
    void a_member_gives_himself_a_name_and_keeps_his_language() {
        Api browser = browser(signIn(invited(), PASSWORD).expect(204));
        browser.send("PATCH", "/api/me", Map.of("locale", "en")).expect(200);

        Answer renamed = browser.send("PATCH", "/api/me", Map.of("fullName", "  Đổng Thị Tân Danh "))
                .expect(200);

        assertThat(renamed.json("member.fullName")).isEqualTo("Đổng Thị Tân Danh");
        assertThat(renamed.json("member.locale")).isEqualTo("en");
        assertThat(browser.send("PATCH", "/api/me", Map.of("fullName", " "))
                        .expect(400)
                        .json("errors.0.field"))
                .isEqualTo("fullName");
        browser.send("PATCH", "/api/me", Map.of("role", "OWNER")).expect(400);
    }

    @Test
    void whoever_signs_out_is_out() {
        Api browser = browser(signIn(invited(), PASSWORD).expect(204));
        browser.delete("/api/session").expect(204);
        assertThat(browser.get("/api/me").expect(401).json("type")).isEqualTo("/problems/unauthenticated");
    }

    @Test
    void signing_in_again_ends_the_session_that_the_browser_had() {
        String email = invited();
        Api before = browser(signIn(email, PASSWORD).expect(204));
        before.post("/api/session", Map.of("email", email, "password", PASSWORD))
                .expect(204);
        before.get("/api/me").expect(401);
    }

    @Test
    void a_session_ends_when_nobody_uses_it() {
        Api browser = browser(signIn(invited(), PASSWORD).expect(204));
        clock.advance(Sessions.IDLE.minusMinutes(1));
        browser.get("/api/me").expect(200);
        clock.advance(Sessions.IDLE.minusMinutes(1));
        browser.get("/api/me").expect(200);
        clock.advance(Sessions.IDLE.plusMinutes(1));
        browser.get("/api/me").expect(401);
    }

    @Test
    void a_session_ends_even_when_it_is_used_every_hour() {
        Api browser = browser(signIn(invited(), PASSWORD).expect(204));
        for (Duration used = Duration.ZERO; used.compareTo(Sessions.LONGEST) < 0; used = used.plusHours(8)) {
            browser.get("/api/me").expect(200);
            clock.advance(Duration.ofHours(8));
        }
        browser.get("/api/me").expect(401);
    }

    @Test
    void unknown_disabled_uninvited_and_mistaken_get_the_same_answer() {
        String disabled = invited();
        disable(disabled);
        List<Answer> answers = List.of(
                signIn("nobody@songhanh.test", PASSWORD),
                signIn(disabled, PASSWORD),
                signIn(newMember(), PASSWORD),
                signIn(invited(), "không phải thế"));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(401));
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
    }

    @Test
    void a_disabled_member_is_out_at_once() {
        String email = invited();
        Api browser = browser(signIn(email, PASSWORD).expect(204));
        browser.get("/api/me").expect(200);
        disable(email);
        browser.get("/api/me").expect(401);
    }

    @Test
    void guessing_is_slowed_down_and_says_for_how_long() {
        String email = invited();
        guessAllBut(1, email);
        signIn(email, "lần cuối").expect(401);
        Answer refused = signIn(email, PASSWORD).expect(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 900);

        clock.advance(Duration.ofMinutes(15));
        signIn(email, PASSWORD).expect(204);
        throttle.sweep();
    }

    @Test
    void another_sites_page_cannot_sign_anybody_in() {
        Map<String, String> credentials = Map.of("email", invited(), "password", PASSWORD);
        api.anonymous()
                .with("Sec-Fetch-Site", "cross-site")
                .post("/api/session", credentials)
                .expect(403);
        api.anonymous()
                .with("Origin", "https://evil.example")
                .post("/api/session", credentials)
                .expect(403);
        api.anonymous()
                .with("Sec-Fetch-Site", "same-origin")
                .post("/api/session", credentials)
                .expect(204);
    }

    @Test
    void a_new_password_needs_the_old_one_and_ends_the_other_sessions() {
        String email = invited();
        Api here = browser(signIn(email, PASSWORD).expect(204));
        Api there = browser(signIn(email, PASSWORD).expect(204));
        here.post("/api/me/password", Map.of("current", "đoán bừa thôi", "password", "một mật khẩu mới"))
                .expect(400);
        Answer changed = here.post("/api/me/password", Map.of("current", PASSWORD, "password", "một mật khẩu mới"))
                .expect(204);
        there.get("/api/me").expect(401);
        browser(changed).get("/api/me").expect(200);
        signIn(email, PASSWORD).expect(401);
        signIn(email, "một mật khẩu mới").expect(204);
    }

    @Test
    void guessing_the_old_password_is_slowed_down_too() {
        Api browser = browser(signIn(invited(), PASSWORD).expect(204));
        Map<String, String> guess = Map.of("current", "đoán bừa thôi", "password", "một mật khẩu mới");
        for (int i = 0; i < Throttle.TRIES; i++) {
            browser.post("/api/me/password", guess).expect(400);
        }
        browser.post("/api/me/password", guess).expect(429);
    }

    @Test
    void guessing_the_old_password_through_many_keys_is_slowed_down_as_through_one() {
        Api rep = api.as("Nhiều khóa", Role.INSIDE_REP, "Người mới");
        Map<String, String> guess = Map.of("current", "đoán bừa thôi", "password", "một mật khẩu mới");
        for (int i = 0; i < Throttle.TRIES; i++) {
            rep.scopes("*").post("/api/me/password", guess).expect(400);
        }
        rep.scopes("*").post("/api/me/password", guess).expect(429);
    }

    @Test
    void whoever_guesses_everywhere_does_not_shut_out_a_browser_that_is_known() {
        String email = invited();
        Api known = browser(signIn(email, PASSWORD).expect(204));
        Map<String, String> credentials = Map.of("email", email, "password", PASSWORD);
        guessEverywhere(email);
        signIn(email, PASSWORD).expect(429);

        Api again = browser(known.post("/api/session", credentials).expect(204));
        again.post("/api/me/password", Map.of("current", PASSWORD, "password", "một mật khẩu mới"))
                .expect(204);
        signIn(email, "một mật khẩu mới").expect(429);
    }

    @Test
    void a_browser_is_known_after_signing_out_too() {
        String email = invited();
        Answer signedIn = signIn(email, PASSWORD).expect(204);
        browser(signedIn).delete("/api/session").expect(204);
        guessEverywhere(email);
        signInFrom(device(signedIn), email, PASSWORD).expect(204);
    }

    @Test
    void a_known_browser_is_known_for_its_own_accounts_alone_and_guesses_no_more_than_others() {
        String email = invited();
        String other = invited();
        String device = device(signIn(email, PASSWORD).expect(204));
        guessEverywhere(other);
        signInFrom(device, other, PASSWORD).expect(429);

        for (int i = 0; i < Throttle.TRIES; i++) {
            signInFrom(device, email, "đoán bừa thôi").expect(401);
        }
        signInFrom(device, email, PASSWORD).expect(429);
        signIn(email, PASSWORD).expect(204);
    }

    @Test
    void two_who_share_a_browser_are_both_known_in_it() {
        String one = invited();
        String two = invited();
        String first = device(signIn(one, PASSWORD).expect(204));
        String second = device(signInFrom(first, two, PASSWORD).expect(204));
        guessEverywhere(one);
        guessEverywhere(two);
        signInFrom(first, one, PASSWORD).expect(429);
        String third = device(signInFrom(second, one, PASSWORD).expect(204));
        signInFrom(third, two, PASSWORD).expect(204);
    }

    @Test
    void whoever_had_the_old_password_is_a_stranger_again() {
        String email = invited();
        Answer there = signIn(email, PASSWORD).expect(204);
        Answer here = browser(signIn(email, PASSWORD).expect(204))
                .post("/api/me/password", Map.of("current", PASSWORD, "password", "một mật khẩu mới"))
                .expect(204);
        guessEverywhere(email);
        signInFrom(device(there), email, "một mật khẩu mới").expect(429);
        signInFrom(device(here), email, "một mật khẩu mới").expect(204);
    }

    @Test
    void one_colleague_who_mistypes_keeps_nobody_else_at_that_address_out() {
        String hasty = invited();
        String colleague = invited();
        for (int i = 0; i < 2 * Throttle.ACCOUNT; i++) {
            try {
                guess(hasty, "127.0.0.1");
                guess(hasty, "0:0:0:0:0:0:0:1");
            } catch (TooManyAttempts expected) {
                assertThat(i).isGreaterThanOrEqualTo(Throttle.TRIES);
            }
        }
        signIn(hasty, PASSWORD).expect(429);
        signIn(colleague, PASSWORD).expect(204);
    }

    @Test
    void from_one_address_strangers_try_few_accounts() {
        String address = "198.51.100.7";
        for (int i = 0; i < Throttle.ACCOUNTS_OF_ADDRESS; i++) {
            guess(i + "@tried.test", address);
        }
        assertThatThrownBy(() -> guess("more@tried.test", address)).isInstanceOf(TooManyAttempts.class);
        assertThatThrownBy(() -> guess("more@tried.test", address)).isInstanceOf(TooManyAttempts.class);
        guess("more@tried.test", "198.51.100.8");
    }

    @Test
    void refusals_do_not_tell_whether_there_is_an_account() {
        String email = invited();
        String nobody = Ids.next() + "@songhanh.test";
        guessEverywhere(email);
        guessEverywhere(nobody);
        assertThat(signIn(email, PASSWORD).expect(429).body())
                .isEqualTo(signIn(nobody, PASSWORD).expect(429).body());
        String device = device(signIn(invited(), PASSWORD).expect(204));
        assertThat(signInFrom(device, email, PASSWORD).expect(429).body())
                .isEqualTo(signInFrom(device, nobody, PASSWORD).expect(429).body());
    }

    @Test
    void a_link_to_set_a_password_ends_with_the_password_the_address_the_member_and_the_next_link() {
        String email = invited();
        String link = invite(email);
        browser(signIn(email, PASSWORD).expect(204))
                .post("/api/me/password", Map.of("current", PASSWORD, "password", "một mật khẩu mới"))
                .expect(204);
        isDead(link);

        String earlier = invite(email);
        String later = invite(email);
        isDead(earlier);

        String path = "/api/members/" + id(email);
        String renamed = Ids.next() + "@songhanh.test";
        api.patch(path, api.get(path).etag(), Map.of("email", renamed)).expect(200);
        isDead(later);

        String last = invite(renamed);
        disable(renamed);
        api.patch(path, api.get(path).etag(), Map.of("active", true)).expect(200);
        isDead(last);

        String other = invite(renamed);
        String list = "fullName,email,role,team\nNgười Mới,%s,INSIDE_REP,Người mới\n";
        imports.file("members", list.formatted(renamed), Map.of("duplicates", "update"));
        api.anonymous().post("/api/invitations/open", Map.of("token", other)).expect(200);
    }

    @Test
    void a_link_ends_when_an_import_gives_its_member_another_address() {
        String name = "Người " + Ids.next();
        JsonNode made = imports.file("members", "fullName,email\n%s,%s@a.test\n".formatted(name, Ids.next()), Map.of());
        assertThat(TestImports.counts(made)).startsWith("1 created");
        String first = Ids.next() + "@a.test";
        JsonNode changed = imports.file(
                "members", "fullName,email\n%s,%s\n".formatted(name, first), Map.of("duplicates", "update"));
        assertThat(TestImports.counts(changed)).contains("1 updated");
        String link = invite(first);
        JsonNode again = imports.file(
                "members",
                "fullName,email\n%s,%s@a.test\n".formatted(name, Ids.next()),
                Map.of("duplicates", "update"));
        isDead(link);

        String next = invite(
                api.get("/api/members/" + db.fetchValue("select id from workspace.member where full_name = ?", name))
                        .json("email"));
        imports.undo(again);
        isDead(next);
    }

    @Test
    void a_password_that_is_changed_while_it_is_being_checked_opens_nothing() throws Exception {
        String email = invited();
        CompletableFuture<Answer> late;
        try (Connection other = dataSource.getConnection()) {
            other.setAutoCommit(false);
            try (PreparedStatement change = other.prepareStatement(
                    "update workspace.password set hash = 'another' where member_id = ?::uuid")) {
                change.setString(1, id(email));
                change.executeUpdate();
            }
            late = CompletableFuture.supplyAsync(() -> signIn(email, PASSWORD));
            while (!late.isDone() && waiting() == 0) {
                Thread.onSpinWait();
            }
            other.commit();
        }
        late.get().expect(401);
        assertThat(db.fetchCount(SESSION, SESSION.MEMBER_ID.eq(UUID.fromString(id(email)))))
                .isEqualTo(1);
    }

    private int waiting() {
        return db.fetchCount(db.select(DSL.inline(1))
                .from("pg_stat_activity")
                .where("wait_event_type = 'Lock' and datname = current_database()"));
    }

    private void isDead(String link) {
        api.anonymous().post("/api/invitations/open", Map.of("token", link)).expect(404);
        api.anonymous()
                .post("/api/invitations/accept", Map.of("token", link, "password", "một mật khẩu khác"))
                .expect(404);
    }

    @Test
    void a_short_or_well_known_password_is_refused() {
        String token = invite(newMember());
        for (String weak : List.of("ngắn", "password123", "aaaaaaaaaaaa", "a".repeat(129))) {
            Answer refused = api.anonymous()
                    .post("/api/invitations/accept", Map.of("token", token, "password", weak))
                    .expect(400);
            assertThat(refused.json("errors.0.field")).isEqualTo("password");
        }
    }

    @Test
    void every_answer_tells_the_browser_what_to_refuse() {
        for (String path : List.of("/api/me", "/", "/contacts")) {
            Answer answer = api.anonymous().get(path);
            assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        }
    }

    @Test
    void an_unknown_caller_gets_a_problem_in_his_language() {
        Answer refused = api.anonymous().inEnglish().get("/api/contacts").expect(401);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json("title")).isEqualTo("You are not signed in, or your session has ended");
        assertThat(api.anonymous().get("/api/contacts").expect(401).json("title"))
                .isEqualTo("Bạn chưa đăng nhập, hoặc phiên làm việc đã hết hạn");
    }

    /** Uses up the attempts from this machine without waiting for Argon2 each time. */
    private void guessAllBut(int left, String email) {
        for (int i = 0; i < Throttle.TRIES - left; i++) {
            guess(email, "127.0.0.1");
            guess(email, "0:0:0:0:0:0:0:1");
        }
    }

    /** Guesses until nothing that a stranger types from anywhere is looked at any more. */
    private void guessEverywhere(String email) {
        for (int i = 0; i < Throttle.ACCOUNT; i++) {
            guess(email, "203.0.113." + i / Throttle.TRIES);
        }
    }

    private void guess(String email, String address) {
        throttle.attempt(Throttle.Place.stranger(email, address));
    }

    private String newMember() {
        String email = Ids.next() + "@songhanh.test";
        api.post(
                        "/api/members",
                        Map.of(
                                "fullName",
                                "Người Mới",
                                "email",
                                email,
                                "role",
                                "INSIDE_REP",
                                "teamId",
                                api.team("Người mới").toString()))
                .expect(201);
        return email;
    }

    private String invited() {
        String email = newMember();
        api.anonymous()
                .post("/api/invitations/accept", Map.of("token", invite(email), "password", PASSWORD))
                .expect(204);
        return email;
    }

    private String invite(String email) {
        String path = api.post("/api/members/" + id(email) + "/invitation", null)
                .expect(201)
                .json("path");
        return path.substring(path.indexOf('=') + 1);
    }

    private void disable(String email) {
        String path = "/api/members/" + id(email);
        api.patch(path, api.get(path).etag(), Map.of("active", false)).expect(200);
    }

    private String id(String email) {
        String filter = "%7B%22field%22:%22email%22,%22op%22:%22eq%22,%22value%22:%22" + email + "%22%7D";
        return api.get("/api/members?filter=" + filter).expect(200).json("items.0.id");
    }

    private Answer signIn(String email, String password) {
        return api.anonymous().post("/api/session", Map.of("email", email, "password", password));
    }

    private Answer signInFrom(String device, String email, String password) {
        return api.anonymous()
                .with("Cookie", "songhanh-device=" + device)
                .post("/api/session", Map.of("email", email, "password", password));
    }

    private static String device(Answer signedIn) {
        String begin = "songhanh-device=";
        String cookie = signedIn.headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith(begin))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").contains("Max-Age=31536000");
        return cookie.substring(begin.length(), cookie.indexOf(';'));
    }

    /** A browser that has the cookies of that answer and sends the second one back as a header. */
    private Api browser(Answer signedIn) {
        String cookies = "";
        String csrf = "";
        for (String cookie : signedIn.headers().allValues("Set-Cookie")) {
            String pair = cookie.substring(0, cookie.indexOf(';'));
            cookies += (cookies.isEmpty() ? "" : "; ") + pair;
            csrf = pair.startsWith("XSRF-TOKEN=") ? pair.substring("XSRF-TOKEN=".length()) : csrf;
        }
        return api.anonymous().with("Cookie", cookies).with("X-XSRF-TOKEN", csrf);
    }
}
