package vn.songhanh.workspace.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.SongHanhTest;

@SongHanhTest
class SettingsTest {

    @Autowired
    Api api;

    @Autowired
    Settings settings;

    @Test
    void a_workspace_is_vietnamese_until_it_says_otherwise() {
        Answer read = api.get("/api/workspace").expect(200);
        assertThat(read.json("zone")).isEqualTo("Asia/Ho_Chi_Minh");
        assertThat(read.json("currency")).isEqualTo("VND");
        assertThat(read.json("locale")).isEqualTo("vi");
    }

    @Test
    void a_change_holds_at_once_and_a_stale_one_is_refused() {
        Answer read = api.get("/api/workspace").expect(200);
        api.patch("/api/workspace", read.etag(), Map.of("name", "Công ty Đổi Tên"))
                .expect(200);
        assertThat(settings.workspace().name()).isEqualTo("Công ty Đổi Tên");
        api.patch("/api/workspace", read.etag(), Map.of("name", "Muộn")).expect(412);
    }

    @Test
    void what_does_not_exist_is_refused() {
        String version = api.get("/api/workspace").etag();
        assertThat(api.patch("/api/workspace", version, Map.of("zone", "Mars/Olympus"))
                        .expect(400)
                        .json("errors.0.code"))
                .isEqualTo("unknown-zone");
        api.patch("/api/workspace", version, Map.of("currency", "XYZZY")).expect(400);
        api.patch("/api/workspace", version, Map.of("locale", "fr")).expect(400);
        api.patch("/api/workspace", version, Map.of("colour", "blue")).expect(400);
    }
}
