package vn.songhanh.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Input that cannot be taken: 400, with every field that is wrong. */
public final class Invalid extends Problem {

    /**
     * @param field the path of the field as the caller wrote it: {@code email}, {@code address.province},
     *     {@code filter.all[1].op}
     * @param code stable; its text is the message {@code error.<code>} with {@code args} filled in
     */
    public record FieldError(String field, String code, Map<String, ?> args) {}

    private final transient List<FieldError> errors;

    public Invalid(List<FieldError> errors) {
        super("invalid", Map.of(), null);
        this.errors = List.copyOf(errors);
    }

    public Invalid(String field, String code, Map<String, ?> args) {
        this(List.of(new FieldError(field, code, args)));
    }

    public Invalid(String field, String code) {
        this(field, code, Map.of());
    }

    /** With the place at which it stops being JSON. */
    public static Invalid notJson(String field, JacksonException malformed) {
        TokenStreamLocation at = malformed.getLocation();
        return new Invalid(
                field,
                "not-json",
                Map.of("line", at == null ? 1 : at.getLineNr(), "column", at == null ? 1 : at.getColumnNr()));
    }

    public List<FieldError> errors() {
        return errors;
    }

    @Override
    public int status() {
        return 400;
    }

    @Override
    public String getMessage() {
        return "invalid " + errors;
    }

    /** Gathers what is wrong, so that the caller learns of everything at once. */
    public static final class Check {

        private final List<FieldError> errors = new ArrayList<>();

        public Check that(boolean right, String field, String code) {
            return that(right, field, code, Map.of());
        }

        public Check that(boolean right, String field, String code, Map<String, ?> args) {
            if (!right) {
                errors.add(new FieldError(field, code, args));
            }
            return this;
        }

        public Check add(FieldError error) {
            errors.add(error);
            return this;
        }

        /** What the supplier gives; null, with its errors gathered, when that is invalid. */
        public <T> @Nullable T gather(Supplier<T> supplier) {
            try {
                return supplier.get();
            } catch (Invalid wrong) {
                errors.addAll(wrong.errors());
                return null;
            }
        }

        public boolean passed() {
            return errors.isEmpty();
        }

        /** @throws Invalid with everything gathered, if anything was */
        public void done() {
            if (!errors.isEmpty()) {
                throw new Invalid(errors);
            }
        }
    }
}
