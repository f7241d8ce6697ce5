package vn.songhanh.workspace.customfields;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Text;

/**
 * What a caller says about a custom field, new or changed.
 *
 * @param key may be left out of a new one; it is then made from the English label
 * @param label one of the two languages is enough
 */
public record CustomFieldInput(
        @Nullable RecordKind kind,
        @Nullable String key,
        CustomField.@Nullable Type type,
        @Nullable Label label,
        @Nullable List<String> choices,
        @Nullable Integer position,
        @Nullable Boolean archived) {

    private static final Pattern KEY = Pattern.compile("[a-z][a-zA-Z0-9_]{0,39}");
    private static final int MOST_CHOICES = 200;

    public record Label(@Nullable String vi, @Nullable String en) {}

    record Checked(
            RecordKind kind,
            String key,
            CustomField.Type type,
            CustomField.Label label,
            List<String> choices,
            @Nullable Integer position,
            boolean archived) {}

    static CustomFieldInput of(CustomField field) {
        return new CustomFieldInput(
                field.kind(),
                field.key(),
                field.type(),
                new Label(field.label().vi(), field.label().en()),
                field.choices(),
                field.position(),
                field.archived());
    }

    /** @param kinds those of record that have a column for them */
    Checked checked(List<RecordKind> kinds) {
        String vi = label == null ? null : Text.cleanOrNull(label.vi(), "label.vi");
        String en = label == null ? null : Text.cleanOrNull(label.en(), "label.en");
        String any = Objects.requireNonNullElse(en, Objects.requireNonNullElse(vi, ""));
        String name = key == null ? made(any) : key;
        List<String> clean = cleanChoices();
        boolean chooses = type == CustomField.Type.CHOICE;
        new Invalid.Check()
                .that(kind != null, "kind", "required")
                .that(kind == null || kinds.contains(kind), "kind", "unknown-choice", Map.of("allowed", kinds))
                .that(type != null, "type", "required")
                .that(!any.isEmpty(), "label", "required")
                .that(any.length() <= 100, "label", "too-long", Map.of("max", 100))
                .that(any.isEmpty() || KEY.matcher(name).matches(), "key", "not-a-key")
                .that(!chooses || !clean.isEmpty(), "choices", "required")
                .that(clean.size() <= MOST_CHOICES, "choices", "too-many", Map.of("max", MOST_CHOICES))
                .done();
        return new Checked(
                Objects.requireNonNull(kind),
                name,
                Objects.requireNonNull(type),
                new CustomField.Label(vi == null ? any : vi, en == null ? any : en),
                clean,
                position,
                Boolean.TRUE.equals(archived));
    }

    private List<String> cleanChoices() {
        Set<String> clean = new LinkedHashSet<>();
        for (String choice : choices == null ? List.<String>of() : choices) {
            String text = Text.clean(choice, "choices");
            if (text.isEmpty() || text.length() > CustomField.LONGEST_ITEM) {
                throw new Invalid("choices", "out-of-range", Map.of("min", 1, "max", CustomField.LONGEST_ITEM));
            }
            clean.add(text);
        }
        return List.copyOf(clean);
    }

    /** {@code Ngày sinh nhật} becomes {@code ngaySinhNhat}. */
    private static String made(String label) {
        StringBuilder key = new StringBuilder();
        for (String word : Text.fold(label).split("[^a-z0-9]+")) {
            if (!word.isEmpty()) {
                key.append(key.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
            }
        }
        String full = Character.isDigit(key.isEmpty() ? 'x' : key.charAt(0)) ? "x" + key : key.toString();
        return full.substring(0, Math.min(40, full.length()));
    }
}
