package vn.songhanh.contacts;

import static vn.songhanh.jooq.contacts.Tables.CONTACT;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.NameSearch;
import vn.songhanh.shared.NameSource;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.SearchSource;
import vn.songhanh.shared.Viewer;

/** Finds contacts by a part of their name, the beginning of an e-mail address, or a telephone number. */
@Component
@Order(1)
class ContactSearch implements SearchSource, NameSource {

    private static final Pattern NUMBER = Pattern.compile("\\+?[\\d\\s.()-]{4,25}");

    /** No syllable of a Vietnamese name has more than seven letters: a longer word, or one with a digit, is rarely a name. */
    private static final Pattern LOCAL_PART =
            Pattern.compile("(?=.*[\\d._+-]|.{8})[\\p{L}\\d.!#$&'*+/=?^_`{|}~-]{3,64}");

    private static final Field<String> EMAIL = DSL.arrayGet(CONTACT.EMAILS, 1);
    private static final Field<String> PHONE = DSL.arrayGet(CONTACT.PHONES, 1);

    private final ContactStore store;

    ContactSearch(ContactStore store) {
        this.store = store;
    }

    static NameSearch of(String text) {
        NameSearch byName = NameSearch.of(text, CONTACT.FULL_NAME, CONTACT.FOLDED);
        if (text.contains("@")) {
            return byName.newest(byEmail(text));
        }
        if (NUMBER.matcher(text).matches()) {
            return byName.newest(byPhone(text));
        }
        return LOCAL_PART.matcher(text).matches() ? byName.orElse(beginsEmail(text)) : byName;
    }

    @Override
    public RecordKind kind() {
        return ContactKinds.CONTACT;
    }

    @Override
    public List<Hit> search(Viewer viewer, String needle, int limit) {
        return store.search(viewer, of(needle), limit).stream()
                .map(contact -> new Hit(
                        ContactKinds.CONTACT,
                        contact.id().value(),
                        contact.contact().details().name().fullName(),
                        subtitle(contact)))
                .toList();
    }

    @Override
    public Map<UUID, String> names(Viewer viewer, Collection<UUID> ids) {
        return store.names(viewer, ids);
    }

    private static @Nullable String subtitle(ContactView contact) {
        if (contact.companyName() != null) {
            return contact.companyName();
        }
        Reach reach = contact.contact().details().reach();
        return reach.email() == null ? reach.phone() : reach.email();
    }

    private static Condition byEmail(String text) {
        return beginsEmail(text).or(ContactStore.hasIdentity(Emails.sought(text)));
    }

    private static Condition beginsEmail(String text) {
        return EMAIL.like(NameSearch.escaped(text.toLowerCase(Locale.ROOT)) + "%");
    }

    /** A whole number in any spelling, or the beginning of one. */
    private static Condition byPhone(String text) {
        String bare = text.replaceAll("[\\s.()-]", "");
        String e164 = Phones.parse(text).orElse(bare);
        String beginning = bare.startsWith("0") ? "+84" + bare.substring(1) : bare;
        return ContactStore.hasIdentity(e164)
                .or(PHONE.like(beginning + "%"))
                .or(bare.startsWith("84") ? PHONE.like("+" + bare + "%") : DSL.falseCondition());
    }
}
