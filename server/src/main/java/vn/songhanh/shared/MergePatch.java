package vn.songhanh.shared;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** RFC 7396: what the patch names changes, null removes, what it does not name stays. */
public final class MergePatch {

    private MergePatch() {}

    /**
     * The input that would have made the record as it is, with the patch merged in; it is then read and checked just
     * as the input of a new record is.
     *
     * @param mapper the one that reads requests, so that unknown fields are refused here too
     * @throws JacksonException when the merged input does not have the shape of {@code type}
     */
    public static <T> T apply(JsonMapper mapper, T current, JsonNode patch, Class<T> type) {
        if (!patch.isObject()) {
            throw new Invalid("", "not-an-object", Map.of());
        }
        JsonNode merged = merge(mapper.valueToTree(current), patch, mapper);
        return mapper.treeToValue(merged, type);
    }

    private static JsonNode merge(JsonNode target, JsonNode patch, JsonMapper mapper) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode object ? object : mapper.createObjectNode();
        patch.properties().forEach(entry -> {
            if (entry.getValue().isNull()) {
                result.remove(entry.getKey());
            } else {
                JsonNode old = result.get(entry.getKey());
                result.set(
                        entry.getKey(), merge(old == null ? mapper.createObjectNode() : old, entry.getValue(), mapper));
            }
        });
        return result;
    }
}
