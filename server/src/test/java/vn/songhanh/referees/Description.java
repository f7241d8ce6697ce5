package vn.songhanh.referees;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.songhanh.testing.Api;

/** What the API says of itself. */
final class Description {

    static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /**
     * One method at one path.
     *
     * @param places what stands in the path, by name, with its schema
     * @param query the parameters after the question mark, likewise
     * @param body the schema of the JSON that it takes; null when it takes none
     * @param answer the schema of what it gives; null when that is not told
     */
    record Operation(
            String method,
            String path,
            Map<String, JsonNode> places,
            Map<String, JsonNode> query,
            Set<String> headers,
            @Nullable JsonNode body,
            boolean takesFiles,
            @Nullable JsonNode answer) {

        String name() {
            return method + " " + path;
        }

        /** The path of the list that its record stands in: what comes before the first place. */
        String collection() {
            return path.replaceFirst("/\\{.*", "");
        }

        /** Something that is done to one record, such as winning a deal. */
        boolean isVerb() {
            return method.equals("POST") && path.matches(".*}/[^{}]+") && places.size() == 1;
        }
    }

    private final JsonNode api;
    private final List<Operation> operations = new ArrayList<>();

    Description(Api caller) {
        api = caller.get("/api/openapi.json").expect(200).json();
        api.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> operations.add(read(path.getKey(), method.getKey(), method.getValue()))));
        operations.sort(Comparator.comparing((Operation one) -> one.places().size())
                .thenComparing(Operation::path)
                .thenComparing(Operation::method));
    }

    private Operation read(String path, String method, JsonNode told) {
        Map<String, Map<String, JsonNode>> parameters = new LinkedHashMap<>();
        for (JsonNode parameter : told.path("parameters").values()) {
            parameters
                    .computeIfAbsent(parameter.get("in").stringValue(), in -> new LinkedHashMap<>())
                    .put(parameter.get("name").stringValue(), parameter.get("schema"));
        }
        JsonNode content = told.at("/requestBody/content");
        JsonNode body = content.path("application/json").path("schema");
        JsonNode answer = told.path("responses").values().stream()
                .flatMap(response -> response.path("content").values().stream())
                .map(one -> one.path("schema"))
                .findFirst()
                .orElse(null);
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                parameters.getOrDefault("path", Map.of()),
                parameters.getOrDefault("query", Map.of()),
                parameters.getOrDefault("header", Map.of()).keySet(),
                body.isMissingNode() ? null : body,
                content.has("multipart/form-data"),
                answer);
    }

    /** Those without a place in their path first. */
    List<Operation> operations() {
        return operations;
    }

    List<Operation> of(String method) {
        return operations.stream().filter(one -> one.method().equals(method)).toList();
    }

    Optional<Operation> find(String method, String path) {
        return of(method).stream().filter(one -> one.path().equals(path)).findFirst();
    }

    /** The operation that a path without places leads to. */
    Optional<Operation> leadingTo(String method, String path) {
        return of(method).stream()
                .filter(one -> path.matches(PLACE.matcher(one.path()).replaceAll("[^/]+")))
                .findFirst();
    }

    /** The lists whose records have paths of their own. */
    List<Operation> lists() {
        return of("GET").stream()
                .filter(one -> one.places().isEmpty() && hasRecords(one.path()))
                .toList();
    }

    /** What makes a record that is listed at the same path or has a path below it. */
    List<Operation> creators() {
        return of("POST").stream()
                .filter(one -> one.body() != null
                        && !one.isVerb()
                        && (find("GET", one.path()).isPresent() || hasRecords(one.path())))
                .toList();
    }

    /** Everything that is done to one record of a list. */
    List<Operation> verbs(String collection) {
        return of("POST").stream()
                .filter(one -> one.isVerb() && one.collection().equals(collection))
                .toList();
    }

    private boolean hasRecords(String path) {
        return operations.stream().anyMatch(one -> one.path().startsWith(path + "/{"));
    }

    /** The schema itself, behind references and the choice of being null. */
    JsonNode resolve(@Nullable JsonNode schema) {
        JsonNode now = schema == null ? api.path("nothing") : schema;
        while (now.has("$ref") || now.has("anyOf") || now.has("oneOf")) {
            if (now.has("$ref")) {
                now = api.at(now.get("$ref").stringValue().substring(1));
            } else {
                now = now.path(now.has("anyOf") ? "anyOf" : "oneOf").values().stream()
                        .filter(choice -> !choice.path("type").asString("").equals("null"))
                        .findFirst()
                        .orElseThrow();
            }
        }
        return now;
    }

    /** The type of a resolved schema, such as {@code string}; empty when it is not told. */
    static String type(JsonNode resolved) {
        JsonNode type = resolved.path("type");
        if (type.isArray()) {
            return type.values().stream()
                    .map(one -> one.asString(""))
                    .filter(one -> !one.equals("null"))
                    .findFirst()
                    .orElse("");
        }
        return type.asString(resolved.has("properties") ? "object" : "");
    }

    /** The names of what an answer shows of one record, with a dot before the parts of a part. */
    List<String> shown(@Nullable JsonNode answer, int depth) {
        JsonNode whole = resolve(answer);
        JsonNode list = resolve(whole.at("/properties/items"));
        JsonNode one = type(list).equals("array") ? resolve(list.get("items")) : whole;
        List<String> names = new ArrayList<>();
        one.path("properties").properties().forEach(part -> {
            names.add(part.getKey());
            if (depth > 1) {
                shown(part.getValue(), depth - 1).forEach(below -> names.add(part.getKey() + "." + below));
            }
        });
        return names;
    }

    static List<String> placesIn(String path) {
        return PLACE.matcher(path).results().map(found -> found.group(1)).toList();
    }

    static String fillFirst(String path, String value) {
        return PLACE.matcher(path).replaceFirst(Matcher.quoteReplacement(value));
    }
}
