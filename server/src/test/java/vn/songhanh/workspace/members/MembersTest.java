package vn.songhanh.workspace.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.shared.MemberId;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.SongHanhTest;

@SongHanhTest
class MembersTest {

    @Autowired
    Api api;

    @Autowired
    Members members;

    @Test
    void a_member_is_created_read_changed_and_found_by_part_of_the_name_without_accents() {
        String team = api.team("Kinh doanh").toString();
        Answer created = api.post(
                        "/api/members",
                        Map.of(
                                "fullName",
                                "  Nguyễn Thị Hòa ",
                                "email",
                                "Hoa@thu.vn",
                                "role",
                                "INSIDE_REP",
                                "teamId",
                                team))
                .expect(201);
        String path = "/api/members/" + created.json("id");
        assertThat(created.header("Location")).isEqualTo(path);
        assertThat(created.json("fullName")).isEqualTo("Nguyễn Thị Hòa");

        Answer read = api.get(path).expect(200);
        assertThat(read.json("email")).isEqualTo("Hoa@thu.vn");
        assertThat(read.etag()).isEqualTo("\"1\"");

        Answer changed =
                api.patch(path, read.etag(), Map.of("role", "SALES_MANAGER")).expect(200);
        assertThat(changed.json("role")).isEqualTo("SALES_MANAGER");
        assertThat(changed.json("fullName")).isEqualTo("Nguyễn Thị Hòa");

        assertThat(api.get("/api/members?q=thi%20hoa").expect(200).json("items.0.id"))
                .isEqualTo(created.json("id"));
    }

    @Test
    void a_stale_change_is_refused_with_both_versions() {
        Api rep = api.as("Chậm tay", Role.INSIDE_REP, "Kinh doanh");
        String path = "/api/members/" + rep.memberId();
        api.patch(path, 1, Map.of("fullName", "Nhanh tay")).expect(200);
        Answer stale = api.patch(path, 1, Map.of("fullName", "Muộn")).expect(412);
        assertThat(stale.json("current.fullName")).isEqualTo("Nhanh tay");
        api.send("PATCH", path, Map.of("fullName", "Không")).expect(428);
    }

    @Test
    void two_members_cannot_have_one_email_whatever_the_case() {
        String team = api.team("Kinh doanh").toString();
        Map<String, String> input = Map.of("fullName", "Một", "email", "mot@thu.vn", "role", "VIEWER", "teamId", team);
        api.post("/api/members", input).expect(201);
        Answer refused = api.post(
                        "/api/members",
                        Map.of("fullName", "Hai", "email", "MOT@thu.vn", "role", "VIEWER", "teamId", team))
                .expect(409);
        assertThat(refused.json("type")).isEqualTo("/problems/email-taken");
    }

    @Test
    void bad_input_is_told_all_at_once() {
        Answer refused = api.post("/api/members", Map.of("email", "không phải", "locale", "fr"))
                .expect(400);
        assertThat(refused.json().at("/errors").findValuesAsString("field"))
                .contains("fullName", "email", "role", "teamId", "locale");
    }

    @Test
    void nobody_gives_a_role_that_may_do_more_than_he_may() {
        Api administrator = api.as(Role.ADMINISTRATOR);
        String team = api.team("Kinh doanh").toString();
        administrator
                .post("/api/members", Map.of("fullName", "Chủ mới", "role", "OWNER", "teamId", team))
                .expect(403);
        administrator
                .patch("/api/members/" + api.memberId(), 1, Map.of("active", false))
                .expect(403);
        api.as(Role.SALES_MANAGER)
                .post("/api/members", Map.of("fullName", "Bạn", "role", "INSIDE_REP", "teamId", team))
                .expect(403);
    }

    @Test
    void the_last_owner_stays() {
        Answer owner = api.get("/api/members/" + api.memberId()).expect(200);
        Answer refused = api.patch("/api/members/" + api.memberId(), owner.etag(), Map.of("role", "VIEWER"))
                .expect(409);
        assertThat(refused.json("type")).isEqualTo("/problems/last-owner");
    }

    @Test
    void an_owner_who_cannot_sign_in_is_not_the_one_who_is_left() {
        api.post("/api/members", Map.of("fullName", "Chủ chưa mời", "role", "OWNER", "teamId", api.team("Kinh doanh")))
                .expect(201);
        Answer owner = api.get("/api/members/" + api.memberId()).expect(200);
        Answer refused = api.patch("/api/members/" + api.memberId(), owner.etag(), Map.of("active", false))
                .expect(409);
        assertThat(refused.json("type")).isEqualTo("/problems/last-owner");
    }

    @Test
    void the_list_is_in_the_order_of_given_names_page_by_page() {
        for (String name : List.of("Lê Văn Đông", "Trần Ân", "Phạm Thị Dung", "Bùi An")) {
            api.as(name, Role.VIEWER, "Xếp tên");
        }
        String filter =
                "%7B%22field%22:%22teamId%22,%22op%22:%22eq%22,%22value%22:%22" + api.team("Xếp tên") + "%22%7D";
        String path = "/api/members?limit=2&filter=" + filter;
        Answer first = api.get(path).expect(200);
        Answer second = api.get(path + "&cursor=" + first.json("nextCursor")).expect(200);
        assertThat(first.at("items").findValuesAsString("fullName")).containsExactly("Bùi An", "Trần Ân");
        assertThat(second.at("items").findValuesAsString("fullName")).containsExactly("Phạm Thị Dung", "Lê Văn Đông");
    }

    @Test
    void members_are_found_by_name_or_email_as_files_write_them() {
        MemberId lan = api.as("Trần Thị Lan Anh", Role.INSIDE_REP, "Kinh doanh").memberId();
        assertThat(members.named(List.of("tran thi lan anh", "Không có ai", Api.OWNER_EMAIL.toUpperCase())))
                .containsEntry("tran thi lan anh", lan)
                .containsEntry(Api.OWNER_EMAIL.toUpperCase(), api.memberId())
                .doesNotContainKey("Không có ai");
    }
}
