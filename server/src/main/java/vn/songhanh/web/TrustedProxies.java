package vn.songhanh.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whom a request comes from when it passed through proxies that the administrator named: the last address in
 * {@code X-Forwarded-For} that none of them has. What stands before it the client may have made up, and without such a
 * proxy all of it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TrustedProxies extends OncePerRequestFilter {

    private static final String HEADER = "X-Forwarded-For";

    /** An address as proxies write it: IPv6 in brackets or not, with a port or not. */
    private static final Pattern ADDRESS =
            Pattern.compile("\\[([0-9A-Fa-f:.%]+)](?::\\d+)?|([0-9.]+)(?::\\d+)?|([0-9A-Fa-f]*:[0-9A-Fa-f:.]+)");

    private final List<IpAddressMatcher> trusted;

    TrustedProxies(@Value("${SONGHANH_TRUSTED_PROXIES:}") String proxies) {
        this.trusted = Arrays.stream(proxies.split(","))
                .map(String::strip)
                .filter(proxy -> !proxy.isEmpty())
                .map(IpAddressMatcher::new)
                .toList();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return trusted.isEmpty() || !isTrusted(request.getRemoteAddr()) || request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String client = client(request);
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public String getRemoteAddr() {
                        return client;
                    }

                    @Override
                    public String getRemoteHost() {
                        return client;
                    }
                },
                response);
    }

    private String client(HttpServletRequest request) {
        String nearest = request.getRemoteAddr();
        List<String> way = Arrays.asList(
                String.join(",", Collections.list(request.getHeaders(HEADER))).split(","));
        for (String before : way.reversed()) {
            Matcher address = ADDRESS.matcher(before.strip());
            if (!address.matches()) {
                return nearest;
            }
            nearest = address.group(address.group(1) != null ? 1 : address.group(2) != null ? 2 : 3);
            if (!isTrusted(nearest)) {
                return nearest;
            }
        }
        return nearest;
    }

    private boolean isTrusted(String address) {
        try {
            return trusted.stream().anyMatch(proxy -> proxy.matches(address));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
