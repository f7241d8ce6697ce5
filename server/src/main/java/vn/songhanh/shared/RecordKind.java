package vn.songhanh.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A kind of record that permissions, audit, custom fields, import and search speak of. Each module has its own, as
 * constants, and registers them.
 *
 * @param name {@code CONTACT}; what people send may be no kind that anybody has
 */
public record RecordKind(@JsonValue String name) implements Comparable<RecordKind> {

    @JsonCreator
    public static RecordKind valueOf(String name) {
        return new RecordKind(name);
    }

    /** As paths and scopes spell it: {@code contacts}, {@code companies}. */
    public String plural() {
        String word = name.toLowerCase(Locale.ROOT);
        return word.endsWith("y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
    }

    @Override
    public int compareTo(RecordKind other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
