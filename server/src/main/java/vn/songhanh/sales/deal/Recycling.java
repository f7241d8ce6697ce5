package vn.songhanh.sales.deal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.company.CompanyId;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.contacts.lifecycle.LifecycleStage;
import vn.songhanh.sales.loss.LossReason;

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
