package vn.songhanh.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Answers what Tomcat refuses before anybody else has seen it, such as headers of more than 32 KB, as a problem like
 * every other. The language that the caller wants is not known there, so it says nothing but the status.
 */
public final class RefusedRequest extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(RefusedRequest.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable cause) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] problem = "{\"type\":\"/problems/http-%1$d\",\"status\":%1$d}"
                .formatted(status)
                .getBytes(StandardCharsets.UTF_8);
        try {
            response.getOutputStream().write(problem);
            response.finishResponse();
        } catch (IOException gone) {
            log.debug("Client went away", gone);
        }
    }

    @Component
    static class InPlaceOfTomcats implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(RefusedRequest.class.getName());
                }
            });
        }
    }
}
