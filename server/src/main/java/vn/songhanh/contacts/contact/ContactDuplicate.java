package vn.songhanh.contacts.contact;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Conflict;

/** A living contact has this e-mail address or phone number already. */
public final class ContactDuplicate extends Conflict {

    /** @param existing null when it is one that the viewer may not see */
    ContactDuplicate(String field, String value, @Nullable ContactId existing) {
        super("contact-duplicate", facts(field, value, existing));
    }

    private static Map<String, Object> facts(String field, String value, @Nullable ContactId existing) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("field", field);
        facts.put("value", value);
        if (existing != null) {
            facts.put("existingId", existing.toString());
        }
        return facts;
    }
}
