package vn.songhanh.workspace.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.songhanh.shared.Viewer;

@RestController
@RequestMapping("/api/session")
class SessionController {

    record Credentials(@Nullable String email, @Nullable String password) {

        @Override
        public String toString() {
            return "Credentials[" + email + "]";
        }
    }

    private final Sessions sessions;
    private final Cookies cookies;

    SessionController(Sessions sessions, Cookies cookies) {
        this.sessions = sessions;
        this.cookies = cookies;
    }

    /** Always a new session; the one that the browser had ends. */
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signIn(@RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        Sessions.Opened opened = sessions.signIn(
                credentials.email() == null ? "" : credentials.email(),
                credentials.password() == null ? "" : credentials.password(),
                request.getRemoteAddr(),
                cookies.device(request));
        String former = cookies.session(request);
        if (former != null) {
            sessions.close(former);
        }
        cookies.set(response, opened);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        String token = cookies.session(request);
        if (token != null) {
            sessions.close(token);
        }
        cookies.clear(response);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    }
}
