package vn.songhanh.sales;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.ContactId;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;

/**
 * A deal as this viewer sees it.
 *
 * @param companyName null when the viewer may not see the company; so with the names of contacts
 * @param rotting whether it has been in its stage for longer than is good
 * @param recycling proposed, or done, by the losing of it
 */
public record DealView(
        @JsonUnwrapped Deal deal,
        List<Person> contacts,
        @Nullable String companyName,
        long daysInStage,
        boolean rotting,
        Can can,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Recycling recycling) {

    public record Person(ContactId id, @Nullable String fullName) {}

    public record Can(
            boolean edit, boolean move, boolean win, boolean lose, boolean reopen, boolean delete, boolean restore) {

        static Can of(Viewer viewer, Deal deal) {
            boolean write = viewer.may(RecordKind.DEAL, Action.WRITE, deal.ownerId(), deal.teamId());
            boolean delete = viewer.may(RecordKind.DEAL, Action.DELETE, deal.ownerId(), deal.teamId());
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
        Integer limit = seen.rottingDays();
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
                Can.of(viewer, deal),
                recycling);
    }

    public DealId id() {
        return deal.id();
    }

    public long version() {
        return deal.version();
    }
}
