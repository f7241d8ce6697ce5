package vn.songhanh.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import vn.songhanh.shared.Busy;
import vn.songhanh.shared.Viewer;

/**
 * Bodies other than uploaded files end at {@value #MAX_BYTES} bytes, and at {@value #MAX_BYTES_OF_STRANGERS} where
 * nobody has said who he is, also when the client does not say their length. All that are being read together hold
 * {@value #MAX_BYTES_AT_ONCE} bytes at most. Files are taken at the doors of the import alone, behind whoever asks who is
 * there, {@value #FILES_AT_ONCE} at once; elsewhere a form is refused before any of it is read, since reading it means
 * writing it to disk.
 */
@Component
class BodyLimit extends OncePerRequestFilter {

    static final int MAX_BYTES = 2 << 20;
    static final int MAX_BYTES_OF_STRANGERS = 16 << 10;
    static final int MAX_BYTES_AT_ONCE = 24 << 20;
    static final long MAX_FILE_BYTES = 1L << 30;
    static final int FILES_AT_ONCE = 4;

    /** Told apart from a broken connection, to be answered with 413. */
    static final class Exceeded extends IOException {

        final int limit;

        Exceeded(int limit) {
            super("body is longer than " + limit + " bytes");
            this.limit = limit;
        }
    }

    /** There is no room for more bytes now: 503. */
    static final class NoRoom extends IOException {
        NoRoom() {
            super("the bodies under way are longer than " + MAX_BYTES_AT_ONCE + " bytes");
        }
    }

    private static final Set<String> TAKE_FILES = Set.of("POST /api/imports", "POST /api/imports/preview");

    private final ObjectProvider<HandlerExceptionResolver> resolver;
    private final LocaleResolver locales;
    private final Semaphore room = new Semaphore(MAX_BYTES_AT_ONCE);
    private final Semaphore files = new Semaphore(FILES_AT_ONCE);

    BodyLimit(
            @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> resolver,
            LocaleResolver locales) {
        this.resolver = resolver;
        this.locales = locales;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isNoType(request)) {
            refuse(
                    request,
                    response,
                    new HttpMediaTypeNotSupportedException(MediaType.ALL, List.of(MediaType.APPLICATION_JSON)));
        } else if (!isForm(request)) {
            bounded(request, response, chain);
        } else if (TAKE_FILES.contains(request.getMethod() + " " + request.getServletPath())) {
            file(request, response, chain);
        } else {
            refuse(
                    request,
                    response,
                    new HttpMediaTypeNotSupportedException(
                            MediaType.MULTIPART_FORM_DATA, List.of(MediaType.APPLICATION_JSON)));
        }
    }

    private void bounded(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean known = request.getAttribute(Viewer.class.getName()) != null;
        int limit = known ? MAX_BYTES : MAX_BYTES_OF_STRANGERS;
        if (request.getContentLengthLong() > limit) {
            refuse(request, response, new TooLarge(limit));
            return;
        }
        Limited limited = new Limited(request, limit);
        try {
            chain.doFilter(limited, response);
        } finally {
            room.release(limited.held);
        }
    }

    private void file(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!files.tryAcquire()) {
            refuse(request, response, new Busy(Duration.ofSeconds(10)));
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            files.release();
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Exception refusal)
            throws IOException {
        // The dispatcher, which would have set it, has not been reached.
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales);
        if (resolver.getObject().resolveException(request, response, null, refusal) == null) {
            response.sendError(HttpStatus.INTERNAL_SERVER_ERROR.value());
        }
    }

    /** Also one that is not a file: what the web server itself would read of it goes past all limits here. */
    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null) {
            return false;
        }
        String lower = type.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("multipart/") || lower.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /** A range of types is what somebody accepts, and nothing that something can be. */
    private static boolean isNoType(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.split(";", 2)[0].contains("*");
    }

    private final class Limited extends HttpServletRequestWrapper {

        private final int limit;
        private int held;

        Limited(HttpServletRequest request, int limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream());
        }

        private final class CountedStream extends ServletInputStream {

            private final ServletInputStream inner;

            CountedStream(ServletInputStream inner) {
                this.inner = inner;
            }

            @Override
            public int read() throws IOException {
                int b = inner.read();
                return b < 0 ? b : counted(1, b);
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int n = inner.read(buffer, offset, length);
                return n < 0 ? n : counted(n, n);
            }

            private int counted(int more, int result) throws IOException {
                if (held + more > limit) {
                    throw new Exceeded(limit);
                }
                if (!room.tryAcquire(more)) {
                    throw new NoRoom();
                }
                held += more;
                return result;
            }

            @Override
            public boolean isFinished() {
                return inner.isFinished();
            }

            @Override
            public boolean isReady() {
                return inner.isReady();
            }

            @Override
            public void setReadListener(ReadListener listener) {
                inner.setReadListener(listener);
            }
        }
    }
}
