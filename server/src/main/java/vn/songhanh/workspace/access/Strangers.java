package vn.songhanh.workspace.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.Busy;

/**
 * Gives those whom nobody knows, who sign in or load the web app, an eighth of the places in which requests are served:
 * however many they are, and however long they take, the others are for colleagues.
 */
@Component
class Strangers {

    static final int AT_ONCE = 64;

    private final Viewers viewers;
    private final Cookies cookies;
    private final Refusal refusal;
    private final Semaphore people = new Semaphore(AT_ONCE);

    /** Whoever watches over the product would start it again if he were kept out by strangers. */
    private final Semaphore watchers = new Semaphore(AT_ONCE / 8);

    Strangers(Viewers viewers, Cookies cookies, Refusal refusal) {
        this.viewers = viewers;
        this.cookies = cookies;
        this.refusal = refusal;
    }

    /** As a filter does; no bean of that type, which Spring would put before every request a second time. */
    void admit(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        boolean watches = SecurityConfiguration.path(request).equals("/actuator/health");
        Semaphore places = watches ? watchers : people;
        if (ViewerArgument.find(request).isPresent()) {
            chain.doFilter(request, response);
        } else if (places.tryAcquire()) {
            try {
                chain.doFilter(request, response);
            } finally {
                places.release();
            }
        } else if (isKnown(request)) {
            chain.doFilter(request, response);
        } else {
            refusal.send(request, response, new Busy(Duration.ofSeconds(5)));
        }
    }

    /** Files ask nobody who he is; where there is no place left, whoever has a session gets his all the same. */
    private boolean isKnown(HttpServletRequest request) {
        String token = cookies.session(request);
        return token != null && viewers.bySession(token) != null;
    }
}
