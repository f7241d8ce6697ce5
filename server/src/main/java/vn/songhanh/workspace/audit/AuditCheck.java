package vn.songhanh.workspace.audit;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Iterator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of walking the whole chain.
 *
 * @param seals how many fit, one after the other from the first
 * @param entries how many those vouch for
 * @param broken where it ceases to fit; null when it does to the end
 */
record AuditCheck(
        Instant at, long seals, long entries, @Nullable Broken broken) {

    enum Fault {
        SEAL_MISSING,
        ENTRY_REMOVED,
        ENTRY_ADDED,
        ENTRY_CHANGED,
        VALUES_CHANGED
    }

    /**
     * @param seal the first one that does not fit
     * @param entryId where one entry can be named
     * @param intactUntil when the last seal that fits was set; null when none does
     */
    record Broken(
            long seal,
            Fault fault,
            @Nullable UUID entryId,
            @Nullable Instant intactUntil) {}

    /** Both in the order of the chain, entries no further than the last seal. */
    static AuditCheck walk(Iterator<AuditSeal> seals, Iterator<AuditSeal.Placed> entries, Instant now) {
        AuditSeal last = AuditSeal.NONE;
        AuditSeal.Placed entry = next(entries);
        while (seals.hasNext()) {
            AuditSeal seal = seals.next();
            if (seal.number() != last.number() + 1) {
                return broken(last, now, Fault.SEAL_MISSING, null);
            }
            MessageDigest sealing = last.begin(seal.number(), seal.at());
            long count = 0;
            UUID forged = null;
            for (; entry != null && entry.place().compareTo(seal.upto()) <= 0; entry = next(entries)) {
                if (forged == null && !entry.entry().isWhole()) {
                    forged = entry.entry().id();
                }
                entry.entry().addTo(sealing);
                count++;
            }
            if (count != seal.entries()) {
                return broken(last, now, count < seal.entries() ? Fault.ENTRY_REMOVED : Fault.ENTRY_ADDED, null);
            }
            if (!MessageDigest.isEqual(sealing.digest(), seal.digest())) {
                return broken(last, now, Fault.ENTRY_CHANGED, null);
            }
            if (forged != null) {
                return broken(last, now, Fault.VALUES_CHANGED, forged);
            }
            last = seal;
        }
        return new AuditCheck(now, last.number(), last.total(), null);
    }

    private static AuditCheck broken(AuditSeal last, Instant now, Fault fault, @Nullable UUID entry) {
        Instant intactUntil = last.number() == 0 ? null : last.at();
        return new AuditCheck(
                now, last.number(), last.total(), new Broken(last.number() + 1, fault, entry, intactUntil));
    }

    private static AuditSeal.@Nullable Placed next(Iterator<AuditSeal.Placed> entries) {
        return entries.hasNext() ? entries.next() : null;
    }
}
