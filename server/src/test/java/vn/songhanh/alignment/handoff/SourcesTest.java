package vn.songhanh.alignment.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.alignment.AlignmentTest;
import vn.songhanh.alignment.Stage;
import vn.songhanh.testing.Api;
import vn.songhanh.workspace.members.Role;

@AlignmentTest
class SourcesTest {

    @Autowired
    Api api;

    @Autowired
    Stage stage;

    private Api.Answer before;

    @BeforeEach
    void the_list_as_it_was() {
        stage.clear();
        before = api.get("/api/sources").expect(200);
    }

    @AfterEach
    void the_list_as_it_was_again() {
        put(api.get("/api/sources").etag(), before.at("items")).expect(200);
        stage.clear();
    }

    @Test
    void a_source_goes_by_one_word_however_it_comes_in() {
        assertThat(channelOf(stage.contact("TRANG WEB", "LEAD"))).isEqualTo("Website");
        assertThat(channelOf(stage.contact("gioi thieu", "LEAD"))).isEqualTo("Giới thiệu");
        assertThat(channelOf(stage.contact("Báo giấy", "LEAD")))
                .as("what nobody knows stays")
                .isEqualTo("Báo giấy");
    }

    @Test
    void whoever_came_from_it_goes_by_its_new_name() {
        stage.rep();
        String contact = stage.mql("báo giấy");
        List<Object> items = items();
        items.add(Map.of("name", "Báo", "aliases", List.of("Báo giấy", "báo in")));

        put(before.etag(), items).expect(200);
        stage.catchUp();

        assertThat(channelOf(contact)).isEqualTo("Báo");
        assertThat(stage.handoffOf(contact).json("source.channel")).isEqualTo("Báo");
        assertThat(channelOf(stage.contact("BÁO IN", "LEAD"))).isEqualTo("Báo");
    }

    @Test
    void a_word_stands_for_one_source_and_only_the_latest_list_is_replaced() {
        List<Object> items = items();
        items.add(Map.of("name", "Trang nhà", "aliases", List.of("WEB")));
        assertThat(put(before.etag(), items).expect(400).json("errors.0.field")).isEqualTo("items[10].aliases");
        put(before.etag(), List.of(Map.of("name", " "))).expect(400);
        for (String odd : List.of("[null]", "[{\"name\":\"X\",\"aliases\":[null]}]", "[{\"name\":null}]")) {
            api.with("If-Match", before.etag())
                    .send("PUT", "/api/sources", Map.of("items", new JsonMapper().readTree(odd)))
                    .expect(400);
        }
        api.with("If-Match", before.etag())
                .send("PUT", "/api/sources", Map.of())
                .expect(400);

        put(before.etag(), before.at("items")).expect(200);
        put(before.etag(), before.at("items")).expect(412);
        api.send("PUT", "/api/sources", Map.of("items", List.of())).expect(428);
        api.as(Role.MARKETER).get("/api/sources").expect(200);
        api.as(Role.MARKETER)
                .with("If-Match", api.get("/api/sources").etag())
                .send("PUT", "/api/sources", Map.of("items", List.of()))
                .expect(403);
    }

    private List<Object> items() {
        List<Object> items = new ArrayList<>();
        before.at("items").forEach(items::add);
        return items;
    }

    private Api.Answer put(String version, Object items) {
        return api.with("If-Match", version).send("PUT", "/api/sources", Map.of("items", items));
    }

    private String channelOf(String contact) {
        return api.get("/api/contacts/" + contact).expect(200).json("source.channel");
    }
}
