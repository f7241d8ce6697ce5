package vn.songhanh.contacts;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import vn.songhanh.contacts.company.Company;
import vn.songhanh.contacts.company.CompanyId;
import vn.songhanh.contacts.company.TaxCode;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Viewer;

/**
 * Finds contacts and companies as files name them: accents and case of names do not count, and of several the oldest is
 * meant. Answers are by the text as it was given; what names nothing that the viewer may see is absent.
 */
@Component
public class Directory {

    private final DirectoryStore store;

    Directory(DirectoryStore store) {
        this.store = store;
    }

    /** @param by {@code name}, {@code taxCode} or {@code domain} */
    public Map<String, CompanyId> companies(Viewer viewer, Collection<String> texts, String by) {
        return found(texts, text -> companyKey(by, text), CompanyId::new, keys -> store.companies(viewer, by, keys));
    }

    /** What a company is looked up by. */
    public static String companyKey(String by, String text) {
        return switch (by) {
            case "taxCode" -> TaxCode.parse(text).map(TaxCode::value).orElse(text);
            case "domain" -> Company.domain(text).orElse(text);
            default -> Text.fold(text);
        };
    }

    /** @param by {@code name}, {@code email} or {@code phone} */
    public Map<String, ContactId> contacts(Viewer viewer, Collection<String> texts, String by) {
        UnaryOperator<String> key = switch (by) {
            case "phone" -> text -> Phones.parse(text).orElse("");
            case "email" -> Emails::sought;
            default -> Text::fold;
        };
        return found(
                texts,
                key,
                ContactId::new,
                keys -> by.equals("name")
                        ? store.contactsByName(viewer, keys)
                        : store.contactsByIdentity(viewer, keys));
    }

    private static <T> Map<String, T> found(
            Collection<String> texts,
            UnaryOperator<String> key,
            Function<UUID, T> id,
            Function<String[], Map<String, UUID>> ask) {
        if (texts.isEmpty()) {
            return Map.of();
        }
        Map<String, UUID> byKey = ask.apply(texts.stream().map(key).distinct().toArray(String[]::new));
        Map<String, T> found = new HashMap<>();
        for (String text : texts) {
            UUID match = byKey.get(key.apply(text));
            if (match != null) {
                found.put(text, id.apply(match));
            }
        }
        return found;
    }
}
