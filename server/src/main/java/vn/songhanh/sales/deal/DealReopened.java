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

/** A closed deal goes on; {@code was} says how it had ended. */
@EventName("sales.deal-reopened")
public record DealReopened(
        DealId deal,
        List<ContactId> contacts,
        @Nullable CompanyId company,
        MemberId owner,
        @Nullable Money amount,
        DealStatus was,
        Instant at)
        implements DomainEvent {

    static DealReopened of(Deal deal, DealStatus was) {
        Deal.Details details = deal.details();
        return new DealReopened(
                deal.id(),
                details.contactIds(),
                details.companyId(),
                deal.ownerId(),
                details.amount(),
                was,
                deal.times().updatedAt());
    }

    @Override
    public UUID aggregate() {
        return deal.value();
    }
}
