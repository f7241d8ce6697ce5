package vn.songhanh.workspace.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.Viewer;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.workspace.members.Role;

/** Every door of the product is shut to strangers, and each of the workspace's opens to the roles named here alone. */
@SongHanhTest
class DoorMatrixTest {

    private static final Set<String> PUBLIC = Set.of(
            "GET /api/setup",
            "POST /api/setup",
            "POST /api/session",
            "POST /api/invitations/open",
            "POST /api/invitations/accept",
            "GET /api/openapi.json");

    private static final Set<Role> ALL = EnumSet.allOf(Role.class);
    private static final Set<Role> ADMINISTRATORS = EnumSet.of(Role.OWNER, Role.ADMINISTRATOR);

    private record Door(String method, String path, Map<String, ?> body, Set<Role> roles) {}

    @Autowired
    Api api;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void without_a_key_or_a_session_every_path_is_401() {
        List<String> open = new ArrayList<>();
        for (String door : doors()) {
            String method = door.substring(0, door.indexOf(' '));
            String path = door.substring(door.indexOf(' ') + 1)
                    .replaceAll("\\{[^}]+}", Ids.next().toString());
            if (!PUBLIC.contains(door)
                    && api.anonymous()
                                    .send(method, path, method.equals("GET") ? null : Map.of())
                                    .status()
                            != 401) {
                open.add(door);
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void every_handler_asks_who_is_asking() {
        List<String> silent = new ArrayList<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            for (String path : mapping.getPatternValues()) {
                boolean asks = Stream.of(handler.getMethodParameters())
                        .anyMatch(parameter -> parameter.getParameterType() == Viewer.class);
                boolean ours = handler.getBeanType().getName().startsWith("vn.songhanh.");
                if (ours
                        && path.startsWith("/api/")
                        && !asks
                        && PUBLIC.stream().noneMatch(door -> door.endsWith(" " + path))) {
                    silent.add(handler.toString());
                }
            }
        });
        assertThat(silent).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> each_door_opens_to_its_roles_alone() {
        return Stream.of(
                        door("GET", "/api/me", ALL),
                        door("GET", "/api/workspace", ALL),
                        door("PATCH", "/api/workspace", Map.of("name", ""), ADMINISTRATORS),
                        door("GET", "/api/members", ALL),
                        door("POST", "/api/members", Map.of("fullName", "", "role", "VIEWER"), ADMINISTRATORS),
                        door("GET", "/api/teams", ALL),
                        door("POST", "/api/teams", Map.of("name", ""), ADMINISTRATORS),
                        door("PATCH", "/api/teams/{team}", Map.of("name", ""), ADMINISTRATORS),
                        door("DELETE", "/api/teams/{team}", ADMINISTRATORS),
                        door("GET", "/api/roles", ALL),
                        door("PUT", "/api/roles/OWNER", Map.of("permissions", Map.of()), ADMINISTRATORS),
                        door("POST", "/api/members/{colleague}/invitation", ADMINISTRATORS),
                        door("PATCH", "/api/members/{colleague}", Map.of("fullName", ""), ADMINISTRATORS),
                        door("POST", "/api/members/{colleague}/absences", Map.of("from", "2026-12-01"), ADMINISTRATORS),
                        door("GET", "/api/api-keys", ALL),
                        door("POST", "/api/api-keys", Map.of("name", "x", "scopes", List.of("members:read")), ALL),
                        door("GET", "/api/custom-fields", ALL),
                        door("POST", "/api/custom-fields", Map.of(), ADMINISTRATORS),
                        door("GET", "/api/calendar", ALL),
                        door("POST", "/api/calendar/hours", ADMINISTRATORS),
                        door("PATCH", "/api/calendar/hours/2000-01-01", Map.of("week", Map.of()), ADMINISTRATORS),
                        door("DELETE", "/api/calendar/hours/2000-01-01", ADMINISTRATORS),
                        door("POST", "/api/calendar/days", ADMINISTRATORS),
                        door("PATCH", "/api/calendar/days/2026-01-01", Map.of("name", ""), ADMINISTRATORS),
                        door("DELETE", "/api/calendar/days/2026-01-01", ADMINISTRATORS),
                        door("GET", "/api/audit", ADMINISTRATORS),
                        door("GET", "/api/audit/seal", ADMINISTRATORS),
                        door("POST", "/api/audit/seal/check", ADMINISTRATORS),
                        door("GET", "/api/views", ALL),
                        door("GET", "/api/notices", ALL),
                        door("POST", "/api/notices/read-all", ALL))
                .map(door -> dynamicTest(
                        door.method() + " " + door.path(),
                        () -> assertThat(opening(door)).isEqualTo(door.roles())));
    }

    /** Who is let in, even if only to be told that the input is wrong. */
    private Set<Role> opening(Door door) {
        String path = door.path()
                .replace(
                        "{colleague}",
                        api.as("Đồng nghiệp", Role.VIEWER, "Đội của cửa")
                                .memberId()
                                .toString())
                .replace("{team}", api.team("Đội của cửa").toString());
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            Api who = role == Role.OWNER ? api : api.as(role);
            Object body = door.method().equals("GET") ? null : door.body();
            Api asking = door.method().equals("PATCH") ? who.with("If-Match", "1") : who;
            int status = asking.send(door.method(), path, body).status();
            assertThat(status).as(role + " at " + door).isNotIn(401, 404, 405, 500);
            if (status != 403) {
                roles.add(role);
            }
        }
        return roles;
    }

    private Set<String> doors() {
        Set<String> doors = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> {
            for (String path : mapping.getPatternValues()) {
                if (path.startsWith("/api/")) {
                    Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
                    (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                            .forEach(method -> doors.add(method + " " + path));
                }
            }
        });
        return doors;
    }

    private static Door door(String method, String path, Set<Role> roles) {
        return door(method, path, Map.of(), roles);
    }

    private static Door door(String method, String path, Map<String, ?> body, Set<Role> roles) {
        return new Door(method, path, body, roles);
    }
}
