package vn.songhanh.contacts.contact;

import static vn.songhanh.jooq.contacts.Tables.CONTACT;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.Emails;
import vn.songhanh.contacts.Phones;
import vn.songhanh.shared.NameSearch;
import vn.songhanh.shared.RecordSearch;

/** Finds contacts by a part of their name, the beginning of an e-mail address, or a telephone number. */
@Component
@Order(1)
class ContactSearch extends RecordSearch<ContactView> {

    private static final Pattern NUMBER = Pattern.compile("\\+?[\\d\\s.()-]{4,25}");

    /** No syllable of a Vietnamese name has more than seven letters: a longer word, or one with a digit, is rarely a name. */
    private static final Pattern LOCAL_PART =
            Pattern.compile("(?=.*[\\d._+-]|.{8})[\\p{L}\\d.!#$&'*+/=?^_`{|}~-]{3,64}");

    private static final Field<String> EMAIL = DSL.arrayGet(CONTACT.EMAILS, 1);
    private static final Field<String> PHONE = DSL.arrayGet(CONTACT.PHONES, 1);

    ContactSearch(ContactStore store) {
        super(ContactKinds.CONTACT, store);
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
    protected Hit hit(ContactView found) {
        return new Hit(
                kind(), found.id().value(), found.contact().details().name().fullName(), subtitle(found));
    }

    private static @Nullable String subtitle(ContactView contact) {
        if (contact.companyName() != null) {
            return contact.companyName();
        }
        Reach reach = contact.contact().details().reach();
        return reach.email() == null ? reach.phone() : reach.email();
    }

    private static Condition byEmail(String text) {
        return beginsEmail(text).or(ContactSql.hasIdentity(Emails.sought(text)));
    }

    private static Condition beginsEmail(String text) {
        return EMAIL.like(NameSearch.escaped(text.toLowerCase(Locale.ROOT)) + "%");
    }

    /** A whole number in any spelling, or the beginning of one. */
    private static Condition byPhone(String text) {
        String bare = text.replaceAll("[\\s.()-]", "");
        String e164 = Phones.parse(text).orElse(bare);
        String beginning = bare.startsWith("0") ? "+84" + bare.substring(1) : bare;
        return ContactSql.hasIdentity(e164)
                .or(PHONE.like(beginning + "%"))
                .or(bare.startsWith("84") ? PHONE.like("+" + bare + "%") : DSL.falseCondition());
    }
}
