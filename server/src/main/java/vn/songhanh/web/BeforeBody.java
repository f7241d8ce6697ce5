package vn.songhanh.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Viewer;

/**
 * What can be said of a request before its body is read: whether its parameters are text that can be stored and compared,
 * and whether the viewer may make or change records of that kind at all.
 */
@Configuration(proxyBeanMethods = false)
class BeforeBody implements WebMvcConfigurer, HandlerInterceptor {

    private static final Map<String, RecordKind> WRITTEN =
            Map.of("contacts", RecordKind.CONTACT, "companies", RecordKind.COMPANY, "deals", RecordKind.DEAL);

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() != null) {
            request.getParameterMap().forEach((name, values) -> {
                for (String value : values) {
                    Text.storable(value, name);
                }
            });
        }
        if (WITH_BODY.contains(request.getMethod())
                && request.getAttribute(Viewer.class.getName()) instanceof Viewer viewer) {
            mayWrite(viewer, request.getServletPath());
        }
        return true;
    }

    /** The record itself says later whether he may change just this one. */
    private static void mayWrite(Viewer viewer, String path) {
        String[] parts = path.split("/", 5);
        RecordKind kind = parts.length < 3 || parts.length > 4 ? null : WRITTEN.get(parts[2]);
        if (kind != null) {
            viewer.require(kind, Action.WRITE);
        }
    }
}
