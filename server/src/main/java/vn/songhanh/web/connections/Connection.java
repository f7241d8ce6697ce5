package vn.songhanh.web.connections;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.tomcat.util.net.NioChannel;

/** One connection of the web server: what has come of a request that is not whole yet, and the pace of its other side. */
final class Connection extends NioChannel {

    /** Whether the head of a request, all that comes before its body, is there. */
    enum Head {
        /** As before, or a little more. */
        AWAITED,
        /** The first bytes of it came. */
        BEGUN,
        WHOLE,
        /** Closed by the other side, or too slow for us. */
        GONE
    }

    private final ConnectionBuffers buffers;
    private final Pace in;
    private final Pace out;
    private final int longest;
    private final long headPatience;
    private int looked;

    /** In nanoseconds, never zero; zero while nothing of a head is there. */
    private long begunAt;

    private boolean kept;

    /**
     * @param longest how many bytes of a head are waited for; what goes on after them the web server refuses
     * @param headPatience how long one may take in all, from its first byte
     */
    Connection(ConnectionBuffers buffers, Duration patience, int longest, Duration headPatience) {
        super(buffers);
        this.buffers = buffers;
        this.in = new Pace(patience);
        this.out = new Pace(patience);
        this.longest = longest;
        this.headPatience = headPatience.toNanos();
    }

    /** Takes what has come by now, without waiting for more. */
    Head look() throws IOException {
        buffers.configureReadBufferForWrite();
        while (true) {
            ByteBuffer head = buffers.getReadBuffer();
            if (!head.hasRemaining()) {
                if (head.capacity() >= longest) {
                    return Head.WHOLE;
                }
                buffers.growIn(Math.min(longest, head.capacity() * 2));
                head = buffers.getReadBuffer();
            }
            int count = super.read(head);
            if (count != 0 && isWhole(head)) {
                return Head.WHOLE;
            }
            if (count < 0) {
                return Head.GONE;
            }
            if (count == 0) {
                return awaited(head.position() > 0);
            }
        }
    }

    private Head awaited(boolean some) {
        if (some && begunAt == 0) {
            begunAt = System.nanoTime() | 1;
            return Head.BEGUN;
        }
        return begunAt != 0 && System.nanoTime() - begunAt > headPatience ? Head.GONE : Head.AWAITED;
    }

    /** An empty line after something that is not empty. What cannot become a request is left to whoever refuses it. */
    private boolean isWhole(ByteBuffer head) {
        int end = head.position();
        int first = 0;
        while (first < end && isLineBreak(head.get(first))) {
            first++;
        }
        if (first < end && head.get(first) <= ' ') {
            return true;
        }
        for (int i = Math.max(first + 1, looked - 3); i < end; i++) {
            if (head.get(i) == '\n'
                    && (head.get(i - 1) == '\n' || (i > 2 && head.get(i - 1) == '\r' && head.get(i - 2) == '\n'))) {
                return true;
            }
        }
        looked = end;
        return false;
    }

    private static boolean isLineBreak(byte b) {
        return b == '\r' || b == '\n';
    }

    /** The request is about to be served. */
    void begin() {
        looked = 0;
        begunAt = 0;
        buffers.growIn(ConnectionBuffers.REQUEST);
        in.begin();
        out.begin();
    }

    /** The request was served, and nothing of the next one is known. */
    void rest() {
        buffers.rest();
    }

    /**
     * Whether the web server keeps the beginning of a next request that it has read itself.
     *
     * @return whether that is new
     */
    boolean keeps(boolean beginning) {
        boolean news = kept != beginning;
        kept = beginning;
        return news;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        return in.moved(super.read(to), System.nanoTime());
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        return from.hasRemaining() ? out.moved(super.write(from), System.nanoTime()) : 0;
    }
}
