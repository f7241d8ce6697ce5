package vn.songhanh.workspace.audit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Vouches for a run of entries and, since it digests the seal before it, for everything before them.
 *
 * @param upto the place of its last entry
 * @param total the entries of all seals up to this one
 */
record AuditSeal(long number, Place upto, long entries, long total, byte[] digest, Instant at) {

    /** What the first seal builds on. */
    static final AuditSeal NONE = new AuditSeal(0, new Place(0, new UUID(0, 0)), 0, 0, new byte[32], Instant.EPOCH);

    /** Where an entry lies in the chain: by its transaction, and by its id within it. Ordered as PostgreSQL orders. */
    record Place(long xid, UUID id) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            if (xid != other.xid) {
                return Long.compare(xid, other.xid);
            }
            int high = Long.compareUnsigned(id.getMostSignificantBits(), other.id.getMostSignificantBits());
            return high != 0
                    ? high
                    : Long.compareUnsigned(id.getLeastSignificantBits(), other.id.getLeastSignificantBits());
        }
    }

    record Placed(Place place, AuditEntry entry) {}

    /** The seal over what follows this one. */
    AuditSeal next(List<Placed> following, Instant now) {
        Instant sealedAt = now.truncatedTo(ChronoUnit.MICROS);
        MessageDigest sealing = begin(number + 1, sealedAt);
        following.forEach(placed -> placed.entry().addTo(sealing));
        return new AuditSeal(
                number + 1,
                following.getLast().place(),
                following.size(),
                total + following.size(),
                sealing.digest(),
                sealedAt);
    }

    /** What the digest of the next seal begins with. */
    MessageDigest begin(long next, Instant sealedAt) {
        MessageDigest sealing = Audit.sha256();
        sealing.update(digest);
        sealing.update(ByteBuffer.allocate(20)
                .putLong(next)
                .putLong(sealedAt.getEpochSecond())
                .putInt(sealedAt.getNano())
                .array());
        return sealing;
    }
}
