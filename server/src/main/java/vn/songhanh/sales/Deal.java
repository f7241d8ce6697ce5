package vn.songhanh.sales;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.CompanyId;
import vn.songhanh.contacts.ContactId;
import vn.songhanh.sales.pipeline.PipelineId;
import vn.songhanh.sales.pipeline.Stage;
import vn.songhanh.sales.pipeline.StageId;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Money;
import vn.songhanh.shared.Owned;
import vn.songhanh.shared.TeamId;

/**
 * One possible sale. It is open, in a stage of its pipeline, until it is won or lost; what is closed can be reopened.
 *
 * @param teamId the owner's team
 * @param externalId its id in the system that it was imported from
 */
public record Deal(
        DealId id,
        long version,
        Terms terms,
        Standing standing,
        TeamId teamId,
        @Nullable String externalId,
        Instant openedAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt)
        implements Owned {

    /**
     * What people say about it.
     *
     * @param contactIds the first is the one who buys
     */
    public record Terms(
            String name,
            @Nullable Money amount,
            List<ContactId> contactIds,
            @Nullable CompanyId companyId,
            MemberId ownerId,
            @Nullable LocalDate expectedCloseDate,
            @Nullable String nextStep,
            @Nullable LocalDate nextStepDate,
            List<String> tags,
            Map<String, Object> custom) {}

    /**
     * Where it stands; changes by moving, winning, losing and reopening only.
     *
     * @param since when it entered the stage: what rots, rots from here
     * @param lostReason the code of a {@link LossReason}; a lost deal that was imported may have none
     */
    public record Standing(
            PipelineId pipelineId,
            StageId stageId,
            DealStatus status,
            Instant since,
            @Nullable Instant closedAt,
            @Nullable String lostReason,
            @Nullable String lostNote) {

        /** Open in the same stage, or closed in the same way. */
        private boolean isSamePlace(Standing other) {
            return status == other.status && (status != DealStatus.OPEN || stageId.equals(other.stageId));
        }

        private static Standing open(Stage stage, Instant now) {
            return new Standing(stage.pipelineId(), stage.id(), DealStatus.OPEN, now, null, null, null);
        }
    }

    static Deal open(Terms terms, Stage stage, TeamId team, Instant now) {
        return new Deal(DealId.next(), 1, terms, Standing.open(selling(stage), now), team, null, now, now, now, null);
    }

    /** From another system, with the dates that it has there. */
    static Deal imported(
            Terms terms, Standing standing, TeamId team, @Nullable String externalId, Instant openedAt, Instant now) {
        return new Deal(DealId.next(), 1, terms, standing, team, externalId, openedAt, now, now, null);
    }

    /**
     * The deal with what a file says of it: texts take the place of the old, a contact joins.
     *
     * @param named the fields that the file has a value for
     */
    Deal fill(Deal file, Set<String> named, Instant now) {
        Set<ContactId> contacts = new LinkedHashSet<>(terms.contactIds);
        contacts.addAll(file.terms.contactIds);
        Terms filled = new Terms(
                named.contains("name") ? file.terms.name : terms.name,
                named.contains("amount") ? file.terms.amount : terms.amount,
                List.copyOf(contacts),
                named.contains("company") ? file.terms.companyId : terms.companyId,
                named.contains("owner") ? file.terms.ownerId : terms.ownerId,
                named.contains("expectedCloseDate") ? file.terms.expectedCloseDate : terms.expectedCloseDate,
                terms.nextStep,
                terms.nextStepDate,
                file.terms.tags.isEmpty() ? terms.tags : file.terms.tags,
                terms.custom);
        return amend(
                filled,
                named.contains("stage") && !standing.isSamePlace(file.standing) ? file.standing : standing,
                named.contains("owner") ? file.teamId : teamId,
                named.contains("openedAt") ? file.openedAt : openedAt,
                now);
    }

    /** What a file says of it anew, or what an import is taken back to. */
    Deal amend(Terms changed, Standing other, TeamId team, Instant opened, Instant now) {
        return new Deal(id, version + 1, changed, other, team, externalId, opened, createdAt, now, deletedAt);
    }

    Deal edit(Terms changed, TeamId team, Instant now) {
        return new Deal(id, version + 1, changed, standing, team, externalId, openedAt, createdAt, now, deletedAt);
    }

    /**
     * To another stage, of its own pipeline or of another one.
     *
     * @throws WinToEnter for the care after the sale
     * @throws DealAlreadyClosed when it is no longer open
     */
    Deal move(Stage to, Instant now) {
        if (status() != DealStatus.OPEN) {
            throw new DealAlreadyClosed(id, status());
        }
        return selling(to).id().equals(standing.stageId) ? this : standing(Standing.open(to, now), now);
    }

    /** @param afterSales the stage for what is won; in a pipeline without one the deal stays where it was won */
    Deal win(@Nullable StageId afterSales, Instant now) {
        requireNext(DealStatus.WON);
        StageId stage = afterSales == null ? standing.stageId : afterSales;
        return standing(new Standing(standing.pipelineId, stage, DealStatus.WON, now, now, null, null), now);
    }

    Deal lose(LossReason reason, @Nullable String note, Instant now) {
        requireNext(DealStatus.LOST);
        return standing(
                new Standing(
                        standing.pipelineId,
                        standing.stageId,
                        DealStatus.LOST,
                        standing.since,
                        now,
                        reason.code(),
                        note),
                now);
    }

    /** @param back the selling stage from which it was closed */
    Deal reopen(Stage back, Instant now) {
        requireNext(DealStatus.OPEN);
        return standing(Standing.open(selling(back), now), now);
    }

    Deal delete(Instant now) {
        return new Deal(id, version + 1, terms, standing, teamId, externalId, openedAt, createdAt, now, now);
    }

    Deal restore(Instant now) {
        return new Deal(id, version + 1, terms, standing, teamId, externalId, openedAt, createdAt, now, null);
    }

    @Override
    public MemberId ownerId() {
        return terms.ownerId;
    }

    public DealStatus status() {
        return standing.status;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** Of a closed deal: the days that it stood in the stage in which it was closed. */
    public long daysInStage(Instant now) {
        boolean lost = status() == DealStatus.LOST && standing.closedAt != null;
        return Math.max(
                0,
                Duration.between(standing.since, lost ? standing.closedAt : now).toDays());
    }

    /** As the audit trail tells it. */
    Map<String, @Nullable Object> facts() {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("name", terms.name);
        facts.put("amount", terms.amount);
        facts.put("contactIds", terms.contactIds);
        facts.put("companyId", terms.companyId);
        facts.put("ownerId", terms.ownerId);
        facts.put("expectedCloseDate", terms.expectedCloseDate);
        facts.put("nextStep", terms.nextStep);
        facts.put("nextStepDate", terms.nextStepDate);
        facts.put("tags", terms.tags.isEmpty() ? null : terms.tags);
        facts.put("custom", terms.custom.isEmpty() ? null : terms.custom);
        facts.put("stageId", standing.stageId);
        facts.put("status", standing.status);
        facts.put("lostReason", standing.lostReason);
        facts.put("lostNote", standing.lostNote);
        facts.put("deletedAt", deletedAt);
        return facts;
    }

    private Deal standing(Standing changed, Instant now) {
        return new Deal(id, version + 1, terms, changed, teamId, externalId, openedAt, createdAt, now, deletedAt);
    }

    private void requireNext(DealStatus next) {
        if (!status().next().contains(next)) {
            throw next == DealStatus.OPEN ? new DealNotClosed(id) : new DealAlreadyClosed(id, status());
        }
    }

    private static Stage selling(Stage stage) {
        if (stage.archived()) {
            throw unknown(stage);
        }
        return switch (stage.kind()) {
            case SELLING -> stage;
            case AFTER_SALES -> throw new WinToEnter(stage);
        };
    }

    private static Invalid unknown(Stage stage) {
        return new Invalid(
                "stageId", "unknown-reference", Map.of("value", stage.id().toString()));
    }
}
