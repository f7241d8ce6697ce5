package vn.songhanh.contacts.contact;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.Emails;
import vn.songhanh.contacts.Phones;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Text;

/**
 * By what somebody is reached.
 *
 * @param email the primary address; said together with {@code emails} it goes to their front
 * @param phone the primary number, likewise
 * @param emails lower case, the primary one first
 * @param phones E.164, the primary one first; see {@link Phones}
 */
public record Reach(@Nullable String email, @Nullable String phone, List<String> emails, List<String> phones) {

    public static final Reach NONE = new Reach(null, null, List.of(), List.of());

    private static final int MOST = 10;

    public Reach {
        emails = Objects.requireNonNullElse(emails, List.of());
        phones = Objects.requireNonNullElse(phones, List.of());
    }

    public static Reach of(List<String> emails, List<String> phones) {
        return new Reach(first(emails), first(phones), emails, phones);
    }

    private static @Nullable String first(List<String> list) {
        return list.isEmpty() ? null : list.getFirst();
    }

    /** What no two living contacts should share. A phone that could not be read is nobody's: many are "unknown". */
    public List<String> identities() {
        List<String> identities = new ArrayList<>(emails.size() + phones.size());
        identities.addAll(emails);
        phones.stream().filter(Phones::isNumber).forEach(identities::add);
        return identities;
    }

    public Reach and(Reach more) {
        return of(union(emails, more.emails), union(phones, more.phones));
    }

    private static List<String> union(List<String> these, List<String> those) {
        if (these.containsAll(those)) {
            return these;
        }
        SequencedSet<String> all = new LinkedHashSet<>(these);
        all.addAll(those);
        return List.copyOf(all);
    }

    /** @param asWritten whether telephone numbers that cannot be read stay as they were written */
    public Reach edited(Reach said, boolean asWritten, Invalid.Check check) {
        return of(
                edited("email", emails, said.email, said.emails, Emails::parse, check),
                edited(
                        "phone",
                        phones,
                        said.phone,
                        said.phones,
                        text -> asWritten ? Optional.of(Phones.parseOrKeep(text)) : readable(text),
                        check));
    }

    /** A number that an import kept as it was written may stay so. */
    private Optional<String> readable(String text) {
        return phones.contains(text) ? Optional.of(text) : Phones.parse(text);
    }

    /**
     * The list after an edit, each once. The primary one and the list can be changed apart: a new primary one takes
     * the place of the old, unless the list was changed too; then it goes to its front.
     */
    private static List<String> edited(
            String field,
            List<String> current,
            @Nullable String newPrimary,
            List<String> list,
            Function<String, Optional<String>> parser,
            Invalid.Check check) {
        boolean listChanged = !list.equals(current);
        boolean primaryChanged = !Objects.equals(newPrimary, first(current));
        if (!listChanged && !primaryChanged) {
            return current;
        }
        SequencedSet<String> all = new LinkedHashSet<>();
        if (primaryChanged && newPrimary != null) {
            add(all, newPrimary, field, field, parser, check);
        }
        List<String> rest = listChanged || current.isEmpty() ? list : current.subList(1, current.size());
        for (int i = 0; i < rest.size(); i++) {
            add(all, rest.get(i), field + "s[" + i + "]", field, parser, check);
        }
        check.that(all.size() <= MOST, field + "s", "too-many", Map.of("max", MOST));
        return List.copyOf(all);
    }

    private static void add(
            SequencedSet<String> all,
            @Nullable String text,
            String path,
            String kind,
            Function<String, Optional<String>> parser,
            Invalid.Check check) {
        String clean = Text.cleanOrNull(text, path);
        if (clean == null) {
            return;
        }
        Optional<String> parsed = clean.length() > 254 ? Optional.empty() : parser.apply(clean);
        parsed.ifPresentOrElse(
                all::add, () -> check.that(false, path, "not-" + (kind.equals("email") ? "an-email" : "a-phone")));
    }
}
