package vn.songhanh.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one filter language of lists, segments, exports and workflows, as it was read; {@link FieldSet} turns it into
 * SQL. Limits: {@value #MAX_CHARACTERS} characters, {@value #MAX_DEPTH} levels, {@value #MAX_PREDICATES} predicates of
 * which {@value #MAX_CONTAINS} look for a part of a text, which each row must be read for, {@value #MAX_VALUES} values in
 * one of them.
 */
public sealed interface Filter {

    int MAX_CHARACTERS = 16_384;
    int MAX_DEPTH = 8;
    int MAX_PREDICATES = 50;
    int MAX_CONTAINS = 10;
    int MAX_VALUES = 500;

    Filter EVERYTHING = new All(List.of());

    record All(List<Filter> parts) implements Filter {}

    record Any(List<Filter> parts) implements Filter {}

    record Not(Filter part) implements Filter {}

    /** @param path where it stands in the caller's filter, to name it in errors */
    record Predicate(String field, Op op, JsonNode value, String path) implements Filter {}

    enum Op {
        eq,
        ne,
        in,
        notIn,
        gt,
        gte,
        lt,
        lte,
        between,
        contains,
        startsWith,
        empty,
        notEmpty,
        before,
        after,
        within,
        memberOf;

        static @Nullable Op named(String name) {
            for (Op op : values()) {
                if (op.name().equals(name)) {
                    return op;
                }
            }
            return null;
        }
    }

    /** @throws Invalid that names the place when the text is not a filter or is over a limit */
    static Filter parse(@Nullable String json) {
        if (json == null || json.isBlank()) {
            return EVERYTHING;
        }
        if (json.length() > MAX_CHARACTERS) {
            throw new Invalid("filter", "too-long", Map.of("max", MAX_CHARACTERS));
        }
        try {
            return of(JsonMapper.shared().readTree(json));
        } catch (JacksonException notJson) {
            throw Invalid.notJson("filter", notJson);
        }
    }

    /** As {@link #parse}, from JSON that is read already. */
    static Filter of(JsonNode json) {
        return new Reader().read(json, "filter", 1);
    }

    /** Reads one filter; keeps count of its predicates. */
    final class Reader {

        private int predicates;
        private int contains;

        private Filter read(JsonNode node, String path, int depth) {
            if (depth > MAX_DEPTH) {
                throw new Invalid(path, "filter-too-deep", Map.of("max", MAX_DEPTH));
            }
            if (!node.isObject()) {
                throw new Invalid(path, "filter-not-an-object");
            }
            if (node.has("field")) {
                return predicate(node, path);
            }
            if (node.size() != 1) {
                throw new Invalid(path, "filter-unknown-shape");
            }
            String key = node.propertyNames().iterator().next();
            JsonNode inner = node.get(key);
            return switch (key) {
                case "all" -> new All(parts(inner, path + ".all", depth));
                case "any" -> new Any(parts(inner, path + ".any", depth));
                case "not" -> new Not(read(inner, path + ".not", depth + 1));
                default -> throw new Invalid(path, "filter-unknown-shape");
            };
        }

        private List<Filter> parts(JsonNode array, String path, int depth) {
            if (!array.isArray()) {
                throw new Invalid(path, "filter-not-a-list");
            }
            List<Filter> parts = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                parts.add(read(array.get(i), path + "[" + i + "]", depth + 1));
            }
            return parts;
        }

        private Predicate predicate(JsonNode node, String path) {
            predicates++;
            if (predicates > MAX_PREDICATES) {
                throw new Invalid("filter", "filter-too-many", Map.of("max", MAX_PREDICATES));
            }
            for (String name : node.propertyNames()) {
                if (!name.equals("field") && !name.equals("op") && !name.equals("value")) {
                    throw new Invalid(path + "." + name, "unknown-field");
                }
            }
            Op op = node.path("op").isString() ? Op.named(node.path("op").stringValue()) : null;
            if (op == null) {
                throw new Invalid(path + ".op", "filter-unknown-op", Map.of("allowed", List.of(Op.values())));
            }
            if (op == Op.contains && ++contains > MAX_CONTAINS) {
                throw new Invalid("filter", "filter-too-costly", Map.of("max", MAX_CONTAINS));
            }
            if (!node.path("field").isString()) {
                throw new Invalid(path + ".field", "required");
            }
            return new Predicate(node.get("field").stringValue(), op, node.path("value"), path);
        }
    }
}
