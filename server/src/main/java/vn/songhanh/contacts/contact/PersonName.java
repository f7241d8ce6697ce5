package vn.songhanh.contacts.contact;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Invalid;

/**
 * A name by Vietnamese rules: family, middle, given. People are greeted and sorted by the last word; the middle lives
 * only in the full name.
 *
 * @param familyName none for a name of one word
 */
public record PersonName(String fullName, @Nullable String familyName, String givenName) {

    public static final PersonName NONE = new PersonName("", null, "");

    public PersonName {
        fullName = Objects.requireNonNullElse(fullName, "");
        givenName = Objects.requireNonNullElse(givenName, "");
    }

    /**
     * From whatever is known of it: the full name alone is split, the parts alone are joined, and parts that are given
     * with the full name say where a name that is not Vietnamese divides ("John Smith": Smith, John).
     *
     * @throws Invalid without any part, or with parts that the full name does not hold
     */
    public static PersonName of(@Nullable String full, @Nullable String family, @Nullable String given) {
        String whole = full == null ? join(family, given) : full.replaceAll("\\s+", " ");
        if (whole.isEmpty()) {
            throw new Invalid("fullName", "required");
        }
        new Invalid.Check()
                .that(family == null || holds(whole, family), "familyName", "not-in-full-name")
                .that(given == null || holds(whole, given), "givenName", "not-in-full-name")
                .done();
        if (given != null) {
            return new PersonName(whole, family, given);
        }
        int last = whole.lastIndexOf(' ');
        String lastWord = whole.substring(last + 1);
        String firstWord = last < 0 ? null : whole.substring(0, whole.indexOf(' '));
        return new PersonName(whole, family == null ? firstWord : family, lastWord);
    }

    /** The name after an edit: the part that was changed wins over those that were not. */
    public PersonName edited(@Nullable String newFull, @Nullable String newFamily, @Nullable String newGiven) {
        boolean otherFamily = !Objects.equals(newFamily, familyName);
        boolean otherGiven = !Objects.equals(newGiven, givenName);
        if (newFull != null && !newFull.equals(fullName)) {
            return of(newFull, otherFamily ? newFamily : null, otherGiven ? newGiven : null);
        }
        if (!otherFamily && !otherGiven) {
            return this;
        }
        String middle = middle();
        boolean inFamily = newFamily != null && (" " + newFamily).endsWith(" " + middle);
        String before = inFamily ? newFamily : join(newFamily, middle);
        return of(join(before, newGiven == null ? givenName : newGiven), newFamily, newGiven);
    }

    /**
     * The name with what a file says of it: a full name takes the place of the old, a part that of the old part.
     *
     * @param named the fields that the file has a value for
     */
    public PersonName filledWith(PersonName file, Set<String> named) {
        if (named.contains("fullName")) {
            return file;
        }
        return edited(
                null,
                named.contains("familyName") ? file.familyName : familyName,
                named.contains("givenName") ? file.givenName : givenName);
    }

    private String middle() {
        String rest = fullName;
        if (familyName != null && rest.startsWith(familyName + " ")) {
            rest = rest.substring(familyName.length() + 1);
        }
        return rest.equals(givenName)
                ? ""
                : rest.endsWith(" " + givenName) ? rest.substring(0, rest.length() - givenName.length() - 1) : "";
    }

    private static boolean holds(String whole, String part) {
        return (" " + whole + " ").contains(" " + part + " ");
    }

    private static String join(@Nullable String first, @Nullable String second) {
        if (first == null || first.isEmpty()) {
            return second == null ? "" : second;
        }
        return second == null || second.isEmpty() ? first : first + " " + second;
    }
}
