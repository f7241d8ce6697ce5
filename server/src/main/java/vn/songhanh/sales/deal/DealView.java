package vn.songhanh.sales.deal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Money;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.doors.RecordView;

/**
 * A deal as this viewer sees it.
 *
 * @param companyName null when the viewer may not see the company; so with the names of contacts
 * @param weighted its amount times the probability of its stage, while it is open; rounded as its currency is
 * @param rotting whether it has been in its stage for longer than is good
 * @param recycling proposed, or done, by the losing of it
 */
public record DealView(
        @JsonUnwrapped Deal deal,
        List<Person> contacts,
        @Nullable String companyName,
        long daysInStage,
        boolean rotting,
        @Nullable Money weighted,
        Can can,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Recycling recycling)
        implements RecordView<DealId> {

    public record Person(ContactId id, @Nullable String fullName) {}

    public record Can(
            boolean edit, boolean move, boolean win, boolean lose, boolean reopen, boolean delete, boolean restore) {

        static Can of(Viewer viewer, Deal deal) {
            boolean write = viewer.may(SalesKinds.DEAL, Action.WRITE, deal.ownerId(), deal.teamId());
            boolean delete = viewer.may(SalesKinds.DEAL, Action.DELETE, deal.ownerId(), deal.teamId());
            boolean living = deal.times().deletedAt() == null;
            boolean open = living && deal.status() == DealStatus.OPEN;
            return new Can(
                    write && living,
                    write && open,
                    write && open,
                    write && open,
                    write && living && !open,
                    delete && living,
                    delete && !living);
        }
    }

    static DealView of(Viewer viewer, SeenDeal seen, Instant now, @Nullable Recycling recycling) {
        Deal deal = seen.deal();
        SeenDeal.OfStage stage = seen.stage();
        Integer limit = stage == null ? null : stage.rottingDays();
        long days = deal.daysInStage(now);
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < deal.contactIds().size(); i++) {
            people.add(new Person(deal.contactIds().get(i), seen.contactNames().get(i)));
        }
        return new DealView(
                deal,
                people,
                seen.companyName(),
                days,
                deal.status() == DealStatus.OPEN && limit != null && days > limit,
                weighted(deal, stage),
                Can.of(viewer, deal),
                recycling);
    }

    private static @Nullable Money weighted(Deal deal, SeenDeal.@Nullable OfStage stage) {
        Money amount = deal.amount();
        return amount == null || stage == null || deal.status() != DealStatus.OPEN
                ? null
                : amount.share(stage.probability());
    }

    @Override
    public DealId id() {
        return deal.id();
    }

    @Override
    public long version() {
        return deal.version();
    }
}
