package vn.songhanh.alignment.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.songhanh.alignment.AlignmentTest;
import vn.songhanh.alignment.Stage;
import vn.songhanh.shared.Ids;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.TestClock;
import vn.songhanh.testing.TestTimers;
import vn.songhanh.workspace.access.StandIns;
import vn.songhanh.workspace.members.Role;

/** Who may answer a hand-off, who is heard, and what becomes of one whose rep is not there. It is Monday at nine. */
@AlignmentTest
class HandoffRepsTest {

    @Autowired
    Api api;

    @Autowired
    Stage stage;

    @Autowired
    TestClock clock;

    @Autowired
    TestTimers timers;

    @Autowired
    StandIns standIns;

    @BeforeEach
    void clear() {
        stage.clear();
    }

    @Test
    void who_cannot_sign_in_gets_no_lead() {
        String ghost = member(Role.INSIDE_REP, null);
        String invited = member(Role.INSIDE_REP, Ids.next() + "@songhanh.test");
        Api rep = stage.rep();

        for (int i = 0; i < 3; i++) {
            assertThat(stage.repOf(stage.mql(""))).isEqualTo(rep.memberId());
        }
        String path = "/api/handoffs/" + stage.handoffId(stage.mql("")) + "/reassign";
        for (String other : List.of(ghost, invited)) {
            assertThat(api.post(path, Map.of("repId", other)).expect(400).json("errors.0.code"))
                    .isEqualTo("cannot-answer");
        }
    }

    @Test
    void a_lead_is_passed_on_only_to_whoever_may_answer_it() {
        stage.rep();
        String path = "/api/handoffs/" + stage.handoffId(stage.mql("")) + "/reassign";

        for (Role role : List.of(Role.VIEWER, Role.MARKETER, Role.MARKETING_MANAGER)) {
            Api other = stage.hire(role, "Đội khác");
            assertThat(api.post(path, Map.of("repId", other.memberId().toString()))
                            .expect(400)
                            .json("errors.0.code"))
                    .as(role.name())
                    .isEqualTo("cannot-answer");
        }
        Api manager = stage.hire(Role.SALES_MANAGER, "Đội bán hàng");
        api.post(path, Map.of("repId", manager.memberId().toString())).expect(200);
    }

    @Test
    void sales_does_not_dispute_its_own_rejection() {
        Api rep = stage.rep();
        Api manager = stage.hire(Role.SALES_MANAGER, "Đội bán hàng");
        String path = "/api/handoffs/" + stage.handoffId(stage.mql("demo"));
        rep.post(path + "/reject", Map.of("reason", "BAD_CONTACT")).expect(200);

        for (Api sales : List.of(rep, manager)) {
            assertThat(sales.get(path).at("can.dispute").booleanValue()).isFalse();
            assertThat(sales.post(path + "/dispute", Map.of("note", "Tôi nhầm"))
                            .expect(403)
                            .json("type"))
                    .endsWith("marketing-disputes");
        }
        Api marketer = stage.hire(Role.MARKETER, "Marketing");
        assertThat(marketer.get(path).at("can.dispute").booleanValue()).isTrue();
        marketer.post(path + "/dispute", Map.of("note", "Số này gọi được")).expect(200);
    }

    @Test
    void a_call_of_marketings_is_no_answer_of_sales() {
        Api rep = stage.rep();
        Api marketer = stage.hire(Role.MARKETER, "Marketing");
        String contact = stage.mql("demo");

        stage.call(marketer, contact);
        stage.log(marketer, contact, Map.of("kind", "MEETING", "text", "Gặp ở hội chợ"));
        assertThat(stage.handoffOf(contact).json("status")).isEqualTo("OFFERED");

        stage.log(rep, contact, Map.of("kind", "MEETING", "text", "Gặp ở văn phòng"));
        assertThat(stage.handoffOf(contact).json("status")).isEqualTo("TOUCHED");
    }

    @Test
    void who_moves_a_lead_to_sql_has_accepted_it_and_still_owes_the_call() {
        Api rep = stage.rep();
        String contact = stage.mql("webinar");
        clock.advance(Duration.ofMinutes(10));

        rep.post("/api/contacts/" + contact + "/lifecycle", Map.of("stage", "SQL"))
                .expect(200);
        stage.catchUp();

        Answer handoff = stage.handoffOf(contact);
        assertThat(handoff.json("status")).isEqualTo("ACCEPTED");
        assertThat(handoff.json("answeredAt")).isEqualTo("2026-11-23T02:10:00Z");
        assertThat(handoff.json("dueAt")).isEqualTo(handoff.json("touchBy"));
        assertThat(handoff.json("steps.1.actor")).isEqualTo(rep.memberId().toString());
    }

    @Test
    void the_leads_of_a_rep_who_is_disabled_go_to_another_at_once() {
        Api rep = stage.rep();
        String offered = stage.mql("");
        String accepted = stage.mql("");
        rep.post("/api/handoffs/" + stage.handoffId(accepted) + "/accept", null).expect(200);
        String touched = stage.mql("");
        stage.call(rep, touched);
        Api other = stage.rep();

        stage.leave(rep);
        timers.runDue();

        assertThat(stage.repOf(offered)).isEqualTo(other.memberId());
        assertThat(stage.repOf(accepted)).isEqualTo(other.memberId());
        assertThat(stage.repOf(touched)).as("he had begun").isEqualTo(rep.memberId());
        assertThat(api.get("/api/contacts/" + offered).json("ownerId"))
                .isEqualTo(other.memberId().toString());
        assertThat(StreamSupport.stream(other.get("/api/notices").at("items").spliterator(), false))
                .anyMatch(notice -> notice.get("kind").asString("").equals("handoff-reassigned"));
        assertThat(stage.handoffOf(offered).json("offeredAt")).isEqualTo("2026-11-23T02:00:00Z");
    }

    @Test
    void the_leads_of_a_rep_go_to_another_when_his_absence_begins() {
        Api rep = stage.rep();
        Api calledBack = stage.rep();
        String first = stage.mql("ebook");
        String second = stage.mql("ebook");
        Api other = stage.rep();
        plan(rep, "2026-11-25", "2026-11-26");
        String cancelled = plan(calledBack, "2026-11-25", "2026-11-26");
        api.delete("/api/members/" + calledBack.memberId() + "/absences/" + cancelled)
                .expect(200);

        timers.runDue();
        assertThat(stage.repOf(first)).isEqualTo(rep.memberId());
        clock.advance(Duration.ofHours(39));
        timers.runDue();

        assertThat(stage.repOf(first)).isIn(other.memberId(), calledBack.memberId());
        assertThat(stage.repOf(second)).as("whose absence was taken back").isEqualTo(calledBack.memberId());
    }

    @Test
    void who_says_today_that_he_is_away_today_keeps_no_lead() {
        Api rep = stage.rep();
        String contact = stage.mql("");
        Api other = stage.rep();

        plan(rep, "2026-11-23", "2026-11-23");
        timers.runDue();

        assertThat(stage.repOf(contact)).isEqualTo(other.memberId());
    }

    @Test
    void whoever_is_given_an_email_address_keeps_the_leads_that_wait_for_him() {
        Api rep = stage.rep();
        String contact = stage.mql("");
        stage.rep();
        standIns.end(List.of(rep.memberId()));
        String path = "/api/members/" + rep.memberId();

        api.patch(path, api.get(path).etag(), Map.of("email", Ids.next() + "@songhanh.test"))
                .expect(200);
        timers.runDue();

        assertThat(stage.repOf(contact)).isEqualTo(rep.memberId());
    }

    @Test
    void the_leads_of_a_role_that_may_answer_no_more_go_to_others() {
        Api rep = stage.hire(Role.OUTSIDE_REP, "Đội bán hàng");
        String contact = stage.mql("");
        Api other = stage.rep();
        JsonNode before = api.get("/api/roles").expect(200).json();
        String path = "/api/roles/OUTSIDE_REP";
        JsonNode reaches = StreamSupport.stream(before.at("/items").spliterator(), false)
                .filter(role -> role.get("role").asString("").equals("OUTSIDE_REP"))
                .findFirst()
                .orElseThrow()
                .get("permissions");

        api.put(path, Map.of("permissions", without(reaches, "HANDOFF"))).expect(200);
        timers.runDue();
        api.put(path, Map.of("permissions", reaches)).expect(200);

        assertThat(stage.repOf(contact)).isEqualTo(other.memberId()).isNotEqualTo(rep.memberId());
    }

    @Test
    void a_dispute_that_was_ruled_on_is_settled() {
        Api rep = stage.rep();
        Api marketer = stage.hire(Role.MARKETER, "Marketing");
        String path = "/api/handoffs/" + stage.handoffId(stage.mql("demo"));
        rep.post(path + "/reject", Map.of("reason", "BAD_CONTACT")).expect(200);
        marketer.post(path + "/dispute", Map.of("note", "Số này gọi được")).expect(200);
        api.post(path + "/rule", Map.of("stands", true)).expect(200);

        assertThat(marketer.get(path).at("can.dispute").booleanValue()).isFalse();
        assertThat(marketer.post(path + "/dispute", Map.of("note", "Vẫn gọi được"))
                        .expect(409)
                        .json("type"))
                .endsWith("dispute-settled");
        assertThat(api.get(path).at("deducted").booleanValue()).isTrue();
    }

    private static Map<String, Object> without(JsonNode reaches, String kind) {
        Map<String, Object> less = new HashMap<>();
        reaches.properties().forEach(each -> {
            if (!each.getKey().equals(kind)) {
                less.put(each.getKey(), each.getValue());
            }
        });
        return less;
    }

    private String plan(Api member, String from, String until) {
        Answer planned = api.post(
                        "/api/members/" + member.memberId() + "/absences", Map.of("from", from, "until", until))
                .expect(201);
        return planned.json("absences.0.id");
    }

    private String member(Role role, @Nullable String email) {
        Map<String, Object> input = new HashMap<>();
        input.put("fullName", "Chưa vào bao giờ " + Ids.next());
        input.put("role", role.name());
        input.put("teamId", api.team("Đội bán hàng").toString());
        input.put("email", email);
        return api.post("/api/members", input).expect(201).json("id");
    }
}
