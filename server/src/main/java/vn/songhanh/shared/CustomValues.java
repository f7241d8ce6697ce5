package vn.songhanh.shared;

import java.util.Map;
import org.jooq.JSONB;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The values of custom fields, as they lie in their column. */
public final class CustomValues {

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};
    private static final JSONB NONE = JSONB.valueOf("{}");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private CustomValues() {}

    public static JSONB write(Map<String, Object> values) {
        return values.isEmpty() ? NONE : JSONB.valueOf(JSON.writeValueAsString(values));
    }

    /** As they will be when they are read again. */
    public static Map<String, Object> asKept(Map<String, Object> values) {
        return read(write(values).data());
    }

    public static Map<String, Object> read(String json) {
        return json.equals("{}") ? Map.of() : JSON.readValue(json, VALUES);
    }
}
