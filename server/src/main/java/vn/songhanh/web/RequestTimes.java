package vn.songhanh.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * How long requests take, by method, path and status, for whoever watches the product. Under the name that
 * dashboards know from Spring, whose own observation of each request took a twentieth of a small one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RequestTimes extends OncePerRequestFilter {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String OTHER = "UNKNOWN";

    /** @param path the template, so that there are no more of them than doors */
    private record Door(String method, String path, int status) {}

    private final MeterRegistry registry;
    private final Map<Door, Timer> timers = new ConcurrentHashMap<>();

    RequestTimes(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begun = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            String method = request.getMethod();
            Object path = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            Door door = new Door(
                    METHODS.contains(method) ? method : OTHER,
                    path == null ? OTHER : path.toString(),
                    response.getStatus());
            timers.computeIfAbsent(door, this::timer).record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }
    }

    private Timer timer(Door door) {
        return registry.timer(
                "http.server.requests",
                "method",
                door.method(),
                "uri",
                door.path(),
                "status",
                String.valueOf(door.status()));
    }
}
