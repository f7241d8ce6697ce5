package vn.songhanh.workspace.access;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The door for programs: {@code Authorization: Bearer shk_…}. Nothing passes without a valid key. */
final class BearerFilter implements Filter {

    private static final String SCHEME = "Bearer ";

    private final Viewers viewers;
    private final Refusal refusal;

    BearerFilter(Viewers viewers, Refusal refusal) {
        this.viewers = viewers;
        this.refusal = refusal;
    }

    static boolean concerns(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        Entrance entrance = viewers.byKey(
                http.getHeader("Authorization").substring(SCHEME.length()).strip());
        if (entrance == null) {
            ((HttpServletResponse) response).setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            refusal.send(http, (HttpServletResponse) response, new Unauthenticated("invalid-api-key"));
            return;
        }
        ViewerArgument.set(http, entrance);
        chain.doFilter(request, response);
    }
}
