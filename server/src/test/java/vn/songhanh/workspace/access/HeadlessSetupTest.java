package vn.songhanh.workspace.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.SongHanhTest;

@SongHanhTest
@TestPropertySource(
        properties = {
            "SONGHANH_OWNER_EMAIL=chu@anphat.vn",
            "SONGHANH_OWNER_PASSWORD=một mật khẩu dài",
            "SONGHANH_OWNER_API_KEY=shk_given-from-outside-0123456789",
            "SONGHANH_PUBLIC_URL=https://crm.anphat.vn"
        })
@DirtiesContext
class HeadlessSetupTest {

    @Autowired
    Api api;

    @Test
    void the_environment_sets_up_an_empty_database_with_owner_and_key() {
        Api program = api.anonymous().with("Authorization", "Bearer shk_given-from-outside-0123456789");
        assertThat(program.get("/api/me").expect(200).json("member.email")).isEqualTo("chu@anphat.vn");
        assertThat(program.get("/api/setup").expect(200).at("needed").asBoolean())
                .isFalse();
    }

    @Test
    void behind_https_the_cookie_is_bound_to_the_host() {
        var signedIn = api.anonymous()
                .post("/api/session", Map.of("email", "chu@anphat.vn", "password", "một mật khẩu dài"))
                .expect(204);
        assertThat(signedIn.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-songhanh=")
                        .contains("Secure")
                        .contains("HttpOnly"));
        assertThat(signedIn.header("Strict-Transport-Security")).isNotEmpty();
    }
}
