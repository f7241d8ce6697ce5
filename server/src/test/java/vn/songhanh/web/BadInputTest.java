package vn.songhanh.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.SongHanhTest;

@SongHanhTest
class BadInputTest {

    @Autowired
    Api api;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"fullName": "A",                | body      | not-json
            {"fullName": "A", "nmae": "B"}   | nmae      | unknown-field
            {"fullName": {"a": 1}}           | fullName  | wrong-type
            []                               | body      | wrong-type
            null                             | body      | required
            {"fullName": "a\\u0000b"}        | fullName  | unprintable-text
            {"fullName": "a\\ud800b"}        | fullName  | unprintable-text
            {"fullName": "A", "ownerId": "x"}| ownerId   | not-an-id
            """)
    void what_cannot_be_read_is_named_by_field_and_writes_nothing(String body, String field, String code) {
        int before = people();

        Answer answer = api.post("/api/contacts", body).expect(400);

        assertThat(answer.json("errors.0.field")).isEqualTo(field);
        assertThat(answer.json("errors.0.code")).isEqualTo(code);
        assertThat(answer.json("errors.0.message")).isNotBlank();
        assertThat(people()).isEqualTo(before);
    }

    @Test
    void a_body_of_ten_megabytes_is_told_the_limit() {
        String name = "x".repeat(10_000_000);
        assertThat(api.post("/api/contacts", Map.of("fullName", name))
                        .expect(400)
                        .json("errors.0.message"))
                .contains("200");
        api.post("/api/contacts", Map.of("fullName", name + name)).expect(413);
    }

    @Test
    void decomposed_letters_are_joined_and_emoji_kept() {
        String written = Normalizer.normalize("Nguyễn 😀 Hoa", Normalizer.Form.NFD);
        assertThat(api.post("/api/contacts", Map.of("fullName", written))
                        .expect(201)
                        .json("fullName"))
                .isEqualTo("Nguyễn 😀 Hoa");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                                   | filter       | not-json
            {"field": "foo", "op": "eq", "value": 1}            | filter.field | filter-unknown-field
            {"field": "fullName", "op": "like", "value": "a"}   | filter.op    | filter-unknown-op
            {"field": "createdAt", "op": "gt", "value": "soon"} | filter.value | not-an-instant
            """)
    void a_filter_says_which_part_of_it_is_wrong(String filter, String field, String code) {
        Answer answer = filtered(filter).expect(400);
        assertThat(answer.json("errors.0.field")).isEqualTo(field);
        assertThat(answer.json("errors.0.code")).isEqualTo(code);
    }

    @Test
    void a_filter_fifty_levels_deep_is_refused_with_the_limit() {
        String filter =
                "{\"not\":".repeat(50) + "{\"field\":\"fullName\",\"op\":\"eq\",\"value\":\"a\"}" + "}".repeat(50);
        Answer answer = filtered(filter).expect(400);
        assertThat(answer.json("errors.0.code")).isEqualTo("filter-too-deep");
        assertThat(answer.json("errors.0.message")).contains("8");
    }

    @Test
    void cursors_and_ids_of_other_kinds_are_no_cursors_and_ids_here() {
        api.post("/api/companies", Map.of("name", "Một")).expect(201);
        Answer companies = api.post("/api/companies", Map.of("name", "Hai")).expect(201);
        String cursor = api.get("/api/companies?limit=1").expect(200).json("nextCursor");

        assertThat(api.get("/api/contacts?cursor=" + cursor).expect(400).json("errors.0.code"))
                .isEqualTo("foreign-cursor");
        assertThat(api.get("/api/companies?sort=name&cursor=" + cursor)
                        .expect(400)
                        .json("errors.0.code"))
                .isEqualTo("foreign-cursor");
        api.get("/api/contacts/" + companies.json("id")).expect(404);
        api.get("/api/contacts/none").expect(404);
    }

    @Test
    void headers_that_are_too_long_are_a_problem_too() {
        Answer answer = api.get("/api/contacts?q=" + "a".repeat(40_000)).expect(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json("type")).isEqualTo("/problems/http-400");
    }

    @Test
    void another_kind_of_content_is_told_what_is_read() {
        assertThat(api.raw("POST", "/api/contacts", HttpRequest.BodyPublishers.ofString("<a/>"), "application/xml")
                        .expect(415)
                        .json("title"))
                .contains("application/json");
    }

    private Answer filtered(String filter) {
        return api.get("/api/contacts?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
    }

    private int people() {
        return api.get("/api/contacts?limit=1&count=true")
                .expect(200)
                .at("total")
                .asInt();
    }
}
