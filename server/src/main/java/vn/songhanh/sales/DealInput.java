package vn.songhanh.sales;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.CompanyId;
import vn.songhanh.contacts.ContactId;
import vn.songhanh.sales.pipeline.PipelineId;
import vn.songhanh.sales.pipeline.StageId;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Money;
import vn.songhanh.shared.Text;

/**
 * What a person says about a deal, new or changed.
 *
 * @param pipelineId where it starts, the first pipeline when left out; both it and the stage change by moving only
 * @param contactIds the first is the one who buys
 */
public record DealInput(
        @Nullable String name,
        @Nullable PipelineId pipelineId,
        @Nullable StageId stageId,
        @Nullable Money amount,
        @Nullable List<ContactId> contactIds,
        @Nullable CompanyId companyId,
        @Nullable MemberId ownerId,
        @Nullable LocalDate expectedCloseDate,
        @Nullable String nextStep,
        @Nullable LocalDate nextStepDate,
        @Nullable List<String> tags,
        @Nullable Map<String, Object> custom) {

    static final int MAX_CONTACTS = 100;
    static final int MAX_TAGS = 50;

    static DealInput of(Deal deal) {
        Deal.Terms terms = deal.terms();
        return new DealInput(
                terms.name(),
                deal.standing().pipelineId(),
                deal.standing().stageId(),
                terms.amount(),
                terms.contactIds(),
                terms.companyId(),
                terms.ownerId(),
                terms.expectedCloseDate(),
                terms.nextStep(),
                terms.nextStepDate(),
                terms.tags(),
                terms.custom());
    }

    /**
     * @param owner whoever owns it when the input names nobody
     * @param customValues those of the input, checked by their definitions
     * @throws Invalid with everything that is wrong
     */
    Deal.Terms terms(MemberId owner, Map<String, Object> customValues) {
        Invalid.Check check = new Invalid.Check();
        String cleanName = Text.cleanOrNull(name, "name");
        check.that(cleanName != null, "name", "required");
        check.that(cleanName == null || cleanName.length() <= 200, "name", "too-long", Map.of("max", 200));
        check.that(amount == null || !amount.isNegative(), "amount.amount", "negative");
        String step = Text.cleanOrNull(nextStep, "nextStep");
        check.that(step == null || step.length() <= 200, "nextStep", "too-long", Map.of("max", 200));
        List<ContactId> people = contactIds == null ? List.of() : contactIds;
        check.that(people.size() <= MAX_CONTACTS, "contactIds", "too-many", Map.of("max", MAX_CONTACTS));
        check.that(people.stream().noneMatch(Objects::isNull), "contactIds", "required");
        check.that(new HashSet<>(people).size() == people.size(), "contactIds", "twice");
        List<String> labels = tags(check);
        check.done();
        return new Deal.Terms(
                Objects.requireNonNull(cleanName),
                amount,
                List.copyOf(people),
                companyId,
                ownerId == null ? owner : ownerId,
                expectedCloseDate,
                step,
                nextStepDate,
                labels,
                customValues);
    }

    private List<String> tags(Invalid.Check check) {
        List<String> given = tags == null ? List.of() : tags;
        check.that(given.size() <= MAX_TAGS, "tags", "too-many", Map.of("max", MAX_TAGS));
        List<String> clean = given.stream()
                .filter(Objects::nonNull)
                .map(tag -> Text.clean(tag, "tags"))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        check.that(clean.stream().allMatch(tag -> tag.length() <= 50), "tags", "too-long", Map.of("max", 50));
        return clean;
    }
}
