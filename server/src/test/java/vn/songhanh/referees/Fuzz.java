package vn.songhanh.referees;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.songhanh.referees.Description.Operation;
import vn.songhanh.referees.Wire.Reply;
import vn.songhanh.referees.Wire.Request;
import vn.songhanh.testing.Api;

/**
 * Sends every operation, in turn, requests that are right but for one thing or two. However wrong they are: the product
 * answers, never with a 5xx that it did not mean, every error is a problem that programs can read, and every answer has
 * the headers that protect a browser.
 */
final class Fuzz {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DIGITS = "7".repeat(20_000);
    private static final String NOBODY = "00000000-0000-7000-8000-000000000009";

    private static final List<String> PROTECTING =
            List.of("X-Content-Type-Options", "Content-Security-Policy", "Referrer-Policy", "X-Frame-Options");

    /** Parts of a target as they are sent: encoded, half encoded, or not at all. */
    private static final List<String> SCRAPS = List.of(
            "",
            "%",
            "%00",
            "a%00b",
            "%ff",
            "%c3",
            "%ED%A0%80",
            "%zz",
            "=",
            "&&",
            "..%2f..",
            ";a=b",
            "{id}",
            "-1",
            "0",
            "true",
            "null",
            "NaN",
            "1e999999999",
            "1E-999999999",
            "9223372036854775808",
            "1.5",
            "%2B999999999-12-31T23%3A59%3A59Z",
            "-999999999-01-01",
            "4713-01-01%20BC",
            "infinity",
            "2026-02-30",
            "%25_%5C",
            "'%22%20or%201%3D1--",
            "%EF%BF%BF",
            "%E2%80%AE",
            "%F0%9F%98%80",
            DIGITS.substring(0, 3000),
            "(".repeat(1500),
            "a%40%00",
            NOBODY);

    /** JSON that no library would write by itself, in place of any value. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "[null]",
            "{\"\":null}",
            "-1",
            "1.5",
            "01",
            "NaN",
            "1e400",
            "1E+999999999",
            "1E-999999999",
            "9223372036854775808",
            DIGITS,
            "0." + DIGITS,
            "\"\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\uffff\"",
            "\"" + DIGITS + "\"",
            "\"" + "ạ".repeat(4000) + "\"",
            "\"1E+999999999\"",
            "\"1E-999999999\"",
            "\"NaN\"",
            "\"=1+1\"",
            "\"\\r\\nX: y\\u2028\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"+294277-01-01T00:00:00Z\"",
            "\"infinity\"",
            "\"2026-02-30\"",
            "\"a@\\u0000\"",
            "\"" + "(".repeat(1500) + "\"",
            "\"" + NOBODY + "\"",
            "[".repeat(3000) + "]".repeat(3000),
            "{\"a\":".repeat(900) + "1" + "}".repeat(900));

    private static final List<String> TYPES = List.of(
            "*/*",
            "application/*",
            "x",
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/json; charset=utf-16",
            "application/json; charset=nothing",
            "application/json, text/plain",
            "application/cbor");

    private static final List<Map.Entry<String, String>> HEADERS = List.of(
            Map.entry("Accept", "image/png"),
            Map.entry("Accept", "*/*;q=0"),
            Map.entry("Accept", "x"),
            Map.entry("Accept-Language", "\u00ff"),
            Map.entry("Accept-Language", "en;q=NaN"),
            Map.entry("Accept-Language", "en-".repeat(900)),
            Map.entry("Cookie", "\u00ff=\u00fe; =;;"),
            Map.entry("Range", "bytes=0-1"),
            Map.entry("If-None-Match", "*"),
            Map.entry("If-Match", "\"" + "7".repeat(2000) + "\""),
            Map.entry("If-Match", "\"\u00ff\""),
            Map.entry("If-Match", "W/\"1\""),
            Map.entry("If-Match", "*"),
            Map.entry("Idempotency-Key", " "),
            Map.entry("Idempotency-Key", "\u00c3\u00a9"),
            Map.entry("Idempotency-Key", "x".repeat(300)),
            Map.entry("Content-Encoding", "gzip"),
            Map.entry("Content-Length", "-1"),
            Map.entry("Content-Length", "x"),
            Map.entry("Transfer-Encoding", "gzip"),
            Map.entry("X-HTTP-Method-Override", "PUT"),
            Map.entry("Authorization", "Bearer \u00ff"),
            Map.entry("Authorization", "Basic x"));

    /** Beside the API: what everybody can knock at. */
    private static final List<String> DOORS = List.of(
            "/",
            "/error",
            "/error?x",
            "/api",
            "/api/",
            "/api/nothing",
            "/nothing",
            "/nothing.js",
            "/assets/",
            "/actuator",
            "/actuator/env",
            "/api/%2e%2e/error",
            "/api//me",
            "/api/me/",
            "/api/me;x=1",
            "/index.html",
            "*",
            "/?%",
            "/api/me?=",
            "/%00",
            "/\\");

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "PATCH", "POST", "PROPFIND", "get");

    private final Wire wire;
    private final Description description;
    private final Records records;
    private final Random random;
    private final Findings findings = new Findings();
    private final Map<String, String> bodies = new LinkedHashMap<>();

    Fuzz(Api owner, int port, long seed) {
        this.wire = new Wire(port);
        this.description = new Description(owner);
        this.records = new Records(owner, description);
        this.random = new Random(seed);
        learn(owner);
    }

    /** Only a request that is nearly right comes far: one of everything is made, to see what is taken. */
    private void learn(Api owner) {
        for (Operation operation : description.operations()) {
            if (operation.body() != null) {
                records.path(operation, 0).ifPresent(path -> {
                    if (operation.method().equals("POST")) {
                        records.create(operation, path, owner, Map.of());
                    }
                });
            }
        }
        records.forget();
    }

    /** @param count requests, spread evenly over all operations and the doors beside them */
    Findings send(int count) {
        List<Supplier<Request>> kinds = new ArrayList<>();
        description.operations().forEach(operation -> kinds.add(() -> wrong(operation)));
        for (int i = 0; i < 6; i++) {
            kinds.add(() -> new Request(pick(METHODS), pick(DOORS), Map.of(), new byte[0]));
        }
        for (int i = 0; i < count; i++) {
            if (i % 400 == 0) {
                records.forget();
                bodies.clear();
            }
            Request request = kinds.get(i % kinds.size()).get();
            judge(request, wire.send(request));
        }
        return findings;
    }

    // what is sent

    private Request wrong(Operation operation) {
        String path = records.path(operation, random.nextInt(50)).orElse(null);
        if (path == null || random.nextInt(8) == 0) {
            path = operation.path();
            while (path.contains("{")) {
                String filled = Description.PLACE
                        .matcher(path)
                        .replaceFirst(Matcher.quoteReplacement(pick(SCRAPS).replace("{", "%7B")));
                if (filled.equals(path)) {
                    break;
                }
                path = filled;
            }
        }
        String query = query(operation);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + Api.OWNER_KEY);
        if (operation.headers().contains("If-Match")) {
            headers.put("If-Match", "\"1\"");
        }
        byte[] body = new byte[0];
        if (operation.body() != null) {
            headers.put("Content-Type", "application/json");
            body = body(operation);
        } else if (operation.takesFiles()) {
            headers.put("Content-Type", "multipart/form-data; boundary=edge");
            body = file();
        }
        switch (random.nextInt(6)) {
            case 0 -> {
                Map.Entry<String, String> odd = pick(HEADERS);
                headers.put(odd.getKey(), odd.getValue());
            }
            case 1 -> {
                if (!operation.method().equals("GET")) {
                    headers.put("Content-Type", pick(TYPES));
                    body = random.nextBoolean() ? body : "\u00ff\0%ff=&".getBytes(StandardCharsets.ISO_8859_1);
                }
            }
            case 2 -> headers.remove("Authorization");
            default -> {}
        }
        return new Request(operation.method(), query.isEmpty() ? path : path + "?" + query, headers, body);
    }

    private String query(Operation operation) {
        if (random.nextInt(12) == 0) {
            return pick(List.of(
                    "%", "=", "?=", "x=%ff", "%ZZ=1", "q=%ff%fe", "q=%00", "&&&", "a[]=1", "x=" + "y".repeat(4000)));
        }
        List<String> parts = new ArrayList<>();
        for (String name : operation.query().keySet()) {
            if (random.nextInt(operation.query().size()) < 2) {
                parts.add(name + "=" + value(name));
            }
        }
        return String.join("&", parts);
    }

    private String value(String name) {
        return switch (name) {
            case "cursor" -> random.nextBoolean() ? cursor() : pick(SCRAPS);
            case "filter" -> random.nextInt(4) > 0 ? filter() : pick(SCRAPS);
            case "limit" -> random.nextBoolean() ? "2" : pick(SCRAPS);
            default -> pick(SCRAPS);
        };
    }

    /** Written as a list writes its own, with what it never wrote. */
    private String cursor() {
        String kind = pick(List.of("CONTACT", "COMPANY", "DEAL", "HANDOFF", "MEMBER", "AUDIT"));
        String sort = pick(List.of("-createdAt", "createdAt", "name", "amount", "-updatedAt"));
        String text = "[\"%s:%s\",%s,%s]"
                .formatted(kind, sort, pick(VALUES), pick(List.of("\"" + NOBODY + "\"", pick(VALUES))));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.substring(0, Math.min(text.length(), 6000)).getBytes(StandardCharsets.UTF_8));
    }

    private String filter() {
        String field = pick(List.of(
                "createdAt",
                "fullName",
                "name",
                "amount",
                "ownerId",
                "lifecycleStage",
                "tags",
                "expectedCloseDate",
                "status",
                "companyId",
                "dueAt",
                "email",
                "contact.fullName"));
        String op = pick(List.of("eq", "in", "contains", "gt", "between", "within", "before", "empty", "memberOf"));
        String value = pick(VALUES);
        String shape =
                pick(List.of("%s", "[%s]", "{\"last\":%s,\"unit\":\"day\"}")).formatted(value);
        String filter = random.nextInt(8) == 0
                ? "{\"not\":".repeat(500) + "}".repeat(500)
                : "{\"field\":\"%s\",\"op\":\"%s\",\"value\":%s}".formatted(field, op, shape);
        String encoded = URLEncoder.encode(filter, StandardCharsets.UTF_8);
        return encoded.substring(0, Math.min(encoded.length(), 6000));
    }

    private byte[] body(Operation operation) {
        String good = bodies.computeIfAbsent(
                operation.name(), any -> JSON.writeValueAsString(records.body(operation, Map.of())));
        return switch (random.nextInt(12)) {
            case 0 -> good.substring(0, good.length() - 1).getBytes(StandardCharsets.UTF_8);
            case 1 -> pick(VALUES).getBytes(StandardCharsets.UTF_8);
            case 2 -> good.getBytes(StandardCharsets.UTF_16);
            case 3 -> new byte[] {'"', (byte) 0xff, '"'};
            case 4 -> good.getBytes(StandardCharsets.UTF_8);
            default -> odd(good).getBytes(StandardCharsets.UTF_8);
        };
    }

    /** The body with one value in it replaced by what it should not be. */
    private String odd(String good) {
        JsonNode body = JSON.readTree(good);
        List<Runnable> places = new ArrayList<>();
        collect(body, places);
        if (places.isEmpty()) {
            return pick(VALUES);
        }
        pick(places).run();
        return JSON.writeValueAsString(body).replace("\"<here>\"", pick(VALUES));
    }

    private static void collect(JsonNode node, List<Runnable> places) {
        if (node instanceof ObjectNode object) {
            object.propertyNames().forEach(name -> {
                places.add(() -> object.put(name, "<here>"));
                collect(object.get(name), places);
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                places.add(() -> array.set(at, "<here>"));
                collect(array.get(i), places);
            }
        }
    }

    private byte[] file() {
        String content = pick(List.of(
                "",
                "\0\1PK\3\4",
                "a,a\n1,2\n",
                "a\n\"open",
                "name\n\0\n",
                "name,amount\nx," + DIGITS + "\n",
                "\"a\n".repeat(2000)));
        String object = pick(List.of("contacts", "companies", "deals", "members", "x\0", ""));
        String end = random.nextInt(4) == 0 ? "" : "\r\n--edge--\r\n";
        return ("--edge\r\nContent-Disposition: form-data; name=\"object\"\r\n\r\n" + object
                        + "\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n" + content + end)
                .getBytes(StandardCharsets.UTF_8);
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    // what comes back

    private void judge(Request request, Reply reply) {
        String wrong = wrong(request, reply);
        if (wrong != null) {
            findings.add(
                    wrong + " at " + request.method() + " " + room(request.target()),
                    request.curl() + "\n      → " + reply.status() + " "
                            + reply.body()
                                    .substring(0, Math.min(300, reply.body().length())));
        }
    }

    private String room(String target) {
        String path = target.replaceFirst("\\?.*", "");
        return Arrays.stream(path.split("/", -1))
                .map(part -> part.matches("[a-z-]+(\\.csv)?|") ? part : "…")
                .reduce((one, other) -> one + "/" + other)
                .orElse(path);
    }

    private static @Nullable String wrong(Request request, Reply reply) {
        if (reply.status() == 0) {
            return "no answer";
        }
        if (reply.status() == 501 && request.headers().containsKey("Transfer-Encoding")) {
            return null;
        }
        if (reply.status() >= 500
                && !(reply.status() == 503 && !reply.header("Retry-After").isEmpty())) {
            return "a " + reply.status();
        }
        if (reply.status() >= 400 && !request.method().equals("HEAD") && !isProblem(reply)) {
            return "an error that is no problem";
        }
        for (String header : PROTECTING) {
            if (reply.header(header).isEmpty()) {
                return "an answer without " + header;
            }
        }
        return null;
    }

    private static boolean isProblem(Reply reply) {
        if (!reply.header("Content-Type").startsWith("application/problem+json")) {
            return false;
        }
        try {
            JsonNode problem = JSON.readTree(reply.body());
            return problem.path("status").asInt(0) == reply.status()
                    && problem.path("type").asString("").matches("/problems/[a-z0-9-]+")
                    && (!problem.path("title").asString("").isBlank() || isOfTheWebServer(problem));
        } catch (JacksonException notJson) {
            return false;
        }
    }

    /** What the web server refuses itself it says in no language: whose it is, nobody has read there. */
    private static boolean isOfTheWebServer(JsonNode problem) {
        return problem.path("type").asString("").equals("/problems/http-" + problem.path("status"))
                && problem.size() == 2;
    }
}
