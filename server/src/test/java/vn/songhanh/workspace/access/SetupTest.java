package vn.songhanh.workspace.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.SongHanhTest;

@SongHanhTest
@TestPropertySource(properties = "a.database=that nobody has set up")
@DirtiesContext
class SetupTest {

    @Autowired
    Api api;

    @Autowired
    Setup setup;

    @Test
    void the_first_run_needs_the_link_and_happens_once() {
        assertThat(send("GET", "/api/setup", null).expect(200).at("needed").asBoolean())
                .isTrue();
        send("GET", "/api/contacts", null).expect(401);
        send("POST", "/api/setup", input("guessed", "một mật khẩu dài")).expect(403);
        String token = setup.link();
        Answer weak = send("POST", "/api/setup", input(token, "short")).expect(400);
        assertThat(weak.json("errors.0.field")).isEqualTo("password");
        Map<String, Object> nameless = new HashMap<>(input(token, "một mật khẩu dài"));
        nameless.put("workspaceName", " ");
        assertThat(send("POST", "/api/setup", nameless).expect(400).json("errors.0.field"))
                .isEqualTo("workspaceName");
        nameless.remove("password");
        Answer missing = send("POST", "/api/setup", nameless).expect(400);
        assertThat(missing.at("errors")).hasSize(1);
        assertThat(missing.json("errors.0.code")).isEqualTo("required");

        Answer founded =
                send("POST", "/api/setup", input(token, "một mật khẩu dài")).expect(201);
        assertThat(founded.json("role")).isEqualTo("OWNER");
        assertThat(founded.at("signsIn").asBoolean()).isTrue();
        assertThat(founded.headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("songhanh="));
        assertThat(send("GET", "/api/setup", null).expect(200).at("needed").asBoolean())
                .isFalse();

        send("POST", "/api/setup", input(token, "một mật khẩu dài")).expect(409);
        send("POST", "/api/session", Map.of("email", "HOA@anphat.vn", "password", "một mật khẩu dài"))
                .expect(204);
    }

    private static Map<String, Object> input(String token, String password) {
        return Map.of(
                "setupToken",
                token,
                "workspaceName",
                "Công ty An Phát",
                "fullName",
                "Nguyễn Thị Hoa",
                "email",
                "hoa@anphat.vn",
                "password",
                password,
                "sampleData",
                false);
    }

    private Answer send(String method, String path, @org.jspecify.annotations.Nullable Object body) {
        HttpRequest.BodyPublisher content = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body));
        return api.anonymous().raw(method, path, content, "application/json");
    }
}
