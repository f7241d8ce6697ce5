package vn.songhanh.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import vn.songhanh.shared.Busy;
import vn.songhanh.shared.HeavyRead;

/**
 * What is searched, filtered, counted or reported may take the database long: {@value #AT_ONCE} such readings go on at
 * once, so that most of the database's connections are always left for what people do besides. Their place is free
 * again as soon as the answer is known; how slowly somebody reads it keeps nobody waiting.
 */
@Component
class HeavyReads extends OncePerRequestFilter {

    static final int AT_ONCE = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Pattern ASKS = Pattern.compile("(?:^|&)(?:filter|q|count)=[^&]");
    private static final Pattern PATHS =
            Pattern.compile("/api/(?:search|.*/(?:report(?:\\.csv)?|board|figures|reasons))");
    private static final String PLACE = HeavyReads.class.getName();

    private final ObjectProvider<HandlerExceptionResolver> resolver;
    private final LocaleResolver locales;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    HeavyReads(
            @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> resolver,
            LocaleResolver locales) {
        this.resolver = resolver;
        this.locales = locales;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!reads || !path.startsWith("/api/") || path.startsWith("/api/exports/")) {
            return true;
        }
        String query = request.getQueryString();
        return !(query != null && ASKS.matcher(query).find())
                && !PATHS.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!enter()) {
            request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales);
            if (resolver.getObject().resolveException(request, response, null, new Busy(PATIENCE)) == null) {
                response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            }
            return;
        }
        Place place = new Place(places);
        request.setAttribute(PLACE, place);
        try {
            HeavyRead.run(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception other) {
            throw new ServletException(other);
        } finally {
            place.leave();
        }
    }

    private boolean enter() {
        try {
            return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Given back once. */
    private static final class Place {

        private final Semaphore places;
        private boolean left;

        Place(Semaphore places) {
            this.places = places;
        }

        void leave() {
            if (!left) {
                left = true;
                places.release();
            }
        }
    }

    /** All has been read when the answer is about to be written. */
    @ControllerAdvice
    static class Leaving implements ResponseBodyAdvice<Object> {

        @Override
        public boolean supports(MethodParameter type, Class<? extends HttpMessageConverter<?>> converter) {
            return true;
        }

        @Override
        public @Nullable Object beforeBodyWrite(
                @Nullable Object body,
                MethodParameter type,
                MediaType content,
                Class<? extends HttpMessageConverter<?>> converter,
                ServerHttpRequest request,
                ServerHttpResponse response) {
            if (request instanceof ServletServerHttpRequest servlet
                    && servlet.getServletRequest().getAttribute(PLACE) instanceof Place place) {
                place.leave();
            }
            return body;
        }
    }
}
