package vn.songhanh.sales.deal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.company.CompanyId;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.sales.loss.LossReason;
import vn.songhanh.sales.pipeline.PipelineId;
import vn.songhanh.sales.pipeline.Stage;
import vn.songhanh.sales.pipeline.StageId;
import vn.songhanh.shared.Dates;
import vn.songhanh.shared.ImportRow;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Kept;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Money;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Times;

/**
 * One possible sale. It is open, in a stage of its pipeline, until it is won or lost; what is closed can be reopened.
 *
 * @param teamId the owner's team
 * @param externalId its id in the system that it was imported from
 */
public record Deal(
        DealId id,
        long version,
        @JsonUnwrapped Details details,
        MemberId ownerId,
        @JsonIgnore TeamId teamId,
        @JsonUnwrapped Standing standing,
        @Nullable String externalId,
        Instant openedAt,
        @JsonUnwrapped Times times)
        implements Kept<Deal.Details> {

    /**
     * What people say about it.
     *
     * @param contactIds the first is the one who buys
     */
    public record Details(
            String name,
            @Nullable Money amount,
            List<ContactId> contactIds,
            @Nullable CompanyId companyId,
            @Nullable LocalDate expectedCloseDate,
            @Nullable String nextStep,
            @Nullable LocalDate nextStepDate,
            List<String> tags,
            Map<String, Object> custom) {

        public Details {
            name = Objects.requireNonNullElse(name, "");
            contactIds = Objects.requireNonNullElse(contactIds, List.of());
            tags = Objects.requireNonNullElse(tags, List.of());
            custom = Objects.requireNonNullElse(custom, Map.of());
        }

        /** By the names of the fields; what is not named is not known. */
        public static Details of(Map<String, ?> values) {
            return DealFields.DETAILS.of(values);
        }

        /**
         * As it is kept.
         *
         * @param before null for a new deal
         * @throws Invalid with everything that is wrong
         */
        Details checked(@Nullable Details before) {
            Invalid.Check check = new Invalid.Check();
            Details checked = DealFields.DETAILS.checked(this, before, false, check);
            check.that(!checked.name.isEmpty(), "name", "required").done();
            return checked;
        }

        Details called(String other) {
            return DealFields.DETAILS.changed(this, "name", other);
        }

        Details of(List<ContactId> buyers, @Nullable CompanyId company) {
            return DealFields.DETAILS.changed(
                    DealFields.DETAILS.changed(this, "contactIds", buyers), "companyId", company);
        }

        Details with(Map<String, Object> customValues) {
            return DealFields.DETAILS.changed(this, "custom", customValues);
        }
    }

    /**
     * Where it stands; changes by moving, winning, losing and reopening only.
     *
     * @param stageSince when it entered the stage: what rots, rots from here
     * @param lostReason the code of a {@link LossReason}; a lost deal that was imported may have none
     */
    public record Standing(
            PipelineId pipelineId,
            StageId stageId,
            DealStatus status,
            Instant stageSince,
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

    static Deal open(Details details, MemberId owner, TeamId team, Stage stage, Instant now) {
        return new Deal(
                DealId.next(),
                1,
                details,
                owner,
                team,
                Standing.open(selling(stage), now),
                null,
                now,
                Times.begin(now));
    }

    /** From another system, with the dates that it has there. */
    static Deal imported(
            Details details,
            MemberId owner,
            TeamId team,
            Standing standing,
            @Nullable String externalId,
            Instant openedAt,
            Instant now) {
        return new Deal(DealId.next(), 1, details, owner, team, standing, externalId, openedAt, Times.begin(now));
    }

    /**
     * The deal with what a file says of it: texts take the place of the old, contacts and tags are added.
     *
     * @param row from which {@code file} was read
     * @throws Invalid when the file has a closed deal in an open stage
     */
    Deal fill(Deal file, ImportRow row, Instant now) {
        boolean reopens = row.has("stage") && status() != DealStatus.OPEN && file.status() == DealStatus.OPEN;
        new Invalid.Check().that(!reopens, "stage", "file-reopens-nothing").done();
        boolean ofOwner = row.has("owner");
        Details filled = DealFields.DETAILS.filled(details, file.details, row);
        return amend(
                filled.of(filled.contactIds, row.has("company") ? file.companyId() : companyId()),
                ofOwner ? file.ownerId : ownerId,
                ofOwner ? file.teamId : teamId,
                row.has("stage") && !standing.isSamePlace(file.standing) ? file.standing : standing,
                row.has("openedAt") ? Dates.toTheMinute(openedAt, file.openedAt) : openedAt,
                now);
    }

    /** What a file says of it anew, or what an import is taken back to. */
    Deal amend(Details changed, MemberId owner, TeamId team, Standing other, Instant opened, Instant now) {
        return new Deal(id, version + 1, changed, owner, team, other, externalId, opened, times.edited(now));
    }

    Deal edit(Details changed, MemberId owner, TeamId team, Instant now) {
        return amend(changed, owner, team, standing, openedAt, now);
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
                        standing.stageSince,
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
        return new Deal(id, version + 1, details, ownerId, teamId, standing, externalId, openedAt, times.deleted(now));
    }

    Deal restore(Instant now) {
        return new Deal(id, version + 1, details, ownerId, teamId, standing, externalId, openedAt, times.restored(now));
    }

    public String name() {
        return details.name;
    }

    public @Nullable Money amount() {
        return details.amount;
    }

    public List<ContactId> contactIds() {
        return details.contactIds;
    }

    public @Nullable CompanyId companyId() {
        return details.companyId;
    }

    public DealStatus status() {
        return standing.status;
    }

    /** Of a closed deal: the days that it stood in the stage in which it was closed. */
    public long daysInStage(Instant now) {
        boolean lost = status() == DealStatus.LOST && standing.closedAt != null;
        return Math.max(
                0,
                Duration.between(standing.stageSince, lost ? standing.closedAt : now)
                        .toDays());
    }

    /** As the audit trail tells it. */
    Map<String, @Nullable Object> facts() {
        Map<String, @Nullable Object> facts = DealFields.DETAILS.facts(details);
        facts.put("ownerId", ownerId);
        facts.put("stageId", standing.stageId);
        facts.put("status", standing.status);
        facts.put("lostReason", standing.lostReason);
        facts.put("lostNote", standing.lostNote);
        facts.put("deletedAt", times.deletedAt());
        return facts;
    }

    private Deal standing(Standing changed, Instant now) {
        return amend(details, ownerId, teamId, changed, openedAt, now);
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
