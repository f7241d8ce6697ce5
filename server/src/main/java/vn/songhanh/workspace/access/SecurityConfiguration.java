package vn.songhanh.workspace.access;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.songhanh.shared.Invalid;

/**
 * Three ways in, each with the filters that it needs and no more: programs with a key, people with a session, and the
 * web app's own files. A path under /api is closed unless {@link SessionFilter} lists it as public.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ViewerArgument());
    }

    @Bean
    LocaleResolver localeResolver() {
        return new RequestLocale();
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(Viewers viewers, Refusal refusal, @Value("${SONGHANH_PUBLIC_URL:}") String url) {
        return chain(
                request -> api(request) && BearerFilter.concerns(request),
                new SecurityHeadersFilter(refusal, url),
                new BearerFilter(viewers, refusal));
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(
            Viewers viewers,
            Cookies cookies,
            Refusal refusal,
            Strangers strangers,
            @Value("${SONGHANH_PUBLIC_URL:}") String url) {
        return chain(
                SecurityConfiguration::api,
                new SecurityHeadersFilter(refusal, url),
                new SessionFilter(viewers, cookies, refusal),
                strangers::admit);
    }

    @Bean
    @Order(3)
    SecurityFilterChain files(Refusal refusal, Strangers strangers, @Value("${SONGHANH_PUBLIC_URL:}") String url) {
        return chain(request -> true, new SecurityHeadersFilter(refusal, url), strangers::admit);
    }

    /** Spring's own door, with a user of its own making, stays shut. */
    @Bean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new AuthenticationServiceException("sign-in goes through POST /api/session");
        };
    }

    /**
     * Put together here and not by {@code @EnableWebSecurity}, whose proxy observes each filter and thereby takes
     * longer than all of them. The firewall refuses paths that try to slip past the rules: doubly encoded ones, say.
     */
    @Bean
    FilterChainProxy springSecurityFilterChain(
            List<SecurityFilterChain> doors, Refusal refusal, @Value("${SONGHANH_PUBLIC_URL:}") String url) {
        FilterChainProxy proxy = new FilterChainProxy(doors);
        SecurityHeadersFilter headers = new SecurityHeadersFilter(refusal, url);
        proxy.setRequestRejectedHandler((request, response, rejected) -> headers.doFilter(
                request,
                response,
                (same, answer) -> refusal.send(request, response, new Invalid("path", "malformed-path"))));
        return proxy;
    }

    private static SecurityFilterChain chain(RequestMatcher matcher, Filter... filters) {
        return new DefaultSecurityFilterChain(matcher, List.of(filters));
    }

    private static boolean api(HttpServletRequest request) {
        String path = path(request);
        return path.startsWith("/api/") || path.equals("/api");
    }

    /** Decoded, as the dispatcher will see it: judged raw, {@code /%61pi} would pass for a file. */
    static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }
}
