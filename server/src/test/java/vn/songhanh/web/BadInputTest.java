package vn.songhanh.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.RawConnection;
import vn.songhanh.testing.SongHanhTest;

@SongHanhTest
class BadInputTest {

    @Autowired
    Api api;

    @LocalServerPort
    int port;

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
    void a_field_that_is_not_there_is_told_with_those_that_are() {
        Answer answer =
                api.post("/api/companies", Map.of("name", "A", "industri", "B")).expect(400);

        assertThat(answer.json("errors.0.field")).isEqualTo("industri");
        assertThat(answer.json("errors.0.message"))
                .contains("name", "industry", "ownerId", "lifecycleStage")
                .doesNotContain("details");
    }

    @Test
    void a_body_of_megabytes_is_told_the_limit() {
        String name = "x".repeat(2_000_000);
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /api/deals                 | {"name": "A", "expectedCloseDate": "-4714-01-01"}        | expectedCloseDate
            /api/deals                 | {"name": "A", "expectedCloseDate": "+5874898-01-01"}     | expectedCloseDate
            /api/deals                 | {"name": "A", "nextStepDate": "1899-12-31"}              | nextStepDate
            /api/api-keys              | {"name": "A", "scopes": ["*"], "expiresAt": "+300000-01-01T00:00:00Z"} | expiresAt
            /api/members/{me}/absences | {"from": "-9999-01-01"}                                  | from
            /api/members/{me}/absences | {"from": "2026-11-24", "until": "2201-01-01"}            | until
            """)
    void a_date_of_another_age_is_told_the_years(String path, String body, String field) {
        Answer answer = api.inEnglish()
                .post(path.replace("{me}", api.memberId().toString()), body)
                .expect(400);
        assertThat(answer.json("errors.0.field")).isEqualTo(field);
        assertThat(answer.json("errors.0.code")).isEqualTo("year-out-of-range");
        assertThat(answer.json("errors.0.message")).isEqualTo("The year must be from 1900 to 2200");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            contacts | {"field": "createdAt", "op": "after", "value": "+999999-01-01T00:00:00Z"}
            deals    | {"field": "expectedCloseDate", "op": "after", "value": "-9999-01-01"}
            deals    | {"field": "expectedCloseDate", "op": "between", "value": ["2026-01-01", "9999-12-31"]}
            """)
    void a_filter_by_a_date_of_another_age_is_told_the_years(String list, String filter) {
        Answer answer = api.get("/api/" + list + "?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8))
                .expect(400);
        assertThat(answer.json("errors.0.field")).isEqualTo("filter.value");
        assertThat(answer.json("errors.0.code")).isEqualTo("year-out-of-range");
    }

    @ParameterizedTest
    @CsvSource({"-9999-01-01", "+999999999-01-01"})
    void a_report_from_another_age_is_told_the_years(String day) {
        String sla = api.get("/api/slas").expect(200).json("items.0.id");
        Answer answer = api.get("/api/slas/" + sla + "/report?from=" + URLEncoder.encode(day, StandardCharsets.UTF_8))
                .expect(400);
        assertThat(answer.json("errors.0.field")).isEqualTo("from");
        assertThat(answer.json("errors.0.code")).isEqualTo("year-out-of-range");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST | /api/api-keys      | {"name": "A", "scopes": [null]}                                   | scopes
            POST | /api/views         | {"kind": "DEAL", "name": "A", "columns": [null]}                  | columns
            POST | /api/custom-fields | {"kind": "DEAL", "label": {"vi": "A"}, "type": "CHOICE", "choices": [null]} | choices
            POST | /api/pipelines     | {"name": "A", "stages": [null]}                                   | stages
            POST | /api/contacts      | {"fullName": "A", "tags": ["a", null]}                            | tags
            POST | /api/deals         | {"name": "A", "contactIds": [null]}                               | contactIds
            PUT  | /api/roles/VIEWER  | {}                                                                | permissions
            PUT  | /api/roles/VIEWER  | {"permissions": {"CONTACT": null}}                                | permissions.CONTACT
            PUT  | /api/roles/VIEWER  | {"permissions": {"CONTACT": {"READ": null}}}                      | permissions.CONTACT.READ
            """)
    void nothing_where_something_must_stand_is_told_as_missing(String method, String path, String body, String field) {
        Answer answer = api.send(method, path, body).expect(400);
        assertThat(answer.json("errors.0.field")).startsWith(field);
        assertThat(answer.json("errors.0.code")).isEqualTo("required");
    }

    @Test
    void a_moment_is_written_as_text() {
        Answer answer = api.post("/api/api-keys", "{\"name\": \"A\", \"scopes\": [\"*\"], \"expiresAt\": \"1\"}")
                .expect(400);
        assertThat(answer.json("errors.0.field")).isEqualTo("expiresAt");
        assertThat(answer.json("errors.0.code")).isEqualTo("not-a-moment");
    }

    @Test
    void the_place_where_json_breaks_off_is_told() {
        assertThat(api.inEnglish()
                        .post("/api/contacts", "{\n  \"fullName\": oops}")
                        .expect(400)
                        .json("errors.0.message"))
                .contains("line 2");
    }

    @Test
    void a_span_holds_nothing_else() {
        String span = "{\"field\":\"createdAt\",\"op\":\"within\",\"value\":{\"last\":14,\"unit\":\"day\",\"next\":1}}";
        assertThat(filtered(span).expect(400).json("errors.0.code")).isEqualTo("filter-not-a-span");
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
                .contains("application/json")
                .doesNotContain("yaml");
    }

    @ParameterizedTest
    @CsvSource({"application/yaml", "application/x-yaml", "application/cbor", "application/x-jackson-smile"})
    void json_is_the_only_way_in(String type) {
        api.raw("POST", "/api/contacts", HttpRequest.BodyPublishers.ofString("fullName: Nguyễn\nnmae: B\n"), type)
                .expect(415);
    }

    @Test
    void files_are_taken_by_the_import_alone() {
        Answer refused = api.anonymous()
                .upload("/api/session", Map.of(), "lớn.csv", new byte[1 << 16])
                .expect(415);
        assertThat(refused.json("title")).contains("application/json");
        api.upload("/api/contacts", Map.of("fullName", "A")).expect(415);
        api.anonymous().upload("/api/imports", Map.of("object", "contacts")).expect(401);
        api.upload("/api/imports", Map.of("object", "contacts")).expect(400);
    }

    @Test
    void there_is_no_page_where_the_machines_look() {
        api.get("/actuator").expect(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            =                     | query | malformed-query
            %                     | query | malformed-query
            q=%ff                 | query | malformed-query
            %zz=1                 | query | malformed-query
            q=%00                 | q     | unprintable-text
            q=a@%00               | q     | unprintable-text
            filter=%7B%7D%00      | filter| unprintable-text
            """)
    void an_address_that_cannot_be_read_is_named(String query, String field, String code) throws IOException {
        for (String list :
                List.of("contacts", "companies", "deals", "members", "audit", "search", "exports/contacts.csv")) {
            try (RawConnection raw = RawConnection.to(port)
                    .says(
                            "GET /api/" + list + "?" + query + " HTTP/1.1",
                            "Host: x",
                            "Authorization: Bearer " + Api.OWNER_KEY,
                            "Connection: close",
                            "")) {
                assertThat(raw.untilClosed())
                        .startsWith("HTTP/1.1 400")
                        .contains("\"field\":\"" + field + "\"", "\"code\":\"" + code + "\"");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"*/*", "application/*", "*/json; charset=utf-8"})
    void a_range_of_types_is_no_type(String type) {
        for (String path : List.of("/api/session", "/api/contacts")) {
            api.raw("POST", path, HttpRequest.BodyPublishers.ofString("{}"), type)
                    .expect(415);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            companies | -createdAt         | COMPANY:-createdAt        | +999999999-12-31T23:59:59Z
            companies | -createdAt         | COMPANY:-createdAt        | 4713-01-01 BC
            companies | -createdAt         | COMPANY:-createdAt        | infinity
            companies | name               | COMPANY:name              | a\u0000b
            deals     | amount             | DEAL:amount               | 1E-999999999
            deals     | amount             | DEAL:amount               | NaN
            deals     | expectedCloseDate  | DEAL:expectedCloseDate    | +999999999-12-31
            """)
    void a_cursor_that_nobody_was_given_is_refused(String list, String sort, String signature, String value) {
        String json = "[\"" + signature + "\",\"" + value + "\",\"01a223c2-0f4f-7000-8f91-0261ae65f714\"]";
        String cursor = Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        assertThat(api.get("/api/" + list + "?sort=" + sort + "&cursor=" + cursor)
                        .expect(400)
                        .json("errors.0.code"))
                .isEqualTo("foreign-cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"%s\"", "%s"})
    void a_number_without_end_is_refused_by_its_length(String written) {
        String digits = written.formatted("1".repeat(1_500_000));
        api.post(
                "/api/custom-fields",
                Map.of("kind", "DEAL", "key", "endless", "label", Map.of("vi", "Số"), "type", "NUMBER"));
        for (String number : List.of(digits, written.formatted("1E-999999999"), written.formatted("1E+999999999"))) {
            api.post("/api/deals", "{\"name\": \"A\", \"amount\": {\"amount\": " + number + "}}")
                    .expect(400);
            api.post("/api/deals", "{\"name\": \"A\", \"custom\": {\"endless\": " + number + "}}")
                    .expect(400);
        }
        filteredDeals("{\"field\": \"amount\", \"op\": \"gt\", \"value\": \"1E-999999999\"}")
                .expect(400);
        filteredDeals("{\"field\": \"amount\", \"op\": \"gt\", \"value\": " + written.formatted("1".repeat(9_000))
                        + "}")
                .expect(400);
    }

    @Test
    void a_document_of_nothing_but_brackets_is_refused() {
        Answer wide = api.post("/api/contacts", "{\"tags\": [" + "\"a\",".repeat(300_000) + "\"a\"]}")
                .expect(400);
        assertThat(wide.json("errors.0.code")).isEqualTo("beyond-bounds");
        Answer deep = api.with("If-Match", "1")
                .send("PATCH", "/api/contacts/" + api.memberId(), "[".repeat(100_000))
                .expect(400);
        assertThat(deep.json("errors.0.code")).isEqualTo("beyond-bounds");
    }

    @Test
    void the_audit_trail_is_checked_once_for_all_who_ask_at_the_same_moment() throws Exception {
        api.ready();
        List<Callable<Integer>> asking = Collections.nCopies(
                16, () -> api.post("/api/audit/seal/check", null).status());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> status : threads.invokeAll(asking)) {
                assertThat(status.get()).isEqualTo(202);
            }
        }
    }

    @Test
    void a_cursor_with_nothing_where_a_value_belongs_is_refused() {
        for (String json :
                List.of("[\"CONTACT:-createdAt\",null,\"x\"]", "[\"CONTACT:-createdAt\",\"x\",null]", "[null]")) {
            String cursor = Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
            assertThat(api.get("/api/contacts?sort=-createdAt&cursor=" + cursor)
                            .expect(400)
                            .json("errors.0.code"))
                    .isEqualTo("foreign-cursor");
        }
    }

    @Test
    void there_is_no_page_of_errors() {
        Answer answer = api.post("/error", Map.of());
        // Refused as any other address of the web app, where it is packaged, and unknown where it is not.
        assertThat(answer.status()).isIn(404, 405);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    private Answer filteredDeals(String filter) {
        return api.get("/api/deals?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
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
