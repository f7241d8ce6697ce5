package vn.songhanh.sales.competitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.songhanh.shared.Ids;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.ExportedFile;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestImports;
import vn.songhanh.testing.TestTimers;
import vn.songhanh.workspace.members.Role;

@SongHanhTest
class CompetitorsTest {

    @Autowired
    Api api;

    @Autowired
    TestImports imports;

    @Autowired
    TestTimers timers;

    private String tag;

    @BeforeEach
    void another() {
        tag = Ids.next().toString().substring(24);
    }

    private Answer made(String name, Map<String, ?> more) {
        Map<String, Object> said = new java.util.HashMap<>(more);
        said.put("name", name + " " + tag);
        return api.post("/api/competitors", said).expect(201);
    }

    private List<String> found(Api by, String query) {
        return by.get("/api/competitors?" + query)
                .expect(200)
                .at("items")
                .valueStream()
                .map(item -> item.get("name").asString().replace(" " + tag, ""))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String ofThese(String condition) {
        return "filter="
                + encoded("{\"all\":[{\"field\":\"name\",\"op\":\"contains\",\"value\":\"%s\"}%s]}"
                        .formatted(tag, condition.isEmpty() ? "" : "," + condition));
    }

    @Test
    void a_competitor_is_made_read_changed_found_deleted_and_restored() {
        Answer made = made(
                "Nước Ngọt Á Đông",
                Map.of("priceLevel", "CHEAPER", "strengths", "Giao trong ngày\nNợ 60 ngày", "website", "adong.vn"));
        String path = "/api/competitors/" + made.json("id");

        assertThat(made.json("ownerId")).isEqualTo(api.memberId().toString());
        assertThat(made.json("strengths")).isEqualTo("Giao trong ngày\nNợ 60 ngày");
        assertThat(api.get(path).expect(200).json()).isEqualTo(made.json());
        assertThat(api.patch(path, made.etag(), Map.of("answer", "Đổi trả tận nơi"))
                        .expect(200)
                        .json("answer"))
                .isEqualTo("Đổi trả tận nơi");
        api.patch(path, made.etag(), Map.of("answer", "Khác")).expect(412);
        assertThat(found(api, "q=" + encoded("a dong " + tag))).containsExactly("Nước Ngọt Á Đông");
        assertThat(api.get("/api/search?q=" + encoded("Á Đông " + tag))
                        .expect(200)
                        .json("items.0.id"))
                .isEqualTo(made.json("id"));
        api.delete(path).expect(204);
        api.get(path).expect(404);
        assertThat(found(api, "deleted=true&" + ofThese(""))).containsExactly("Nước Ngọt Á Đông");
        api.post(path + "/restore", null).expect(200);
        assertThat(api.get(path + "/history")
                        .expect(200)
                        .at("items")
                        .valueStream()
                        .map(line -> line.get("action").asString()))
                .containsExactly("restored", "deleted", "updated", "created");
    }

    @Test
    void what_cannot_be_is_refused_by_its_field() {
        for (Map<String, ?> wrong : List.of(
                Map.of("name", " "),
                Map.of("name", "A".repeat(201)),
                Map.of("name", "A", "strengths", "x".repeat(5_001)),
                Map.of("name", "A", "ownerId", Ids.next()))) {
            Answer refused = api.post("/api/competitors", wrong).expect(400);
            assertThat(refused.json("errors.0.field")).isIn("name", "strengths", "ownerId");
        }
        api.post("/api/competitors", Map.of("name", "A", "priceLevel", "FREE")).expect(400);
    }

    @Test
    void two_living_ones_cannot_have_one_name_however_it_is_written_or_how_fast() {
        Answer first = made("Đại Phát", Map.of());
        Answer taken =
                api.post("/api/competitors", Map.of("name", "dai phat " + tag)).expect(409);
        assertThat(taken.json("type")).endsWith("competitor-name-taken");
        api.delete("/api/competitors/" + first.json("id")).expect(204);
        Answer second = made("Dai Phat", Map.of());
        api.post("/api/competitors/" + first.json("id") + "/restore", null).expect(409);
        assertThat(api.patch(
                                "/api/competitors/" + made("Khác", Map.of()).json("id"),
                                1,
                                Map.of("name", second.json("name")))
                        .expect(409)
                        .json("type"))
                .endsWith("competitor-name-taken");
    }

    @Test
    void lists_are_filtered_and_sorted() {
        made("Bình Minh", Map.of("priceLevel", "DEARER"));
        made("An Khang", Map.of("priceLevel", "SAME"));
        made("Ánh Dương", Map.of("priceLevel", "SAME", "weaknesses", "Chậm giao hàng"));

        assertThat(found(api, "sort=name&" + ofThese(""))).containsExactly("An Khang", "Ánh Dương", "Bình Minh");
        assertThat(found(api, "sort=-name&" + ofThese("{\"field\":\"priceLevel\",\"op\":\"eq\",\"value\":\"SAME\"}")))
                .containsExactly("Ánh Dương", "An Khang");
        assertThat(found(api, ofThese("{\"field\":\"weaknesses\",\"op\":\"contains\",\"value\":\"cham giao\"}")))
                .containsExactly("Ánh Dương");
    }

    @Test
    void everybody_reads_them_and_a_rep_changes_his_own() {
        Api rep = api.as(Role.INSIDE_REP);
        String ours = made("Của chung", Map.of()).json("id");
        Answer his = rep.post("/api/competitors", Map.of("name", "Anh ấy tìm ra " + tag))
                .expect(201);

        assertThat(found(rep, ofThese(""))).containsExactlyInAnyOrder("Của chung", "Anh ấy tìm ra");
        assertThat(rep.get("/api/competitors/" + ours).expect(200).json("can.edit"))
                .isEqualTo("false");
        rep.patch("/api/competitors/" + ours, 1, Map.of("answer", "x")).expect(403);
        rep.patch("/api/competitors/" + his.json("id"), 1, Map.of("answer", "Gọi lại trong ngày"))
                .expect(200);
        rep.delete("/api/competitors/" + his.json("id")).expect(403);
        rep.get("/api/exports/competitors.csv").expect(403);
        api.as(Role.VIEWER).post("/api/competitors", Map.of("name", "Y")).expect(403);
    }

    @Test
    void a_file_brings_them_and_undoing_takes_them_back() {
        String known = made("Hoà Phát", Map.of("priceLevel", "SAME")).json("id");
        String csv = """
                Tên đối thủ,Giá so với mình,Điểm mạnh,Cách thắng
                Hoa Phat %1$s,Đắt hơn,Kho gần,
                Tân Tiến %1$s,rẻ hơn,,Bảo hành 2 năm
                Tân tiến %1$s,,Nhiều mẫu,
                Sai giá %1$s,miễn phí,,
                """.formatted(tag);
        JsonNode done = imports.file("competitors", csv, Map.of("duplicates", "update"));

        assertThat(TestImports.counts(done)).isEqualTo("1 created, 2 updated, 0 skipped, 1 failed");
        assertThat(api.get("/api/competitors/" + known).json("priceLevel")).isEqualTo("DEARER");
        JsonNode tan =
                api.get("/api/competitors?q=" + encoded("tân tiến " + tag)).at("items.0");
        assertThat(tan.get("strengths").asString()).isEqualTo("Nhiều mẫu");
        assertThat(tan.get("answer").asString()).isEqualTo("Bảo hành 2 năm");
        imports.undo(done);
        assertThat(api.get("/api/competitors/" + known).json("priceLevel")).isEqualTo("SAME");
        assertThat(found(api, ofThese(""))).containsExactly("Hoà Phát");
    }

    @Test
    void a_file_cannot_make_two_of_one_name_either() {
        String first = made("Hai tên", Map.of()).json("id");
        made("Tên kia", Map.of());
        String csv = "Tên đối thủ\nhai ten %1$s\nMới tinh %1$s\nmoi tinh %1$s\n".formatted(tag);
        assertThat(TestImports.counts(imports.file("competitors", csv, Map.of("duplicates", "create"))))
                .isEqualTo("1 created, 0 updated, 0 skipped, 2 failed");

        String renamed = "Mã bản ghi,Tên đối thủ\n%s,ten kia %s\n".formatted(first, tag);
        assertThat(TestImports.counts(imports.file("competitors", renamed, Map.of("duplicates", "update"))))
                .isEqualTo("0 created, 0 updated, 0 skipped, 1 failed");
    }

    @Test
    void the_import_knows_every_column_of_the_file_that_went_out_and_finds_nothing_changed() {
        made("Bí ẩn", Map.of("priceLevel", "CHEAPER", "weaknesses", "Ít kho\nÍt xe", "website", "https://bian.vn"));
        ExportedFile file = ExportedFile.of(
                api,
                "competitors",
                Map.of("filter", java.net.URLDecoder.decode(ofThese("").substring(7), StandardCharsets.UTF_8)));

        assertThat(file.column("Giá so với mình")).containsExactly("Rẻ hơn");
        assertThat(file.guessed()).isEqualTo(file.importable());
        assertThat(file.imported(timers, Map.of("duplicates", "update")))
                .isEqualTo("0 created, 0 updated, 1 skipped, 0 failed");
    }
}
