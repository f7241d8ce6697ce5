package vn.songhanh.web.connections;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.tomcat.util.net.SocketBufferHandler;

/**
 * The buffers of one connection, as large as what they hold: {@value #IDLE} bytes while it waits for a request, and only
 * while it answers one the {@value #ANSWER} bytes in which a page of records goes out in one write.
 */
final class ConnectionBuffers extends SocketBufferHandler {

    static final int IDLE = 1 << 10;
    static final int REQUEST = 8 << 10;
    static final int ANSWER = 64 << 10;

    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    /** To be used again: making one costs more than sending a short answer. */
    private static final BlockingQueue<ByteBuffer> SPARE = new ArrayBlockingQueue<>(32);

    private ByteBuffer in = ByteBuffer.allocate(IDLE);
    private boolean fillingIn = true;
    private ByteBuffer out = NONE;
    private boolean fillingOut = true;

    ConnectionBuffers() {
        super(0, 0, false);
    }

    /** Room for more of what comes in; what is there stays. */
    void growIn(int capacity) {
        configureReadBufferForWrite();
        if (in.capacity() < capacity) {
            in = ByteBuffer.allocate(capacity).put(in.flip());
        }
    }

    /** Nothing is under way: nothing need be held. By whoever has the connection to himself. */
    void rest() {
        if (isWriteBufferEmpty() && out != NONE) {
            SPARE.offer(out);
            out = NONE;
            fillingOut = true;
        }
        if (isReadBufferEmpty() && in.capacity() > IDLE) {
            in = ByteBuffer.allocate(IDLE);
            fillingIn = true;
        }
    }

    @Override
    public void configureReadBufferForWrite() {
        if (!fillingIn) {
            in.compact();
            fillingIn = true;
        }
    }

    @Override
    public void configureReadBufferForRead() {
        if (fillingIn) {
            in.flip();
            fillingIn = false;
        }
    }

    @Override
    public ByteBuffer getReadBuffer() {
        return in;
    }

    @Override
    public boolean isReadBufferEmpty() {
        return fillingIn ? in.position() == 0 : !in.hasRemaining();
    }

    @Override
    public void unReadReadBuffer(ByteBuffer returned) {
        configureReadBufferForRead();
        ByteBuffer all = ByteBuffer.allocate(Math.max(in.capacity(), returned.remaining() + in.remaining()));
        in = all.put(returned).put(in);
        fillingIn = true;
    }

    @Override
    public void configureWriteBufferForWrite() {
        if (out == NONE) {
            ByteBuffer spare = SPARE.poll();
            out = spare == null ? ByteBuffer.allocate(ANSWER) : spare.clear();
        } else if (!fillingOut) {
            out.compact();
        }
        fillingOut = true;
    }

    @Override
    public void configureWriteBufferForRead() {
        if (fillingOut) {
            out.flip();
            fillingOut = false;
        }
    }

    @Override
    public ByteBuffer getWriteBuffer() {
        return out;
    }

    @Override
    public boolean isWriteBufferWritable() {
        return out == NONE || (fillingOut ? out.hasRemaining() : !out.hasRemaining());
    }

    @Override
    public boolean isWriteBufferEmpty() {
        return fillingOut ? out.position() == 0 : !out.hasRemaining();
    }

    @Override
    public void reset() {
        in = ByteBuffer.allocate(IDLE);
        fillingIn = true;
        out = NONE;
        fillingOut = true;
    }

    @Override
    public void expand(int newSize) {
        growIn(newSize);
    }

    @Override
    public void free() {
        // The heap's, and so the collector's.
    }
}
