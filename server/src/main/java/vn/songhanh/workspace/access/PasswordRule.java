package vn.songhanh.workspace.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Invalid;

/**
 * A password has {@value #SHORTEST} to {@value #LONGEST} characters, of whatever kind, and is not one of those that
 * leaked lists begin with.
 */
public final class PasswordRule {

    static final int SHORTEST = 8;
    static final int LONGEST = 128;

    private static final class Leaked {
        static final Set<String> PASSWORDS = read();
    }

    private PasswordRule() {}

    /** The first thing that is wrong with the password. */
    public static Optional<Invalid.FieldError> fault(@Nullable String password, String field) {
        if (password == null || password.isEmpty()) {
            return Optional.of(new Invalid.FieldError(field, "required", Map.of()));
        }
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(new Invalid.FieldError(field, "password-too-short", Map.of("min", SHORTEST)));
        }
        if (length > LONGEST) {
            return Optional.of(new Invalid.FieldError(field, "too-long", Map.of("max", LONGEST)));
        }
        String lower = password.toLowerCase(Locale.ROOT);
        boolean wellKnown =
                Leaked.PASSWORDS.contains(lower) || lower.chars().distinct().count() < 4;
        return wellKnown
                ? Optional.of(new Invalid.FieldError(field, "password-well-known", Map.of()))
                : Optional.empty();
    }

    private static Set<String> read() {
        try (InputStream stream =
                        Objects.requireNonNull(PasswordRule.class.getResourceAsStream("leaked-passwords.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
