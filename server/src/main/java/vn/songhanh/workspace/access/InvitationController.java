package vn.songhanh.workspace.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.members.Member;
import vn.songhanh.workspace.settings.Settings;

@RestController
class InvitationController {

    /** @param path of the page where the invited member sets a password; shown to whoever invites, to pass it on */
    record Invited(String path, Instant expiresAt) {}

    record TokenInput(@Nullable String token) {}

    record Opened(String fullName, @Nullable String email, String workspaceName) {}

    record AcceptInput(@Nullable String token, @Nullable String password) {

        @Override
        public String toString() {
            return "AcceptInput";
        }
    }

    private final Invitations invitations;
    private final Settings settings;
    private final Sessions sessions;
    private final Cookies cookies;

    InvitationController(Invitations invitations, Settings settings, Sessions sessions, Cookies cookies) {
        this.invitations = invitations;
        this.settings = settings;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    /** Also for a member who forgot his password. An earlier invitation ends. */
    @PostMapping("/api/members/{id}/invitation")
    @ResponseStatus(HttpStatus.CREATED)
    Invited invite(Viewer viewer, @PathVariable MemberId id) {
        Invitations.Invitation invitation = invitations.invite(viewer, id);
        return new Invited("/invitation?token=" + invitation.token(), invitation.expiresAt());
    }

    @PostMapping("/api/invitations/open")
    Opened open(@RequestBody TokenInput input) {
        Member member = invitations.open(input.token());
        return new Opened(
                member.fullName(), member.email(), settings.workspace().name());
    }

    /** The member is signed in at once. */
    @PostMapping("/api/invitations/accept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(@RequestBody AcceptInput input, HttpServletRequest request, HttpServletResponse response) {
        Member member = invitations.accept(input.token(), input.password());
        cookies.set(response, sessions.open(member.id(), cookies.device(request)));
    }
}
