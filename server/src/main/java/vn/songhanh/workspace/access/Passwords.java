package vn.songhanh.workspace.access;

import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.Invalid;

/** Argon2id with the parameters that OWASP recommends (19 MiB, two passes, one lane), of passwords that {@link PasswordRule} lets in. */
@Component
class Passwords {

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);

    /** What an unknown account is checked against, so that its answer takes as long as a known one's. */
    private final String nobodys = Objects.requireNonNull(argon2.encode(Token.random()));

    private final HashingLane lane;

    Passwords(HashingLane lane) {
        this.lane = lane;
    }

    /**
     * @throws Invalid when the password is none that {@link PasswordRule} lets in
     * @throws vn.songhanh.shared.Busy when too many are being hashed already
     */
    String hash(@Nullable String password, String field) {
        PasswordRule.fault(password, field).ifPresent(fault -> {
            throw new Invalid(List.of(fault));
        });
        String text = Objects.requireNonNull(password);
        return lane.run(() -> Objects.requireNonNull(argon2.encode(normal(text))));
    }

    /**
     * @param hash null when there is no such account, which takes just as long to find out
     * @throws vn.songhanh.shared.Busy when too many are being hashed already
     */
    boolean fits(@Nullable String password, @Nullable String hash) {
        String text = password == null || password.length() > PasswordRule.LONGEST * 2 ? "" : password;
        boolean fits = lane.run(() -> argon2.matches(normal(text), hash == null ? nobodys : hash));
        return fits && hash != null;
    }

    /** Before anything is written down of an attempt that there is no room for. */
    void requireRoom() {
        lane.requireRoom();
    }

    /** One accent typed on two keyboards can be two code points or one. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
