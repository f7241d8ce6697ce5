package vn.songhanh.workspace.access;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.SongHanhTest;

@SongHanhTest
@TestPropertySource(properties = "SONGHANH_TRUSTED_PROXIES=127.0.0.1,::1")
class BehindProxyTest {

    @Autowired
    Api api;

    @Test
    void a_stranger_who_guesses_shuts_nobody_out_who_comes_from_elsewhere() {
        Api stranger = api.anonymous().with("X-Forwarded-For", "203.0.113.7");
        for (int i = 0; i < Throttle.TRIES; i++) {
            signIn(stranger, "sai sai sai").expect(401);
        }
        signIn(stranger, Api.OWNER_PASSWORD).expect(429);
        signIn(api.anonymous().with("X-Forwarded-For", "198.51.100.1"), Api.OWNER_PASSWORD)
                .expect(204);
        signIn(api.anonymous().with("X-Forwarded-For", "198.51.100.1, 203.0.113.7"), Api.OWNER_PASSWORD)
                .expect(429);
    }

    private static Api.Answer signIn(Api from, String password) {
        return from.post("/api/session", Map.of("email", Api.OWNER_EMAIL, "password", password));
    }
}
