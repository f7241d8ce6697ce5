package vn.songhanh.workspace.access;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import vn.songhanh.web.AnswerCutOff;
import vn.songhanh.web.SecurityHeaders;

/** Gives every answer the {@link SecurityHeaders}; what breaks in a filter is answered as what breaks behind them. */
final class SecurityHeadersFilter implements Filter {

    private final Refusal refusal;
    private final Map<String, String> headers;

    SecurityHeadersFilter(Refusal refusal, String publicUrl) {
        this.refusal = refusal;
        this.headers = SecurityHeaders.of(publicUrl);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse http = (HttpServletResponse) response;
        headers.forEach(http::setHeader);
        if (SecurityConfiguration.path((HttpServletRequest) request).startsWith("/api/")) {
            http.setHeader("Cache-Control", "no-store");
        }
        try {
            chain.doFilter(request, response);
        } catch (AnswerCutOff cutOff) {
            throw cutOff;
        } catch (RuntimeException e) {
            if (response.isCommitted()) {
                throw e;
            }
            refusal.send((HttpServletRequest) request, http, e);
        }
    }
}
