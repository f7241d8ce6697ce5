package vn.songhanh.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.Viewer;

/**
 * Answers what Tomcat refuses before anybody else has seen it, such as headers of more than 32 KB, as a problem like
 * every other. The language that the caller wants is not known there, so it says nothing but the status.
 *
 * <p>Also the last one to see a request: what strangers still send after their answer is heard out for some of them only,
 * or those who never end would take all places.
 */
public final class RefusedRequest extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(RefusedRequest.class);

    private static final int READ_OF_STRANGERS = 16 << 20;

    /** How many strangers are listened to after they have been answered. */
    private static final int LISTENED_TO = 64;

    private final Map<String, String> headers;
    private final Semaphore listening = new Semaphore(LISTENED_TO);

    RefusedRequest(String publicUrl) {
        this.headers = SecurityHeaders.of(publicUrl);
    }

    /** The answer to a refused request, without a language. */
    static String problem(int status) {
        return "{\"type\":\"/problems/http-%1$d\",\"status\":%1$d}".formatted(status);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        super.invoke(request, response);
        if (request.getAttribute(Viewer.class.getName()) == null && !isWhole(request)) {
            hearOut(request, response);
        }
    }

    /** A connection that is closed on what is still coming takes the answer with it. */
    private void hearOut(Request request, Response response) {
        if (listening.tryAcquire()) {
            try {
                response.flushBuffer();
                Unheard unheard = new Unheard();
                for (int left = READ_OF_STRANGERS; left > 0; ) {
                    int count = request.getCoyoteRequest().doRead(unheard);
                    left = count < 0 ? 0 : left - count;
                }
            } catch (IOException gone) {
                log.debug("Client went away", gone);
            } finally {
                listening.release();
            }
        } else if (!response.isCommitted()) {
            response.setHeader("Connection", "close");
        }
        if (!isWhole(request)) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /** Where the web server shows what it has read. */
    private static final class Unheard implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer read) {
            buffer = read;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // Nothing is kept.
        }
    }

    private static boolean isWhole(Request request) {
        AtomicBoolean whole = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, whole);
        return whole.get();
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable cause) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        headers.forEach(response::setHeader);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        try {
            response.getOutputStream().write(problem(status).getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException gone) {
            log.debug("Client went away", gone);
        }
    }

    /**
     * What Tomcat answers itself and does not refuse, such as {@code OPTIONS *}, goes through no valve. Only its access
     * log hears of it, before the answer is sent.
     */
    private static final class Passing extends ValveBase implements AccessLog {

        private final Map<String, String> headers;

        Passing(Map<String, String> headers) {
            super(true);
            this.headers = headers;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            getNext().invoke(request, response);
        }

        @Override
        public void log(Request request, Response response, long nanos) {
            if (!response.isCommitted()) {
                headers.forEach(response::setHeader);
            }
        }

        @Override
        public void setRequestAttributesEnabled(boolean enabled) {}

        @Override
        public boolean getRequestAttributesEnabled() {
            return false;
        }
    }

    @Component
    static class InPlaceOfTomcats implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

        private final String publicUrl;

        InPlaceOfTomcats(@Value("${SONGHANH_PUBLIC_URL:}") String publicUrl) {
            this.publicUrl = publicUrl;
        }

        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            factory.addEngineValves(new Passing(SecurityHeaders.of(publicUrl)));
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    // Its own is made by name and knows no address.
                    host.setErrorReportValveClass(null);
                    host.getPipeline().addValve(new RefusedRequest(publicUrl));
                }
            });
        }
    }
}
