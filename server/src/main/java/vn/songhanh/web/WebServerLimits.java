package vn.songhanh.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.coyote.ProtocolHandler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import vn.songhanh.web.connections.GatedProtocol;

/** What the web server bears, so that memory ends for nobody: the arithmetic stands in ADR 17. */
@Component
class WebServerLimits implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final String publicUrl;
    private final int maxServed;
    private final long patience;

    WebServerLimits(
            @Value("${SONGHANH_PUBLIC_URL:}") String publicUrl,
            @Value("${songhanh.requests.at-once:512}") int maxServed,
            @Value("${songhanh.requests.patience:15000}") long patience) {
        this.publicUrl = publicUrl;
        this.maxServed = maxServed;
        this.patience = patience;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(GatedProtocol.class.getName());
        factory.addConnectorCustomizers(connector -> {
            // Closed connections leave nothing behind to be used again; buffers are kept apart.
            connector.setProperty("socket.bufferPool", "0");
            connector.setProperty("socket.appReadBufSize", "0");
            connector.setProperty("socket.appWriteBufSize", "0");
            // Nobody is asked for a body that is not read.
            connector.setProperty("continueResponseTiming", "onRead");
            ProtocolHandler protocol = connector.getProtocolHandler();
            if (protocol instanceof GatedProtocol gated) {
                gated.setMaxServed(maxServed);
                gated.setPatience(patience);
                gated.setBusy(busy());
            }
        });
    }

    /** Written to a connection as it is. */
    private byte[] busy() {
        String body = RefusedRequest.problem(503);
        StringBuilder answer = new StringBuilder("HTTP/1.1 503 \r\n");
        Map<String, String> headers = SecurityHeaders.of(publicUrl);
        headers.forEach(
                (name, value) -> answer.append(name).append(": ").append(value).append("\r\n"));
        answer.append("Content-Type: ")
                .append(MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .append("\r\nContent-Length: ")
                .append(body.length())
                .append("\r\nCache-Control: no-store\r\nRetry-After: 5\r\nConnection: close\r\n\r\n")
                .append(body);
        return answer.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
