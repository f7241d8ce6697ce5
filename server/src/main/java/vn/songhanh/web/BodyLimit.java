package vn.songhanh.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

/**
 * Bodies other than uploaded files end at {@value #MAX_BYTES} bytes, also when the client does not say their length.
 * Files are taken at the doors of the import alone, behind whoever asks who is there; elsewhere a form is refused
 * before any of it is read, since reading it means writing it to disk.
 */
@Component
class BodyLimit extends OncePerRequestFilter {

    static final int MAX_BYTES = 10 << 20;
    static final long MAX_FILE_BYTES = 1L << 30;

    /** Told apart from a broken connection, to be answered with 413. */
    static final class Exceeded extends IOException {
        Exceeded() {
            super("body is longer than " + MAX_BYTES + " bytes");
        }
    }

    private static final Set<String> TAKE_FILES = Set.of("POST /api/imports", "POST /api/imports/preview");

    private final ObjectProvider<HandlerExceptionResolver> resolver;
    private final LocaleResolver locales;

    BodyLimit(
            @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> resolver,
            LocaleResolver locales) {
        this.resolver = resolver;
        this.locales = locales;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isForm(request)) {
            chain.doFilter(new Limited(request), response);
        } else if (TAKE_FILES.contains(request.getMethod() + " " + request.getServletPath())) {
            chain.doFilter(request, response);
        } else {
            // The dispatcher, which would have set it, has not been reached.
            request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales);
            var refused = new HttpMediaTypeNotSupportedException(
                    MediaType.MULTIPART_FORM_DATA, List.of(MediaType.APPLICATION_JSON));
            if (resolver.getObject().resolveException(request, response, null, refused) == null) {
                response.sendError(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
            }
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static final class Limited extends HttpServletRequestWrapper {

        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream());
        }
    }

    private static final class CountedStream extends ServletInputStream {

        private final ServletInputStream inner;
        private int read;

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

        private int counted(int more, int result) throws Exceeded {
            read += more;
            if (read > MAX_BYTES) {
                throw new Exceeded();
            }
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
