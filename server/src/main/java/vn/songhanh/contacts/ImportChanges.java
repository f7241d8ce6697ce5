package vn.songhanh.contacts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.shared.ImportTarget.Outcome;
import vn.songhanh.shared.MergePatch;

/** What an import changed in a record that was there, written down so that it can be put back. */
final class ImportChanges {

    private final JsonMapper json;

    ImportChanges(JsonMapper json) {
        this.json = json;
    }

    /** The fields that differ, as they were and as they are; a field that was empty is null there. */
    Outcome.Updated updated(UUID id, Map<String, ?> before, Map<String, ?> after) {
        Map<String, @Nullable Object> was = new LinkedHashMap<>();
        Map<String, @Nullable Object> is = new LinkedHashMap<>();
        after.forEach((field, value) -> {
            if (!Objects.equals(value, before.get(field))) {
                was.put(field, before.get(field));
                is.put(field, value);
            }
        });
        return new Outcome.Updated(id, json.writeValueAsString(was), json.writeValueAsString(is));
    }

    /** Whether the record is still as the import left it. */
    boolean stillHolds(Map<String, ?> facts, @Nullable String after) {
        JsonNode present = json.valueToTree(facts);
        JsonNode left = json.readTree(after == null ? "{}" : after);
        return left.properties().stream()
                .allMatch(field -> Objects.equals(present.path(field.getKey()), field.getValue())
                        || (present.path(field.getKey()).isMissingNode()
                                && field.getValue().isNull()));
    }

    <T> T restored(T input, @Nullable String before, Class<T> type) {
        return MergePatch.apply(json, input, json.readTree(before == null ? "{}" : before), type);
    }
}
