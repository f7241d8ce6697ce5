package vn.songhanh.referees;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.songhanh.referees.Description.Operation;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;

/**
 * The records that there are, and bodies for new ones. A body is made from the description; what the product refuses is
 * mended as the refusal says, or left out, and remembered for the next time.
 */
final class Records {

    /** A word of this kind stands nowhere but where a referee has put it. */
    static final String WORD = "bimat";

    /** The beginning of numbers of the same kind: telephone numbers, tax codes, amounts. */
    static final String NUMBER = "986";

    private static final LocalDate SOON = LocalDate.parse("2026-12-01");

    /** What no schema tells. Whoever is made is a viewer: nobody gains rights by what a referee makes. */
    private static final Map<String, Object> KNOWN = Map.of(
            "role", "VIEWER",
            "filter", Map.of("all", List.of()),
            "zone", "Asia/Ho_Chi_Minh",
            "currency", "VND",
            "week", Map.of("MONDAY", List.of(Map.of("from", "08:00", "to", "12:00"))));

    /** What was sent, and what came of it. */
    record Made(Answer answer, Map<String, Object> sent) {

        boolean ok() {
            return answer.status() / 100 == 2;
        }

        String id() {
            return ok() ? answer.json("id") : "";
        }
    }

    /** Takes the value that was refused and the message; gives another, or null to leave it out. */
    private interface Repair extends BiFunction<Object, String, @Nullable Object> {}

    private record Lesson(List<String> where, String code, Function<Object, @Nullable Object> repair) {}

    private final Api owner;
    private final Description description;
    private final Set<String> spared = new HashSet<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, List<Lesson>> learned = new ConcurrentHashMap<>();
    private final Map<String, List<JsonNode>> known = new ConcurrentHashMap<>();

    Records(Api owner, Description description) {
        this.owner = owner;
        this.description = description;
        // What the caller stands on: without it nothing more could be asked.
        spared.add(owner.memberId().toString());
        listed("/api/api-keys").forEach(key -> spared.add(key.path("id").asString("")));
    }

    /** A word that no other record holds. */
    String word() {
        return WORD + "%06d".formatted(count.incrementAndGet());
    }

    private static String number(Object old) {
        return NUMBER
                + String.valueOf(old)
                        .replaceAll("\\D", "")
                        .transform(digits -> "000000".concat(digits))
                        .transform(digits -> digits.substring(digits.length() - 6));
    }

    private final Map<String, Repair> repairs = Map.ofEntries(
            Map.entry("not-an-email", (old, told) -> old + "@example.vn"),
            Map.entry("not-a-domain", (old, told) -> old + ".vn"),
            Map.entry("not-a-phone", (old, told) -> "0" + number(old)),
            Map.entry("not-a-tax-code", (old, told) -> number(old) + "000"),
            Map.entry("not-a-number", (old, told) -> number(old)),
            Map.entry("not-a-key", (old, told) -> word()),
            Map.entry("unknown-scope", (old, told) -> List.of("*")),
            Map.entry("unknown-choice", (old, told) -> allowed(told).findFirst().orElse(null)),
            Map.entry("in-the-future", (old, told) -> "2026-11-22T02:00:00Z"),
            Map.entry("out-of-range", (old, told) -> 7));

    /** The choices that a refusal names at its end. */
    static Stream<String> allowed(String told) {
        int colon = told.lastIndexOf(':');
        return colon < 0
                ? Stream.empty()
                : Arrays.stream(told.substring(colon + 1).split("[^\\w.*-]+")).filter(one -> !one.isEmpty());
    }

    // what there is

    void forget() {
        known.clear();
    }

    List<JsonNode> listed(String path) {
        return known.computeIfAbsent(path, any -> read(path));
    }

    private List<JsonNode> read(String path) {
        Optional<Operation> list = description.find("GET", path).or(() -> description.leadingTo("GET", path));
        if (list.isEmpty()) {
            int end = path.lastIndexOf('/');
            Optional<Operation> whole = description.leadingTo("GET", path.substring(0, end));
            return whole.isEmpty() ? List.of() : items(owner.get(path.substring(0, end)), path.substring(end + 1));
        }
        return items(owner.get(path + (list.get().query().containsKey("limit") ? "?limit=200" : "")), "items");
    }

    /** What stands in a list under that name, else in the first list that there is. */
    private static List<JsonNode> items(Answer answer, String name) {
        if (answer.status() != 200
                || answer.body().isBlank()
                || !answer.header("Content-Type").contains("json")) {
            return List.of();
        }
        JsonNode found = answer.json();
        JsonNode list = found.isArray() || found.has(name)
                ? found.isArray() ? found : found.get(name)
                : found.values().stream().filter(JsonNode::isArray).findFirst().orElse(found);
        return list.isArray()
                ? list.values().stream().filter(JsonNode::isObject).toList()
                : List.of();
    }

    /** What can stand in one place of a path whose earlier places are filled. */
    private List<String> values(Operation operation, String path, String place) {
        String before = path.substring(0, path.lastIndexOf('/', path.indexOf("{" + place + "}")));
        JsonNode schema = description.resolve(operation.places().get(place));
        if (schema.has("enum")) {
            return schema.get("enum").values().stream()
                    .map(one -> one.asString(""))
                    .toList();
        }
        List<String> found = listed(before).stream()
                .map(one -> one.path(place).asString(one.path("id").asString("")))
                .filter(one -> !one.isEmpty() && (operation.method().equals("GET") || !spared.contains(one)))
                .toList();
        boolean isLast = Description.placesIn(path).size() == 1;
        if (found.isEmpty() && isLast && operation.method().equals("GET")) {
            return description.lists().stream()
                    .map(list -> list.path().substring(list.path().lastIndexOf('/') + 1))
                    .filter(name ->
                            owner.get(path.replace("{" + place + "}", name)).status() == 200)
                    .toList();
        }
        return found;
    }

    /** The path with the n-th of what there is in every place, counted round; empty when there is nothing. */
    Optional<String> path(Operation operation, int n) {
        String path = operation.path();
        for (String place : Description.placesIn(path)) {
            List<String> values = values(operation, path, place);
            if (values.isEmpty()) {
                return Optional.empty();
            }
            path = Description.fillFirst(
                    path, URLEncoder.encode(values.get(Math.floorMod(n, values.size())), StandardCharsets.UTF_8));
        }
        return Optional.of(path);
    }

    /** Some record of the list that is called so: companyId, contactIds, stageId; else the owner. */
    private @Nullable String reference(String name) {
        String base = name.replaceFirst("Ids?$", "");
        if (base.equals("parent") || base.equals("file")) {
            return null;
        }
        for (Operation list : description.lists()) {
            List<JsonNode> records = listed(list.path());
            String word = list.path().substring(list.path().lastIndexOf('/') + 1);
            if (!records.isEmpty() && (word.equals(base + "s") || word.equals(base.replaceFirst("y$", "ies")))) {
                return records.getFirst().path("id").asString("");
            }
            JsonNode parts = records.isEmpty() ? null : records.getFirst().path(base + "s");
            if (parts != null && parts.isArray() && !parts.isEmpty()) {
                return parts.get(0).path("id").asString("");
            }
        }
        return owner.memberId().toString();
    }

    // what is new

    /** A value that fits the schema: the first choice, a word of its own in every text, no flag. */
    @Nullable
    Object make(@Nullable JsonNode told, String name, Map<String, ?> fixed, int depth) {
        if (fixed.containsKey(name)) {
            return fixed.get(name);
        }
        if (KNOWN.containsKey(name)) {
            return KNOWN.get(name);
        }
        JsonNode schema = description.resolve(told);
        if (schema.has("enum")) {
            return schema.get("enum").get(0).asString("");
        }
        String format = schema.path("format").asString("");
        return switch (Description.type(schema)) {
            case "object" -> {
                Map<String, Object> parts = new LinkedHashMap<>();
                if (depth < 5) {
                    schema.path("properties").properties().forEach(part -> {
                        Object value = make(part.getValue(), part.getKey(), fixed, depth + 1);
                        if (value != null) {
                            parts.put(part.getKey(), value);
                        }
                    });
                }
                yield depth > 0 && parts.isEmpty() ? null : parts;
            }
            case "array" -> {
                Object one = make(schema.path("items"), name, fixed, depth + 1);
                yield one == null ? null : new ArrayList<>(List.of(one));
            }
            case "integer", "number" -> 7;
            case "boolean", "" -> null;
            default -> text(format, name);
        };
    }

    private @Nullable String text(String format, String name) {
        return switch (format) {
            case "uuid" -> reference(name);
            case "date" -> SOON.plusDays(count.incrementAndGet() % 400).toString();
            case "date-time" -> SOON.plusDays(count.incrementAndGet() % 400) + "T02:00:00Z";
            default -> name.equals("amount") ? number(word()) : format.contains("time") ? "08:00" : word();
        };
    }

    /** A body as the operation was seen to take it. */
    Map<String, Object> body(Operation operation, Map<String, ?> fixed) {
        Map<String, Object> body = map(make(operation.body(), "", fixed, 0));
        for (Lesson lesson : learned.getOrDefault(operation.name(), List.of())) {
            if (!fixed.containsKey(lesson.where().getFirst())) {
                alter(body, lesson);
            }
        }
        return body;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object made) {
        return made instanceof Map<?, ?> map ? (Map<String, Object>) map : new LinkedHashMap<>();
    }

    /** Sends a new body, mends it as long as a refusal says how, and tells what was sent in the end. */
    Made create(Operation operation, String path, Api as, Map<String, ?> fixed) {
        Map<String, Object> body = body(operation, fixed);
        Answer answer = as.send(operation.method(), path, body);
        for (int tries = 0; tries < 30 && answer.status() == 400; tries++) {
            boolean mended = false;
            for (JsonNode error : answer.json().path("errors").values()) {
                mended |= mend(operation, body, error, fixed);
            }
            if (!mended) {
                break;
            }
            answer = as.send(operation.method(), path, body);
        }
        known.remove(path);
        return new Made(answer, body);
    }

    /** @return whether the body is another now */
    private boolean mend(Operation operation, Map<String, Object> body, JsonNode error, Map<String, ?> fixed) {
        List<String> where = Arrays.stream(error.path("field").asString("").split("[.\\[\\]]+"))
                .filter(part -> !part.isEmpty())
                .toList();
        if (where.isEmpty()) {
            return false;
        }
        String code = error.path("code").asString("");
        List<Lesson> lessons = learned.computeIfAbsent(operation.name(), any -> new CopyOnWriteArrayList<>());
        boolean inVain = lessons.stream()
                .anyMatch(one -> one.where().equals(where) && one.code().equals(code));
        Repair repair = inVain ? null : repairs.get(code);
        if (!inVain && code.equals("required")) {
            repair = (old, told) -> required(operation, where);
        }
        String message = error.path("message").asString("");
        Repair chosen = repair;
        // The refusal names the choices once; the next body is made without it.
        Lesson lesson = new Lesson(where, code, old -> chosen == null ? null : chosen.apply(old, message));
        boolean isFree = !fixed.containsKey(where.getFirst());
        if (isFree) {
            lessons.add(lesson);
        }
        boolean altered = alter(body, lesson);
        if (!altered && isFree && where.size() > 1) {
            // A part that is needed and cannot be guessed: the whole is left out.
            Lesson whole = new Lesson(where.subList(0, where.size() - 1), code, old -> null);
            lessons.add(whole);
            altered = alter(body, whole);
        }
        return altered;
    }

    private @Nullable Object required(Operation operation, List<String> where) {
        JsonNode schema = description.resolve(operation.body());
        for (String part : where) {
            JsonNode inner = schema.path("properties").path(part);
            schema = description.resolve(inner.isMissingNode() ? schema.path("items") : inner);
        }
        return Description.type(schema).equals("boolean") ? Boolean.TRUE : make(schema, where.getLast(), Map.of(), 1);
    }

    @SuppressWarnings("unchecked")
    private static boolean alter(Map<String, Object> body, Lesson lesson) {
        Object holder = body;
        List<String> where = lesson.where();
        for (String part : where.subList(0, where.size() - 1)) {
            Object inner = holder instanceof Map<?, ?> map
                    ? map.get(part)
                    : holder instanceof List<?> list && part.matches("\\d+") && Integer.parseInt(part) < list.size()
                            ? list.get(Integer.parseInt(part))
                            : null;
            if (inner == null) {
                return false;
            }
            holder = inner;
        }
        String last = where.getLast();
        if (holder instanceof List<?> list) {
            List<Object> values = (List<Object>) list;
            if (!last.matches("\\d+") || Integer.parseInt(last) >= values.size()) {
                return false;
            }
            int at = Integer.parseInt(last);
            Object better = lesson.repair().apply(values.get(at));
            if (better == null) {
                values.remove(at);
            } else {
                values.set(at, better);
            }
            return true;
        }
        if (!(holder instanceof Map<?, ?> map)) {
            return false;
        }
        Map<String, Object> values = (Map<String, Object>) map;
        Object old = values.get(last);
        Object better = lesson.repair().apply(old == null ? "" : old);
        if (better == null) {
            return values.remove(last) != null;
        }
        values.put(last, better);
        return !Objects.equals(old, better);
    }

    /** What {@code If-Match} takes for the record at a path, as it is now. */
    String tag(String path) {
        if (description.leadingTo("GET", path).isPresent()) {
            String tag = owner.get(path).etag();
            if (!tag.isEmpty()) {
                return tag;
            }
        }
        return "\"" + record(path).map(one -> one.path("version").asInt(1)).orElse(1) + "\"";
    }

    /** The record at a path as the owner reads it, or as its list shows it. */
    Optional<JsonNode> record(String path) {
        if (description.leadingTo("GET", path).isPresent()) {
            Answer answer = owner.get(path);
            return answer.status() == 200 ? Optional.of(answer.json()) : Optional.empty();
        }
        int end = path.lastIndexOf('/');
        known.remove(path.substring(0, end));
        return listed(path.substring(0, end)).stream()
                .filter(one -> one.values().stream()
                        .anyMatch(value -> value.asString("").equals(path.substring(end + 1))))
                .findFirst();
    }

    // what can be asked

    /** By what a list sorts: its refusal of a nonsense names all of it. */
    List<String> sorts(String path) {
        return owner.get(path + "?sort=by-nothing").status() == 400
                ? allowed(owner.inEnglish().get(path + "?sort=by-nothing").json("errors.0.message"))
                        .toList()
                : List.of();
    }

    /** By what a list filters, each with its operators: everything that lists show is tried. */
    Map<String, List<String>> filters(String path) {
        Set<String> names = new HashSet<>();
        for (Operation list : description.of("GET")) {
            if (list.query().containsKey("filter")) {
                names.addAll(description.shown(list.answer(), 2));
            }
        }
        Map<String, List<String>> filters = new LinkedHashMap<>();
        names.stream().sorted().forEach(name -> {
            Answer refusal = owner.inEnglish().get(path + "?filter=" + filter(name, "memberOf", "x"));
            if (refusal.status() == 400 && refusal.json("errors.0.code").equals("filter-op-does-not-fit")) {
                filters.put(name, allowed(refusal.json("errors.0.message")).toList());
            }
        });
        return filters;
    }

    static String filter(String field, String op, String value) {
        return URLEncoder.encode(
                "{\"field\":\"%s\",\"op\":\"%s\",\"value\":\"%s\"}".formatted(field, op, value),
                StandardCharsets.UTF_8);
    }
}
