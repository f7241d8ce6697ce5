package vn.songhanh.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Via;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.access.ApiKeys;
import vn.songhanh.workspace.access.Setup;
import vn.songhanh.workspace.access.StandIns;
import vn.songhanh.workspace.access.Viewers;
import vn.songhanh.workspace.members.Member;
import vn.songhanh.workspace.members.MemberInput;
import vn.songhanh.workspace.members.Members;
import vn.songhanh.workspace.members.Role;
import vn.songhanh.workspace.members.TeamInput;
import vn.songhanh.workspace.members.Teams;

/**
 * The product as a program with an API key sees it. Begins as the owner; {@link #as} gives the same door as somebody
 * else, made on first use and the same one ever after:
 *
 * <pre>{@code
 * api.post("/api/contacts", Map.of("fullName", "Nguyễn Thị Hoa")).expect(201).json("id")
 * api.as(Role.INSIDE_REP).get("/api/contacts").expect(200)
 * api.as("Lan", Role.INSIDE_REP, "Miền Bắc").scopes("contacts:read")
 * }</pre>
 */
public final class Api {

    public static final String OWNER_EMAIL = "owner@songhanh.test";
    public static final String OWNER_PASSWORD = "một mật khẩu thật dài";
    public static final String OWNER_KEY = "shk_owner-of-every-test-database-0001";

    /** What one answer was. */
    public record Answer(int status, HttpHeaders headers, String body, String request) {

        /** Fails, with the answer, when the status is another. */
        public Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError(request + " gave " + status + " instead of " + expected + ": " + body);
            }
            return this;
        }

        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** The text at a path such as {@code items.0.id}; empty when there is none. */
        public String json(String path) {
            return at(path).asString("");
        }

        public JsonNode at(String path) {
            return json().at("/" + path.replace('.', '/'));
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public String etag() {
            return header("ETag");
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private record Shared(
            Environment environment,
            Setup setup,
            Members members,
            Teams teams,
            ApiKeys keys,
            Viewers viewers,
            StandIns standIns,
            Map<String, Api> colleagues) {}

    private final Shared shared;
    private final @Nullable MemberId member;
    private final Map<String, String> headers;

    Api(
            Environment environment,
            Setup setup,
            Members members,
            Teams teams,
            ApiKeys keys,
            Viewers viewers,
            StandIns standIns) {
        this(
                new Shared(environment, setup, members, teams, keys, viewers, standIns, new ConcurrentHashMap<>()),
                null,
                Map.of("Authorization", "Bearer " + OWNER_KEY));
    }

    private Api(Shared shared, @Nullable MemberId member, Map<String, String> headers) {
        this.shared = shared;
        this.member = member;
        this.headers = headers;
    }

    /** Sets the workspace up unless it is. Called by every request; tests of the public use cases call it first. */
    public synchronized Api ready() {
        if (shared.setup().needed()) {
            shared.setup()
                    .found(new Setup.Founding(
                            "Công ty Thử nghiệm", "Chủ Sở Hữu", OWNER_EMAIL, OWNER_PASSWORD, OWNER_KEY, false));
        }
        return this;
    }

    /** A colleague of that role, in a team of his own. */
    public Api as(Role role) {
        return as(role.name(), role, "Đội " + role.name());
    }

    /** The member of that name, role and team, who could sign in; both are made when they are not there yet. */
    public Api as(String name, Role role, String team) {
        ready();
        return shared.colleagues().computeIfAbsent(name + "|" + role + "|" + team, key -> {
            TeamId teamId = team(team);
            Member made = shared.members()
                    .create(
                            Viewer.SYSTEM,
                            new MemberInput(name, Ids.next() + "@songhanh.test", role, teamId, true, null));
            shared.standIns().begin(made.id());
            return new Api(shared, made.id(), Map.of()).scopes("*");
        });
    }

    /** The team of that name, made when it is not there yet. */
    public TeamId team(String name) {
        ready();
        return shared.teams().all().stream()
                .filter(team -> team.name().equals(name))
                .findFirst()
                .orElseGet(() -> shared.teams().create(Viewer.SYSTEM, new TeamInput(name, null)))
                .id();
    }

    /** The same member behind a key of these scopes. */
    public Api scopes(String... scopes) {
        ready();
        ApiKeys.Made made = shared.keys().create(viewer(), "test", java.util.List.of(scopes), null);
        return with("Authorization", "Bearer " + made.key());
    }

    /** The same without any key. */
    public Api anonymous() {
        return new Api(shared, member, Map.of());
    }

    /** The same with a header more; an empty value takes it away. */
    public Api with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        if (value.isEmpty()) {
            more.remove(header);
        } else {
            more.put(header, value);
        }
        return new Api(shared, member, more);
    }

    public Api inEnglish() {
        return with("Accept-Language", "en");
    }

    public MemberId memberId() {
        ready();
        return member != null
                ? member
                : shared.members().findByEmail(OWNER_EMAIL).orElseThrow().id();
    }

    /** The member as the use cases take it. */
    public Viewer viewer() {
        return shared.viewers().of(memberId(), Via.SCREEN);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** @param body a value to be written as JSON, or a text that is sent as it is */
    public Answer post(String path, @Nullable Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    /** @param version as {@link Answer#etag} gave it, or a number */
    public Answer patch(String path, Object version, Object body) {
        return with("If-Match", String.valueOf(version)).send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer send(String method, String path, @Nullable Object body) {
        HttpRequest.BodyPublisher publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(
                        body instanceof String text ? text : JSON.writeValueAsString(body));
        return exchange(method, path, publisher, body == null ? "" : "application/json");
    }

    /** Hears what changes from now on. */
    public Listening listen() {
        ready();
        HttpRequest.Builder request = request("/api/changes").header("Accept", "text/event-stream");
        HttpResponse<InputStream> response = send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new AssertionError("GET /api/changes gave " + response.statusCode());
        }
        return new Listening(response.body());
    }

    /** Sends a form with a file in it. */
    public Answer upload(String path, Map<String, String> fields, String fileName, byte[] content) {
        return form(path, fields, fileName, content);
    }

    /** Sends a form without a file. */
    public Answer upload(String path, Map<String, String> fields) {
        return form(path, fields, null, new byte[0]);
    }

    private Answer form(String path, Map<String, String> fields, @Nullable String fileName, byte[] content) {
        String boundary = "----" + Ids.next();
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        fields.forEach((name, value) -> form.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                        + name + "\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
        if (fileName != null) {
            form.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                            + fileName + "\"\r\nContent-Type: text/csv\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            form.writeBytes(content);
            form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        form.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return exchange(
                "POST",
                path,
                HttpRequest.BodyPublishers.ofByteArray(form.toByteArray()),
                "multipart/form-data; boundary=" + boundary);
    }

    private Answer exchange(String method, String path, HttpRequest.BodyPublisher body, String contentType) {
        ready();
        return raw(method, path, body, contentType);
    }

    /** A request to a product that may not be set up yet. */
    public Answer raw(String method, String path, HttpRequest.BodyPublisher body, String contentType) {
        HttpRequest.Builder request = request(path).method(method, body);
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        HttpResponse<String> response = send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.headers(), response.body(), method + " " + path);
    }

    private HttpRequest.Builder request(String path) {
        String port = shared.environment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        headers.forEach(request::header);
        return request;
    }

    private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return CLIENT.send(request, body);
        } catch (IOException e) {
            throw new AssertionError(request.method() + " " + request.uri() + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
