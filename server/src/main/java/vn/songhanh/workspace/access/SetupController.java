package vn.songhanh.workspace.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.songhanh.workspace.members.Member;

@RestController
@RequestMapping("/api/setup")
class SetupController {

    record SetupState(boolean needed) {}

    record SetupInput(
            @Nullable String setupToken,
            @Nullable String workspaceName,
            @Nullable String fullName,
            @Nullable String email,
            @Nullable String password,
            @Nullable Boolean sampleData) {

        @Override
        public String toString() {
            return "SetupInput[" + email + "]";
        }
    }

    private final Setup setup;
    private final Sessions sessions;
    private final Cookies cookies;

    SetupController(Setup setup, Sessions sessions, Cookies cookies) {
        this.setup = setup;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @GetMapping
    SetupState state() {
        return new SetupState(setup.needed());
    }

    /** The owner is signed in at once. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Member found(@RequestBody SetupInput input, HttpServletRequest request, HttpServletResponse response) {
        Member owner = setup.found(
                input.setupToken() == null ? "" : input.setupToken(),
                new Setup.Founding(
                        input.workspaceName(),
                        input.fullName(),
                        input.email(),
                        input.password(),
                        null,
                        Boolean.TRUE.equals(input.sampleData())));
        cookies.set(response, sessions.open(owner.id(), cookies.device(request)));
        return owner;
    }
}
