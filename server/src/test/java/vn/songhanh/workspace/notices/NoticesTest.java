package vn.songhanh.workspace.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.workspace.members.Role;

@SongHanhTest
class NoticesTest {

    @Autowired
    Api api;

    @Autowired
    Notices notices;

    @Test
    void a_notice_waits_until_it_is_read_and_nobody_else_sees_it() {
        Api rep = api.as("Người nhận", Role.INSIDE_REP, "Thông báo");
        Api other = api.as("Người khác", Role.INSIDE_REP, "Thông báo");
        notices.tell(rep.memberId(), "invitation-accepted", Map.of("name", "Hoa"), "/contacts/1");
        notices.tell(rep.memberId(), "invitation-accepted", Map.of("name", "Lan"), "/contacts/2");

        Answer list = rep.get("/api/notices?limit=1").expect(200);
        assertThat(list.at("unread").asInt()).isEqualTo(2);
        assertThat(list.json("items.0.path")).isEqualTo("/contacts/2");
        assertThat(rep.get("/api/notices?limit=1&cursor=" + list.json("nextCursor"))
                        .expect(200)
                        .json("items.0.path"))
                .isEqualTo("/contacts/1");
        assertThat(other.get("/api/notices").expect(200).at("items")).isEmpty();

        String path = "/api/notices/" + list.json("items.0.id") + "/read";
        other.post(path, null).expect(404);
        rep.post(path, null).expect(204);
        assertThat(rep.get("/api/notices").at("unread").asInt()).isEqualTo(1);
        rep.post("/api/notices/read-all", null).expect(204);
        assertThat(rep.get("/api/notices").at("unread").asInt()).isZero();
    }

    @Test
    void a_notice_speaks_the_readers_language() {
        Api rep = api.as("Song ngữ", Role.INSIDE_REP, "Thông báo");
        notices.tell(rep.memberId(), "invitation-accepted", Map.of("name", "Hoa"), "/");
        assertThat(rep.get("/api/notices").json("items.0.text")).isEqualTo("Hoa đã nhận lời mời và vào được Song Hành");
        assertThat(rep.inEnglish().get("/api/notices").json("items.0.text"))
                .isEqualTo("Hoa has accepted the invitation");
    }
}
