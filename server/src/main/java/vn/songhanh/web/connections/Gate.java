package vn.songhanh.web.connections;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before Tomcat's own handling of connections. A request reaches it, and gets the 100 KB that serving takes, when
 * its head is whole; until then its connection costs some 5 KB. So many at once are served; whoever comes beyond that is
 * told to come again.
 *
 * <p>The time for a head is Tomcat's {@code connectionTimeout}, of all of it together. Tomcat closes what stands still; it
 * looks only now and then, and overlooks what just then moves.
 */
final class Gate implements Handler<NioChannel> {

    /** Heads that came in part behind a request on the same connection, which Tomcat has begun to read. */
    static final int MOST_KEPT = 64;

    private static final Logger log = LoggerFactory.getLogger(Gate.class);

    private final Handler<NioChannel> tomcats;
    private final GatedProtocol protocol;
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger kept = new AtomicInteger();

    Gate(Handler<NioChannel> tomcats, GatedProtocol protocol) {
        this.tomcats = tomcats;
        this.protocol = protocol;
    }

    @Override
    public SocketState process(SocketWrapperBase<NioChannel> wrapper, SocketEvent event) {
        if (!(wrapper.getSocket() instanceof Connection connection)) {
            return tomcats.process(wrapper, event);
        }
        if (event != SocketEvent.OPEN_READ || wrapper.getCurrentProcessor() != null) {
            return after(tomcats.process(wrapper, event), wrapper, connection);
        }
        try {
            return switch (connection.look()) {
                case GONE -> SocketState.CLOSED;
                case AWAITED -> await(wrapper);
                case BEGUN -> {
                    ((NioSocketWrapper) wrapper).updateLastRead();
                    wrapper.setReadTimeout(protocol.getConnectionTimeout());
                    yield await(wrapper);
                }
                case WHOLE -> serve(wrapper, connection, event);
            };
        } catch (IOException gone) {
            log.debug("A client went away", gone);
            return SocketState.CLOSED;
        }
    }

    private static SocketState await(SocketWrapperBase<NioChannel> wrapper) {
        wrapper.registerReadInterest();
        return SocketState.LONG;
    }

    private SocketState serve(SocketWrapperBase<NioChannel> wrapper, Connection connection, SocketEvent event)
            throws IOException {
        try {
            if (served.incrementAndGet() > protocol.getMaxServed()) {
                connection.write(ByteBuffer.wrap(protocol.busy()));
                return SocketState.CLOSED;
            }
            connection.begin();
            return after(tomcats.process(wrapper, event), wrapper, connection);
        } finally {
            served.decrementAndGet();
        }
    }

    private SocketState after(SocketState state, SocketWrapperBase<NioChannel> wrapper, Connection connection) {
        boolean keeps = state == SocketState.LONG
                && wrapper.getCurrentProcessor() instanceof Processor processor
                && !processor.isAsync();
        if (connection.keeps(keeps) && (keeps ? kept.incrementAndGet() : kept.decrementAndGet()) > MOST_KEPT) {
            return SocketState.CLOSED;
        }
        if (state == SocketState.OPEN) {
            connection.rest();
        }
        return state;
    }

    @Override
    public void release(SocketWrapperBase<NioChannel> wrapper) {
        if (wrapper.getSocket() instanceof Connection connection && connection.keeps(false)) {
            kept.decrementAndGet();
        }
        tomcats.release(wrapper);
    }

    @Override
    public Object getGlobal() {
        return tomcats.getGlobal();
    }

    @Override
    public void pause() {
        tomcats.pause();
    }

    @Override
    public void recycle() {
        tomcats.recycle();
    }
}
