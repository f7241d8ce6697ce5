package vn.songhanh.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Looks for a request's method only among those whose path begins like the request's. Spring examines every mapping
 * that has a variable in its path in full, which takes as long as many a query.
 */
@Component
class RequestMappings implements WebMvcRegistrations {

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

    private static boolean beginsLike(RequestMappingInfo mapping, String path) {
        PathPatternsRequestCondition paths = mapping.getPathPatternsCondition();
        if (paths == null) {
            return true;
        }
        for (PathPattern pattern : paths.getPatterns()) {
            String text = pattern.getPatternString();
            if (path.regionMatches(0, text, 0, fixedLength(text))) {
                return true;
            }
        }
        return false;
    }

    /** Up to the first variable or wildcard. */
    private static int fixedLength(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '{' || c == '*' || c == '?') {
                return i;
            }
        }
        return pattern.length();
    }
}
