package vn.songhanh.sales.competitor;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.ImportRow;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Kept;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Times;
import vn.songhanh.workspace.members.Owners.Owner;

/**
 * Somebody who sells what we sell to those to whom we sell.
 *
 * @param ownerId who keeps what is known of him up to date
 */
public record Competitor(
        CompetitorId id,
        long version,
        @JsonUnwrapped Details details,
        @Nullable MemberId ownerId,
        @JsonIgnore @Nullable TeamId teamId,
        @JsonUnwrapped Times times)
        implements Kept<Competitor.Details> {

    /**
     * What people say of a competitor.
     *
     * @param name no two living ones have the same, however it is written
     * @param answer by what we win against him
     */
    public record Details(
            String name,
            @Nullable String website,
            @Nullable PriceLevel priceLevel,
            @Nullable String strengths,
            @Nullable String weaknesses,
            @Nullable String answer,
            Map<String, Object> custom) {

        public Details {
            name = Objects.requireNonNullElse(name, "");
            custom = Objects.requireNonNullElse(custom, Map.of());
        }
    }

    /** @throws Invalid with everything that is wrong with the details */
    static Competitor create(Details details, Owner owner, Instant now) {
        return new Competitor(
                new CompetitorId(Ids.next()),
                1,
                checked(details, null),
                owner.member(),
                owner.team(),
                Times.begin(now));
    }

    Competitor edit(Details details, Owner owner, Instant now) {
        return new Competitor(
                id, version + 1, checked(details, this.details), owner.member(), owner.team(), times.edited(now));
    }

    /** With what a file says. */
    Competitor fill(Competitor file, ImportRow row, Instant now) {
        boolean ofOwner = row.has("owner");
        return new Competitor(
                id,
                version + 1,
                CompetitorFields.DETAILS.filled(details, file.details, row),
                ofOwner ? file.ownerId : ownerId,
                ofOwner ? file.teamId : teamId,
                times.edited(now));
    }

    Competitor delete(Instant now) {
        return new Competitor(id, version + 1, details, ownerId, teamId, times.deleted(now));
    }

    Competitor restore(Instant now) {
        return new Competitor(id, version + 1, details, ownerId, teamId, times.restored(now));
    }

    private static Details checked(Details details, @Nullable Details before) {
        Invalid.Check check = new Invalid.Check();
        Details checked = CompetitorFields.DETAILS.checked(details, before, false, check);
        check.that(!checked.name.isEmpty(), "name", "required").done();
        return checked;
    }

    /** As the audit trail tells it. */
    Map<String, @Nullable Object> facts() {
        Map<String, @Nullable Object> facts = CompetitorFields.DETAILS.facts(details);
        facts.put("ownerId", ownerId);
        facts.put("deletedAt", times.deletedAt());
        return facts;
    }
}
