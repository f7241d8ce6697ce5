package vn.songhanh.workspace.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.Invalid;

/**
 * Argon2id with the parameters that OWASP recommends (19 MiB, two passes, one lane). A password has {@value #SHORTEST}
 * to {@value #LONGEST} characters, of whatever kind, and is not one of those that leaked lists begin with.
 */
@Component
class Passwords {

    static final int SHORTEST = 8;
    static final int LONGEST = 128;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final Set<String> leaked = leaked();

    /** What an unknown account is checked against, so that its answer takes as long as a known one's. */
    private final String nobodys = Objects.requireNonNull(argon2.encode(Token.random()));

    /** Each hash takes 19 MiB and a core for a while; a flood of sign-ins must not take all of both. */
    private final Semaphore slots =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    /** @throws Invalid when it is too short, too long or well known */
    String hash(@Nullable String password, String field) {
        String text = password == null ? "" : password;
        int length = text.codePointCount(0, text.length());
        new Invalid.Check()
                .that(length >= SHORTEST, field, "password-too-short", Map.of("min", SHORTEST))
                .that(length <= LONGEST, field, "too-long", Map.of("max", LONGEST))
                .that(!wellKnown(text), field, "password-well-known")
                .done();
        return limited(() -> Objects.requireNonNull(argon2.encode(normal(text))));
    }

    /** @param hash null when there is no such account, which takes just as long to find out */
    boolean fits(@Nullable String password, @Nullable String hash) {
        String text = password == null || password.length() > LONGEST * 2 ? "" : password;
        boolean fits = limited(() -> argon2.matches(normal(text), hash == null ? nobodys : hash));
        return fits && hash != null;
    }

    private boolean wellKnown(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        return leaked.contains(lower) || lower.chars().distinct().count() < 4;
    }

    /** One accent typed on two keyboards can be two code points or one. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T> T limited(Supplier<T> work) {
        slots.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            slots.release();
        }
    }

    private static Set<String> leaked() {
        try (InputStream stream = Objects.requireNonNull(Passwords.class.getResourceAsStream("leaked-passwords.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
