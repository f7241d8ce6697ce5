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

/** A sale became possible. */
@EventName("sales.deal-opened")
public record DealOpened(
        DealId deal,
        List<ContactId> contacts,
        @Nullable CompanyId company,
        MemberId owner,
        @Nullable Money amount,
        Instant at)
        implements DomainEvent {

    static DealOpened of(Deal deal) {
        Deal.Details details = deal.details();
        return new DealOpened(
                deal.id(),
                details.contactIds(),
                details.companyId(),
                deal.ownerId(),
                details.amount(),
                deal.openedAt());
    }

    @Override
    public UUID aggregate() {
        return deal.value();
    }
}
