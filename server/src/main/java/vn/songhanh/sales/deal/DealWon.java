package vn.songhanh.sales.deal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.company.CompanyId;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.shared.DomainEvent;
import vn.songhanh.shared.EventName;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Money;

/** A deal became a sale. */
@EventName("sales.deal-won")
public record DealWon(
        DealId deal,
        List<ContactId> contacts,
        @Nullable CompanyId company,
        MemberId owner,
        @Nullable Money amount,
        Instant at)
        implements DomainEvent {

    static DealWon of(Deal deal) {
        Deal.Details details = deal.details();
        return new DealWon(
                deal.id(),
                details.contactIds(),
                details.companyId(),
                deal.ownerId(),
                details.amount(),
                deal.times().updatedAt());
    }

    @Override
    public UUID aggregate() {
        return deal.value();
    }
}
