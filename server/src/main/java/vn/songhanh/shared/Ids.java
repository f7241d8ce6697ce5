package vn.songhanh.shared;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes and reads UUIDs. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /**
     * A version 7 UUID (RFC 9562): 48 bits of Unix milliseconds, 12 bits that count within the millisecond, 62 random
     * bits. Ids of one process ascend, so that rows made together lie together in an index.
     */
    public static UUID next() {
        long floor = System.currentTimeMillis() << 12;
        long stamp = LAST.updateAndGet(last -> Math.max(last + 1, floor));
        long high = (stamp >>> 12) << 16 | 0x7000L | (stamp & 0xFFFL);
        long low = RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /**
     * Reads the 36-character form only; {@link UUID#fromString} also takes shorter ones.
     *
     * @throws NotFound when the text is no UUID: no record has such an id
     */
    public static UUID parse(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text.toLowerCase(Locale.ROOT))) {
                return id;
            }
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound("record", text, notAnId);
        }
        throw new NotFound("record", text);
    }
}
