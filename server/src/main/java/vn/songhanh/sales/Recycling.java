package vn.songhanh.sales;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.CompanyId;
import vn.songhanh.contacts.ContactId;
import vn.songhanh.contacts.LifecycleStage;

/**
 * Whom a lost deal leaves without any other, and where they should go; a proposal until the rep confirms it.
 *
 * @param reason the code of the {@link LossReason} that says so
 */
public record Recycling(List<ContactId> contacts, @Nullable CompanyId company, LifecycleStage to, String reason) {

    boolean isEmpty() {
        return contacts.isEmpty() && company == null;
    }
}
