package vn.songhanh.contacts;

import static vn.songhanh.jooq.contacts.Tables.COMPANY;
import static vn.songhanh.jooq.contacts.Tables.CONTACT;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Viewer;
import vn.songhanh.shared.Visibility;

/**
 * Finds contacts and companies as files name them: accents and case of names do not count, and of several the oldest is
 * meant. Answers are by the text as it was given; what names nothing that the viewer may see is absent.
 */
@Component
public class Directory {

    private static final Field<String[]> IDENTITIES =
            DSL.field("{0} || {1}", CONTACT.EMAILS.getDataType(), CONTACT.EMAILS, CONTACT.PHONES);

    private final DSLContext db;

    Directory(DSLContext db) {
        this.db = db;
    }

    /** @param by {@code name}, {@code taxCode} or {@code domain} */
    public Map<String, CompanyId> companies(Viewer viewer, Collection<String> texts, String by) {
        Field<String> column = switch (by) {
            case "taxCode" -> COMPANY.TAX_CODE;
            case "domain" -> COMPANY.DOMAIN;
            default -> COMPANY.FOLDED;
        };
        return found(
                texts,
                text -> companyKey(by, text),
                CompanyId::new,
                keys -> db.select(column, COMPANY.ID)
                        .from(COMPANY)
                        .where(column.eq(DSL.any(keys)))
                        .and(COMPANY.DELETED_AT.isNull())
                        .and(Visibility.of(viewer, RecordKind.COMPANY, Action.READ, COMPANY.OWNER_ID, COMPANY.TEAM_ID))
                        .orderBy(COMPANY.CREATED_AT, COMPANY.ID));
    }

    /** What a company is looked up by. */
    static String companyKey(String by, String text) {
        return switch (by) {
            case "taxCode" -> TaxCode.parse(text).map(TaxCode::value).orElse(text);
            case "domain" -> Company.domain(text).orElse(text);
            default -> Text.fold(text);
        };
    }

    /** @param by {@code name}, {@code email} or {@code phone} */
    public Map<String, ContactId> contacts(Viewer viewer, Collection<String> texts, String by) {
        Field<String> identity = DSL.field("identity", String.class);
        UnaryOperator<String> key = switch (by) {
            case "phone" -> text -> Phones.parse(text).orElse(text);
            case "email" -> text -> text.toLowerCase(Locale.ROOT);
            default -> Text::fold;
        };
        return found(
                texts,
                key,
                ContactId::new,
                keys -> by.equals("name")
                        ? db.select(CONTACT.FOLDED, CONTACT.ID)
                                .from(CONTACT)
                                .where(CONTACT.FOLDED.eq(DSL.any(keys)))
                                .and(CONTACT.DELETED_AT.isNull())
                                .and(ContactStore.visibleTo(viewer))
                                .orderBy(CONTACT.CREATED_AT, CONTACT.ID)
                        : db.select(identity, CONTACT.ID)
                                .from(CONTACT)
                                .crossJoin(DSL.table("unnest({0})", IDENTITIES).as("given", "identity"))
                                .where(ContactStore.hasIdentity(keys))
                                .and(CONTACT.DELETED_AT.isNull())
                                .and(ContactStore.visibleTo(viewer))
                                .orderBy(CONTACT.CREATED_AT, CONTACT.ID));
    }

    private static <T> Map<String, T> found(
            Collection<String> texts,
            UnaryOperator<String> key,
            Function<UUID, T> id,
            Function<String[], ResultQuery<org.jooq.Record2<String, UUID>>> query) {
        if (texts.isEmpty()) {
            return Map.of();
        }
        Map<String, UUID> byKey = new HashMap<>();
        query.apply(texts.stream().map(key).distinct().toArray(String[]::new))
                .forEach(row -> byKey.putIfAbsent(row.value1(), row.value2()));
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
