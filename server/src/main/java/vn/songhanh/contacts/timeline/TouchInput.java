package vn.songhanh.contacts.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Text;

/**
 * What a person logs: a call, a visit, a note.
 *
 * @param at when it took place; now unless said otherwise, and never in the future
 * @param direction {@link Direction#OUT} unless said otherwise; a note has none
 */
public record TouchInput(
        @Nullable TouchKind kind,
        @Nullable String text,
        @Nullable Instant at,
        @Nullable Direction direction) {

    static final int MAX_TEXT = 10_000;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    /** What is logged, with whom it is logged of. */
    public record Of(UUID subject, TouchInput input) {}

    record Touch(
            TouchKind kind,
            @Nullable String text,
            Instant at,
            @Nullable Direction direction) {}

    Touch checked(Instant now) {
        String clean = Text.cleanOrNull(text, "text");
        new Invalid.Check()
                .that(kind != null, "kind", "required")
                .that(clean != null || kind != TouchKind.NOTE, "text", "required")
                .that(clean == null || clean.length() <= MAX_TEXT, "text", "too-long", Map.of("max", MAX_TEXT))
                .that(at == null || !at.isAfter(now.plus(CLOCKS_DIFFER)), "at", "in-the-future")
                .that(at == null || at.isAfter(Instant.EPOCH), "at", "too-long-ago")
                .that(direction == null || kind != TouchKind.NOTE, "direction", "notes-have-no-direction")
                .done();
        TouchKind checkedKind = kind == null ? TouchKind.NOTE : kind;
        boolean directed = checkedKind.isContact();
        return new Touch(
                checkedKind, clean, at == null ? now : at, directed && direction == null ? Direction.OUT : direction);
    }
}
