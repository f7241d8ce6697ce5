package vn.songhanh.workspace.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.MergePatch;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Via;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.members.Member;
import vn.songhanh.workspace.members.Members;
import vn.songhanh.workspace.members.Role;
import vn.songhanh.workspace.members.Roles;
import vn.songhanh.workspace.settings.Settings;
import vn.songhanh.workspace.settings.WorkspaceSettings;

/** What the caller is told about himself, and may change about himself. */
@RestController
@RequestMapping("/api/me")
class MeController {

    /**
     * @param permissions what this session or key may do: the role's permissions within the key's scopes
     * @param locale the language in use: the one chosen, else the browser's
     * @param csrf to be sent as {@code X-XSRF-TOKEN} with every change; null for an API key, which needs none
     */
    record Me(
            Member member,
            Role role,
            Map<RecordKind, Map<Action, Reach>> permissions,
            String locale,
            WorkspaceSettings workspace,
            Via via,
            @Nullable String csrf) {}

    /** @param locale null for whatever the browser asks for */
    record MeInput(@Nullable String fullName, @Nullable String locale) {}

    record PasswordInput(@Nullable String current, @Nullable String password) {

        @Override
        public String toString() {
            return "PasswordInput";
        }
    }

    private final Members members;
    private final Settings settings;
    private final Roles roles;
    private final Sessions sessions;
    private final Cookies cookies;
    private final JsonMapper json;

    MeController(Members members, Settings settings, Roles roles, Sessions sessions, Cookies cookies, JsonMapper json) {
        this.members = members;
        this.settings = settings;
        this.roles = roles;
        this.sessions = sessions;
        this.cookies = cookies;
        this.json = json;
    }

    @GetMapping
    Me me(Viewer viewer, HttpServletRequest request) {
        String session = viewer.via() == Via.SCREEN ? cookies.session(request) : null;
        return me(viewer, session, viewer.locale());
    }

    /** Without a version: whoever changes himself in two windows means the later one. */
    @PatchMapping
    Me change(Viewer viewer, @RequestBody JsonNode patch, HttpServletRequest request) {
        Member before = members.require(viewer.member());
        MeInput input = MergePatch.apply(json, new MeInput(before.fullName(), before.locale()), patch, MeInput.class);
        members.introduce(viewer, input.fullName(), input.locale());
        String session = viewer.via() == Via.SCREEN ? cookies.session(request) : null;
        Locale now = input.locale() == null ? RequestLocale.asked(request) : Locale.forLanguageTag(input.locale());
        return me(viewer, session, now);
    }

    /** Ends all sessions; this browser gets a new one. */
    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(
            Viewer viewer, @RequestBody PasswordInput input, HttpServletRequest request, HttpServletResponse response) {
        Member member = members.require(viewer.member());
        Throttle.Place place = viewer.via() == Via.SCREEN
                ? Throttle.Place.session(
                        ViewerArgument.entrance(request).orElseThrow().id())
                : Throttle.Place.keysOf(member.id());
        sessions.changePassword(viewer, place, member, input.current(), input.password());
        if (viewer.via() == Via.SCREEN) {
            cookies.set(response, sessions.open(member.id(), cookies.device(request)));
        }
    }

    private Me me(Viewer viewer, @Nullable String session, Locale locale) {
        Member member = members.require(viewer.member());
        return new Me(
                member,
                member.role(),
                roles.table(viewer.permissions()),
                locale.getLanguage(),
                settings.workspace(),
                viewer.via(),
                session == null ? null : Cookies.csrf(session));
    }
}
