package vn.songhanh.web.connections;

import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * How long the other side lets us wait for its bytes, or for taking ours, all waits of a request together: a while, and
 * a second more for every {@value #BYTES_A_SECOND} bytes. A limit on each single wait is kept by a byte now and then.
 */
final class Pace {

    static final int BYTES_A_SECOND = 4 << 10;

    private static final long NANOS_A_BYTE = Duration.ofSeconds(1).toNanos() / BYTES_A_SECOND;

    private final long patience;
    private long bytes;
    private long waited;
    private long since;

    Pace(Duration patience) {
        this.patience = patience.toNanos();
    }

    void begin() {
        bytes = 0;
        waited = 0;
        since = 0;
    }

    /**
     * @param count how many bytes an attempt moved that does not wait; none: whatever comes next has waited
     * @throws SocketTimeoutException when it all takes too long
     */
    int moved(int count, long now) throws SocketTimeoutException {
        if (since != 0) {
            waited += now - since;
            since = 0;
        }
        if (count == 0) {
            // Zero says that nobody waits.
            since = now == 0 ? 1 : now;
        } else if (count > 0) {
            bytes += count;
        }
        if (waited > patience + bytes * NANOS_A_BYTE) {
            throw new SocketTimeoutException("slower than " + BYTES_A_SECOND + " bytes a second");
        }
        return count;
    }
}
