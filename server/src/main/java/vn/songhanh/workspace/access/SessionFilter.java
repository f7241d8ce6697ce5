package vn.songhanh.workspace.access;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Forbidden;

/** The door for people in a browser. Nothing passes without a session, except what is listed here. */
final class SessionFilter implements Filter {

    /** By method and path. What changes something without a session must come from our own pages. */
    private static final Set<String> PUBLIC = Set.of(
            "GET /api/setup",
            "POST /api/setup",
            "POST /api/session",
            "POST /api/invitations/open",
            "POST /api/invitations/accept",
            "GET /api/openapi.json");

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Viewers viewers;
    private final Cookies cookies;
    private final Refusal refusal;

    SessionFilter(Viewers viewers, Cookies cookies, Refusal refusal) {
        this.viewers = viewers;
        this.cookies = cookies;
        this.refusal = refusal;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        boolean open = PUBLIC.contains(request.getMethod() + " " + SecurityConfiguration.path(request));
        boolean changes = !SAFE.contains(request.getMethod());
        String token = cookies.session(request);
        Entrance entrance = token == null ? null : viewers.bySession(token);
        if (open) {
            if (changes && foreign(request)) {
                refusal.send(request, response, new Forbidden("cross-site"));
                return;
            }
        } else if (token == null || entrance == null) {
            if (token != null) {
                cookies.clear(response);
            }
            refusal.send(request, response, new Unauthenticated("unauthenticated"));
            return;
        } else if (changes && !Cookies.fromOurScript(request, token)) {
            refusal.send(request, response, new Forbidden("csrf"));
            return;
        }
        if (entrance != null) {
            ViewerArgument.set(request, entrance);
        }
        chain.doFilter(request, response);
    }

    /** Whether a browser says that another site's page made it send this. Programs say nothing of the kind. */
    private static boolean foreign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin != null && !sameHost(origin, request.getHeader("Host"));
    }

    private static boolean sameHost(String origin, @Nullable String host) {
        try {
            return URI.create(origin).getAuthority() != null
                    && URI.create(origin).getAuthority().equalsIgnoreCase(host);
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}
