package vn.songhanh.sales;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.CompanyId;
import vn.songhanh.contacts.ContactId;
import vn.songhanh.sales.pipeline.PipelineId;
import vn.songhanh.sales.pipeline.StageId;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Money;
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
        DealId id,
        long version,
        String name,
        PipelineId pipelineId,
        StageId stageId,
        DealStatus status,
        @Nullable Money amount,
        List<ContactId> contactIds,
        List<Person> contacts,
        @Nullable CompanyId companyId,
        @Nullable String companyName,
        MemberId ownerId,
        @Nullable LocalDate expectedCloseDate,
        @Nullable String nextStep,
        @Nullable LocalDate nextStepDate,
        List<String> tags,
        Map<String, Object> custom,
        @Nullable String externalId,
        Instant openedAt,
        Instant stageSince,
        long daysInStage,
        boolean rotting,
        @Nullable Instant closedAt,
        @Nullable String lostReason,
        @Nullable String lostNote,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        Can can,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Recycling recycling) {

    public record Person(ContactId id, @Nullable String fullName) {}

    public record Can(
            boolean edit, boolean move, boolean win, boolean lose, boolean reopen, boolean delete, boolean restore) {

        static Can of(Viewer viewer, Deal deal) {
            boolean write =
                    viewer.may(RecordKind.DEAL, Action.WRITE, deal.terms().ownerId(), deal.teamId());
            boolean delete =
                    viewer.may(RecordKind.DEAL, Action.DELETE, deal.terms().ownerId(), deal.teamId());
            boolean living = !deal.isDeleted();
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
        Deal.Terms terms = deal.terms();
        Deal.Standing standing = deal.standing();
        Integer limit = seen.rottingDays();
        long days = deal.daysInStage(now);
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < terms.contactIds().size(); i++) {
            people.add(new Person(terms.contactIds().get(i), seen.contactNames().get(i)));
        }
        return new DealView(
                deal.id(),
                deal.version(),
                terms.name(),
                standing.pipelineId(),
                standing.stageId(),
                standing.status(),
                terms.amount(),
                terms.contactIds(),
                people,
                terms.companyId(),
                seen.companyName(),
                terms.ownerId(),
                terms.expectedCloseDate(),
                terms.nextStep(),
                terms.nextStepDate(),
                terms.tags(),
                terms.custom(),
                deal.externalId(),
                deal.openedAt(),
                standing.since(),
                days,
                standing.status() == DealStatus.OPEN && limit != null && days > limit,
                standing.closedAt(),
                standing.lostReason(),
                standing.lostNote(),
                deal.createdAt(),
                deal.updatedAt(),
                deal.deletedAt(),
                Can.of(viewer, deal),
                recycling);
    }
}
