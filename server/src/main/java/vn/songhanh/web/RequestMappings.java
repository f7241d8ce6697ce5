package vn.songhanh.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Looks for a request's method only among those whose path begins like the request's. Spring examines every mapping
 * that has a variable in its path in full, which takes as long as many a query.
 */
@Component
class RequestMappings implements WebMvcRegistrations {

    private final Map<RequestMappingInfo, List<String>> beginnings = new ConcurrentHashMap<>();

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new RequestMappingHandlerMapping() {
            @Override
            protected @Nullable RequestMappingInfo getMatchingMapping(
                    RequestMappingInfo mapping, HttpServletRequest request) {
                return beginsLike(mapping, request.getServletPath())
                        ? super.getMatchingMapping(mapping, request)
                        : null;
            }
        };
    }

    private boolean beginsLike(RequestMappingInfo mapping, String path) {
        for (String beginning : beginnings.computeIfAbsent(mapping, RequestMappings::beginningsOf)) {
            if (path.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    /** What stands before the first variable or wildcard of each of its paths. */
    private static List<String> beginningsOf(RequestMappingInfo mapping) {
        PathPatternsRequestCondition paths = mapping.getPathPatternsCondition();
        return paths == null
                ? List.of("")
                : paths.getPatterns().stream()
                        .map(pattern -> pattern.getPatternString().replaceFirst("[{*?].*", ""))
                        .toList();
    }
}
