package vn.songhanh.web.connections;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/** HTTP as Tomcat speaks it, behind a {@link Gate}. */
public final class GatedProtocol extends Http11NioProtocol {

    private int maxServed = 512;
    private Duration patience = Duration.ofSeconds(15);
    private byte[] busy = "HTTP/1.1 503 \r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** As the web server makes it, by its name. */
    public GatedProtocol() {
        this(new Endpoint());
    }

    private GatedProtocol(Endpoint endpoint) {
        super(endpoint);
        endpoint.protocol = this;
        endpoint.setHandler(new Gate(endpoint.getHandler(), this));
    }

    public int getMaxServed() {
        return maxServed;
    }

    /** How many requests may be under way at once. */
    public void setMaxServed(int most) {
        maxServed = most;
    }

    public long getPatience() {
        return patience.toMillis();
    }

    /** @param millis that one side of a request may be waited for, before what it has moved counts: see {@link Pace} */
    public void setPatience(long millis) {
        patience = Duration.ofMillis(millis);
    }

    byte[] busy() {
        return busy;
    }

    /** @param answer all of it, for those who come when too many are served already */
    public void setBusy(byte[] answer) {
        busy = answer;
    }

    private static final class Endpoint extends NioEndpoint {

        private @Nullable GatedProtocol protocol;

        @Override
        protected NioChannel createChannel(SocketBufferHandler unused) {
            GatedProtocol its = Objects.requireNonNull(protocol);
            int longest = its.getMaxHttpRequestHeaderSize() + ConnectionBuffers.REQUEST;
            return new Connection(
                    new ConnectionBuffers(), its.patience, longest, Duration.ofMillis(its.getConnectionTimeout()));
        }
    }
}
