package vn.songhanh.sales.deal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.company.CompanyId;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.sales.loss.LossReason;
import vn.songhanh.shared.DomainEvent;
import vn.songhanh.shared.EventName;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Money;

/** A deal ended without a sale; {@code reason} is the code of a {@link LossReason}. */
@EventName("sales.deal-lost")
public record DealLost(
        DealId deal,
        List<ContactId> contacts,
        @Nullable CompanyId company,
        MemberId owner,
        @Nullable Money amount,
        String reason,
        Instant at)
        implements DomainEvent {

    static DealLost of(Deal deal) {
        Deal.Details details = deal.details();
        return new DealLost(
                deal.id(),
                details.contactIds(),
                details.companyId(),
                deal.ownerId(),
                details.amount(),
                Objects.requireNonNull(deal.standing().lostReason()),
                deal.times().updatedAt());
    }

    @Override
    public UUID aggregate() {
        return deal.value();
    }
}
