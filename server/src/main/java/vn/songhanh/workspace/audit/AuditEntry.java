package vn.songhanh.workspace.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Via;
import vn.songhanh.shared.Viewer;

/**
 * One change.
 *
 * @param before the values that changed as they were, a JSON object; null when there were none or they were erased
 * @param after the same as they became
 * @param salt null once the values were erased
 * @param digest of salt and values: without the salt nobody can find the values by trying
 */
record AuditEntry(
        UUID id,
        Instant at,
        @Nullable MemberId actor,
        Via via,
        RecordKind kind,
        UUID recordId,
        String action,
        @Nullable String before,
        @Nullable String after,
        byte @Nullable [] salt,
        byte[] digest) {

    static AuditEntry of(
            UUID id,
            Instant at,
            Viewer viewer,
            RecordKind kind,
            UUID recordId,
            String action,
            @Nullable String before,
            @Nullable String after,
            byte[] salt) {
        return new AuditEntry(
                id,
                at.truncatedTo(ChronoUnit.MICROS),
                viewer.actor(),
                viewer.via(),
                kind,
                recordId,
                action,
                before,
                after,
                salt,
                digest(salt, before, after));
    }

    /** Whether values, if they are still there, are those that were digested. */
    boolean isWhole() {
        return salt == null
                ? before == null && after == null
                : MessageDigest.isEqual(digest, digest(salt, before, after));
    }

    /** Adds all that an erasure leaves to a seal. */
    void addTo(MessageDigest seal) {
        ByteBuffer fixed = ByteBuffer.allocate(60);
        add(fixed, id).putLong(at.getEpochSecond()).putInt(at.getNano());
        add(fixed, actor == null ? new UUID(0, 0) : actor.value());
        add(fixed, recordId);
        seal.update(fixed.array());
        seal.update((via + "\0" + kind + "\0" + action + "\0").getBytes(StandardCharsets.UTF_8));
        seal.update(digest);
    }

    private static ByteBuffer add(ByteBuffer buffer, UUID id) {
        return buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static byte[] digest(byte[] salt, @Nullable String before, @Nullable String after) {
        MessageDigest digest = Audit.sha256();
        digest.update(salt);
        digest.update(bytes(before));
        digest.update((byte) 0);
        digest.update(bytes(after));
        return digest.digest();
    }

    private static byte[] bytes(@Nullable String text) {
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }
}
