package vn.songhanh.workspace.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.shared.Ids;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestClock;

@SongHanhTest
class SignInTest {

    private static final String PASSWORD = "trời xanh mây trắng";

    @Autowired
    Api api;

    @Autowired
    TestClock clock;

    @Autowired
    Throttle throttle;

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
        String email = invited();
        Api browser = browser(signIn(email, PASSWORD).expect(204));
        Map<String, String> guess = Map.of("current", "đoán bừa thôi", "password", "một mật khẩu mới");
        guessAllBut(1, email);
        browser.post("/api/me/password", guess).expect(400);
        browser.post("/api/me/password", guess).expect(429);
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
        for (int i = 0; i < Throttle.PAIR - left; i++) {
            throttle.attempt(email, "127.0.0.1");
            throttle.attempt(email, "0:0:0:0:0:0:0:1");
        }
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
