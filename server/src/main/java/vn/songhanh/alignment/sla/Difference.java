package vn.songhanh.alignment.sla;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one text of the contract says otherwise than another, field by field. */
final class Difference {

    /**
     * @param field a path in the terms; entries of lists go by their codes: {@code tiers.A.touchWithin}
     * @param entry what people call the entry of a list that the field belongs to
     * @param before null when there was nothing
     * @param after null when there will be nothing
     */
    public record Change(
            String field,
            @Nullable String entry,
            @Nullable Object before,
            @Nullable Object after) {}

    private final List<Change> changes = new ArrayList<>();

    private Difference() {}

    static List<Change> between(String nameBefore, SlaTerms before, String nameAfter, SlaTerms after) {
        Difference difference = new Difference();
        difference.compare("name", null, nameBefore, nameAfter);
        difference.goals(before.goal(), after.goal());
        difference.tiers(before, after);
        difference.leadTypes(before.leadTypes(), after.leadTypes());
        difference.reasons(before.rejectionReasons(), after.rejectionReasons());
        difference.compare("remindAt", null, before.remindAt(), after.remindAt());
        difference.compare("disputeWithinDays", null, before.disputeWithinDays(), after.disputeWithinDays());
        difference.compare("countOnceInDays", null, before.countOnceInDays(), after.countOnceInDays());
        return List.copyOf(difference.changes);
    }

    private void goals(Goal before, Goal after) {
        compare("goal.revenueTarget", null, before.revenueTarget(), after.revenueTarget());
        compare("goal.marketingShare", null, before.marketingShare(), after.marketingShare());
        compare("goal.customers", null, before.customers(), after.customers());
        compare("goal.closeRate", null, before.closeRate(), after.closeRate());
    }

    private void tiers(SlaTerms before, SlaTerms after) {
        for (Tier tier : Tier.values()) {
            SlaTerms.TierTerms old = before.of(tier);
            SlaTerms.TierTerms now = after.of(tier);
            String at = "tiers." + tier + ".";
            compare(at + "name", tier.name(), old.name(), now.name());
            compare(at + "acceptWithin", tier.name(), old.acceptWithin(), now.acceptWithin());
            compare(at + "touchWithin", tier.name(), old.touchWithin(), now.touchWithin());
        }
    }

    private void leadTypes(List<LeadType> before, List<LeadType> after) {
        entries("leadTypes", before, after, LeadType::code, LeadType::name, (at, old, now) -> {
            compare(at + "name", old.name(), old.name(), now.name());
            compare(at + "tier", now.name(), old.tier(), now.tier());
            compare(at + "closeRate", now.name(), old.closeRate(), now.closeRate());
            compare(at + "averageSale", now.name(), old.averageSale(), now.averageSale());
            compare(at + "sources", now.name(), old.sources(), now.sources());
        });
    }

    private void reasons(List<RejectionReason> before, List<RejectionReason> after) {
        entries("rejectionReasons", before, after, RejectionReason::code, RejectionReason::name, (at, old, now) -> {
            compare(at + "name", old.name(), old.name(), now.name());
            compare(at + "deducts", now.name(), old.deducts(), now.deducts());
            compare(at + "reroutes", now.name(), old.reroutes(), now.reroutes());
        });
    }

    private interface Fields<T> {
        void compare(String at, T before, T after);
    }

    private <T> void entries(
            String list,
            List<T> before,
            List<T> after,
            Function<T, String> code,
            Function<T, String> name,
            Fields<T> fields) {
        Map<String, T> old = byCode(before, code);
        Map<String, T> now = byCode(after, code);
        old.forEach((key, one) -> {
            T other = now.get(key);
            if (other == null) {
                compare(list + "." + key, name.apply(one), one, null);
            } else {
                fields.compare(list + "." + key + ".", one, other);
            }
        });
        now.forEach((key, one) -> {
            if (!old.containsKey(key)) {
                compare(list + "." + key, name.apply(one), null, one);
            }
        });
        // The order says which type a lead is when several would take it.
        List<String> stayed = before.stream().map(code).filter(now::containsKey).toList();
        if (!stayed.equals(after.stream().map(code).filter(old::containsKey).toList())) {
            compare(
                    list + ".order",
                    null,
                    before.stream().map(name).toList(),
                    after.stream().map(name).toList());
        }
    }

    private static <T> Map<String, T> byCode(List<T> entries, Function<T, String> code) {
        Map<String, T> byCode = new LinkedHashMap<>();
        entries.forEach(entry -> byCode.put(code.apply(entry), entry));
        return byCode;
    }

    private void compare(String field, @Nullable String entry, @Nullable Object before, @Nullable Object after) {
        boolean same = before instanceof BigDecimal one && after instanceof BigDecimal other
                ? one.compareTo(other) == 0
                : Objects.equals(before, after);
        if (!same) {
            changes.add(new Change(field, entry, before, after));
        }
    }
}
