package vn.songhanh.contacts.company;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Conflict;

/** A living company has this tax code or domain already. */
public final class CompanyDuplicate extends Conflict {

    /** @param existing null when it is one that the viewer may not see */
    CompanyDuplicate(String field, String value, @Nullable CompanyId existing) {
        super("company-duplicate", facts(field, value, existing));
    }

    private static Map<String, Object> facts(String field, String value, @Nullable CompanyId existing) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("field", field);
        facts.put("value", value);
        if (existing != null) {
            facts.put("existingId", existing.toString());
        }
        return facts;
    }
}
