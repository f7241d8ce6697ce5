package vn.songhanh.workspace.customfields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.songhanh.shared.Ids;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.workspace.members.Role;

@SongHanhTest
class FieldsTest {

    @Autowired
    Api api;

    @Test
    void every_field_of_every_kind_and_each_of_its_options_has_a_name_in_both_languages() {
        List<String> nameless = new ArrayList<>();
        for (Api reader : List.of(api, api.inEnglish())) {
            for (String kind : List.of("CONTACT", "COMPANY", "DEAL", "HANDOFF")) {
                for (JsonNode field : fields(reader, kind)) {
                    String name = field.get("name").stringValue();
                    String label = field.get("label").stringValue();
                    if (label.startsWith("column.")) {
                        nameless.add(label);
                    }
                    for (JsonNode option : field.get("options")) {
                        if (option.get("label").equals(option.get("value"))
                                && !option.get("label").stringValue().matches("[A-C]|[MS]QL")) {
                            nameless.add(
                                    "choice." + name + "." + option.get("value").stringValue());
                        }
                    }
                }
            }
        }
        assertThat(nameless).isEmpty();
    }

    @Test
    void a_field_says_what_it_is_and_whether_this_viewer_may_change_it() {
        JsonNode industry = field(api, "COMPANY", "industry");
        assertThat(industry.get("label").stringValue()).isEqualTo("Ngành");
        assertThat(industry.get("type").stringValue()).isEqualTo("TEXT");
        assertThat(industry.get("editable").booleanValue()).isTrue();
        assertThat(field(api, "COMPANY", "name").get("sortable").booleanValue()).isTrue();
        assertThat(field(api, "COMPANY", "createdAt").get("editable").booleanValue())
                .as("only the rules change it")
                .isFalse();
        assertThat(field(api, "COMPANY", "customerStatus")
                        .at("/options/1/label")
                        .stringValue())
                .isEqualTo("Đã ngừng mua");
        assertThat(field(api.as(Role.VIEWER), "COMPANY", "industry")
                        .get("editable")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void a_field_that_the_company_added_stands_among_them() {
        String key = "k" + Ids.next().toString().replace("-", "").substring(12, 32);
        JsonNode made = api.post(
                        "/api/custom-fields",
                        Map.of(
                                "kind",
                                "COMPANY",
                                "key",
                                key,
                                "type",
                                "CHOICE",
                                "choices",
                                List.of("Nhỏ", "Lớn"),
                                "label",
                                Map.of("vi", "Cỡ", "en", "Size")))
                .expect(201)
                .json();

        JsonNode field = field(api.inEnglish(), "COMPANY", "custom." + key);

        assertThat(field.get("label").stringValue()).isEqualTo("Size");
        assertThat(field.at("/options/1/value").stringValue()).isEqualTo("Lớn");
        assertThat(field.get("editable").booleanValue()).isTrue();
        api.patch("/api/custom-fields/" + made.get("id").stringValue(), "\"1\"", Map.of("archived", true))
                .expect(200);
        assertThat(field(api, "COMPANY", "custom." + key).get("archived").booleanValue())
                .isTrue();
        assertThat(field(api, "COMPANY", "custom." + key).get("editable").booleanValue())
                .isFalse();
    }

    @Test
    void kinds_without_a_list_of_their_own_have_none_and_there_are_no_others() {
        assertThat(fields(api, "WORKSPACE")).isEmpty();
        api.get("/api/fields/NOTHING").expect(400);
    }

    private static JsonNode fields(Api reader, String kind) {
        return reader.get("/api/fields/" + kind).expect(200).at("items");
    }

    private static JsonNode field(Api reader, String kind, String name) {
        for (JsonNode field : fields(reader, kind)) {
            if (field.get("name").stringValue().equals(name)) {
                return field;
            }
        }
        throw new AssertionError("no field " + name);
    }
}
