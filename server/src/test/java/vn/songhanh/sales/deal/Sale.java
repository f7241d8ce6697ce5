package vn.songhanh.sales.deal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import vn.songhanh.shared.Ids;
import vn.songhanh.testing.Api;

/** What tests of sales say about contacts, companies and deals, as one member of the company. */
public record Sale(Api api) {

    String contact(String name) {
        return api.post("/api/contacts", Map.of("fullName", name, "email", Ids.next() + "@khach.vn"))
                .expect(201)
                .json("id");
    }

    String contact(String name, String stage) {
        return contact(name, stage, Map.of());
    }

    String contact(String name, String stage, Map<String, ?> more) {
        Map<String, Object> input = new LinkedHashMap<>(more);
        input.put("fullName", name);
        input.put("email", Ids.next() + "@khach.vn");
        input.put("lifecycleStage", stage);
        if (stage.equals("OTHER")) {
            input.put("otherKindId", api.get("/api/other-kinds").json("items.0.id"));
        }
        return api.post("/api/contacts", input).expect(201).json("id");
    }

    String company(String name) {
        return api.post("/api/companies", Map.of("name", name)).expect(201).json("id");
    }

    /** A deal of 150 million đồng. */
    String deal(String name, String company, String... contacts) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("name", name);
        input.put("amount", Map.of("amount", "150000000", "currency", "VND"));
        input.put("contactIds", List.of(contacts));
        if (!company.isEmpty()) {
            input.put("companyId", company);
        }
        return api.post("/api/deals", input).expect(201).json("id");
    }

    Api.Answer win(String deal) {
        return api.post("/api/deals/" + deal + "/win", null);
    }

    Api.Answer lose(String deal, String reason) {
        return api.post("/api/deals/" + deal + "/lose", Map.of("reason", reason, "note", "khách nói vậy"));
    }

    Api.Answer reopen(String deal) {
        return api.post("/api/deals/" + deal + "/reopen", Map.of("reason", "khách gọi lại"));
    }

    String stageOf(String contact) {
        return api.get("/api/contacts/" + contact).expect(200).json("lifecycleStage");
    }

    String stageOfCompany(String company) {
        return api.get("/api/companies/" + company).expect(200).json("lifecycleStage");
    }

    /** Ids of the first pipeline's stages, in their order. */
    List<String> stages() {
        return texts(api.get("/api/pipelines").expect(200).at("items.0.stages"), "id");
    }

    public static List<String> texts(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path(field).asString(""))
                .toList();
    }
}
