package vn.songhanh.alignment.sla;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.source.Source;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Money;
import vn.songhanh.shared.Text;

/**
 * What marketing and sales promise each other.
 *
 * @param remindAt the part of a deadline's time after which the rep is reminded
 * @param disputeWithinDays working days in which marketing may dispute a rejection
 * @param countOnceInDays a contact's value counts as delivered once in so many days
 */
public record SlaTerms(
        Goal goal,
        List<TierTerms> tiers,
        List<LeadType> leadTypes,
        List<RejectionReason> rejectionReasons,
        BigDecimal remindAt,
        int disputeWithinDays,
        int countOnceInDays) {

    public static final int MAX_ENTRIES = 50;
    static final int LONGEST_NAME = 100;

    /** What sales promises for leads of a tier: an answer, and a first call, e-mail or message. */
    public record TierTerms(Tier tier, String name, Within touchWithin, Within acceptWithin) {

        public TierTerms {
            Required.of(tier, "tier");
            name = Text.clean(Required.of(name, "name"), "name");
            Required.of(touchWithin, "touchWithin");
            Required.of(acceptWithin, "acceptWithin");
        }
    }

    public SlaTerms {
        Required.of(goal, "goal");
        tiers = List.copyOf(Required.of(tiers, "tiers"));
        leadTypes = List.copyOf(Required.of(leadTypes, "leadTypes"));
        rejectionReasons = List.copyOf(Required.of(rejectionReasons, "rejectionReasons"));
        Required.of(remindAt, "remindAt");
    }

    public TierTerms of(Tier tier) {
        return tiers.stream()
                .filter(terms -> terms.tier() == tier)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the contract has no tier " + tier));
    }

    /** The first type that names one of these as its source; else the one that takes the rest. */
    public LeadType typeOf(Source source) {
        return leadTypes.stream()
                .filter(type -> type.brings(source))
                .findFirst()
                .or(() -> leadTypes.stream().filter(LeadType::takesTheRest).findFirst())
                .orElseThrow(() -> new IllegalStateException("the contract has no lead type for the rest"));
    }

    /** @throws Invalid when sales may not reject for such a reason */
    public RejectionReason reason(String code) {
        return rejectionReasons.stream()
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "reason",
                        "unknown-choice",
                        Map.of(
                                "allowed",
                                rejectionReasons.stream()
                                        .map(RejectionReason::code)
                                        .toList())));
    }

    /** The currency of every amount in it. */
    public String currency() {
        return leadTypes.getFirst().averageSale().currency();
    }

    /** @throws Invalid with everything that is wrong */
    public SlaTerms checked() {
        Invalid.Check check = new Invalid.Check();
        checkGoal(check);
        checkTiers(check);
        checkLeadTypes(check);
        checkReasons(check);
        check.that(
                remindAt.signum() > 0 && remindAt.compareTo(BigDecimal.ONE) < 0,
                "terms.remindAt",
                "out-of-range",
                Map.of("min", 0, "max", 1));
        days(check, disputeWithinDays, "terms.disputeWithinDays");
        days(check, countOnceInDays, "terms.countOnceInDays");
        check.done();
        return this;
    }

    private void checkGoal(Invalid.Check check) {
        Money target = goal.revenueTarget();
        if (target != null) {
            check.that(target.amount().signum() >= 0, "terms.goal.revenueTarget", "negative");
            check.that(
                    leadTypes.isEmpty() || target.currency().equals(currency()),
                    "terms.goal.revenueTarget",
                    "currencies-differ");
        }
        share(check, goal.marketingShare(), "terms.goal.marketingShare");
        Integer customers = goal.customers();
        check.that(
                customers == null || (customers >= 0 && customers <= 1_000_000),
                "terms.goal.customers",
                "out-of-range",
                Map.of("min", 0, "max", 1_000_000));
        BigDecimal closeRate = goal.closeRate();
        share(check, closeRate, "terms.goal.closeRate");
        check.that(closeRate == null || closeRate.signum() > 0, "terms.goal.closeRate", "not-positive");
    }

    private void checkTiers(Invalid.Check check) {
        Set<Tier> present = EnumSet.noneOf(Tier.class);
        for (int i = 0; i < tiers.size(); i++) {
            TierTerms terms = tiers.get(i);
            String at = "terms.tiers[" + i + "]";
            check.that(present.add(terms.tier()), at + ".tier", "not-unique");
            words(check, terms.name(), at + ".name");
            span(check, terms.touchWithin(), at + ".touchWithin");
            span(check, terms.acceptWithin(), at + ".acceptWithin");
            check.that(
                    !terms.acceptWithin().isLongerThan(terms.touchWithin()), at + ".acceptWithin", "later-than-touch");
        }
        check.that(present.size() == Tier.values().length, "terms.tiers", "tiers-incomplete");
    }

    private void checkLeadTypes(Invalid.Check check) {
        size(check, leadTypes, "terms.leadTypes");
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < leadTypes.size(); i++) {
            LeadType type = leadTypes.get(i);
            String at = "terms.leadTypes[" + i + "]";
            words(check, type.code(), at + ".code");
            words(check, type.name(), at + ".name");
            check.that(type.sources().size() <= MAX_ENTRIES, at + ".sources", "too-many", Map.of("max", MAX_ENTRIES));
            for (int j = 0; j < type.sources().size(); j++) {
                words(check, type.sources().get(j), at + ".sources[" + j + "]");
            }
            check.that(codes.add(type.code()), at + ".code", "not-unique");
            share(check, type.closeRate(), at + ".closeRate");
            check.that(!type.averageSale().isNegative(), at + ".averageSale", "negative");
            check.that(type.averageSale().currency().equals(currency()), at + ".averageSale", "currencies-differ");
        }
        check.that(
                leadTypes.stream().filter(LeadType::takesTheRest).count() == 1,
                "terms.leadTypes",
                "one-type-takes-the-rest");
    }

    private void checkReasons(Invalid.Check check) {
        size(check, rejectionReasons, "terms.rejectionReasons");
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < rejectionReasons.size(); i++) {
            RejectionReason reason = rejectionReasons.get(i);
            String at = "terms.rejectionReasons[" + i + "]";
            words(check, reason.code(), at + ".code");
            words(check, reason.name(), at + ".name");
            check.that(codes.add(reason.code()), at + ".code", "not-unique");
            check.that(!(reason.deducts() && reason.reroutes()), at + ".deducts", "rerouted-leads-keep-their-value");
        }
    }

    private static void words(Invalid.Check check, String words, String field) {
        check.that(!words.isEmpty(), field, "required");
        check.that(words.length() <= LONGEST_NAME, field, "too-long", Map.of("max", LONGEST_NAME));
    }

    private static void size(Invalid.Check check, List<?> entries, String field) {
        check.that(
                !entries.isEmpty() && entries.size() <= MAX_ENTRIES,
                field,
                "out-of-range",
                Map.of("min", 1, "max", MAX_ENTRIES));
    }

    private static void share(Invalid.Check check, @Nullable BigDecimal share, String field) {
        check.that(
                share == null || (share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0),
                field,
                "out-of-range",
                Map.of("min", 0, "max", 1));
    }

    private static void span(Invalid.Check check, Within within, String field) {
        check.that(
                within.isSpan(),
                field,
                "not-a-working-time",
                Map.of("minutes", Within.MAX_MINUTES, "days", Within.MAX_DAYS));
    }

    private static void days(Invalid.Check check, int days, String field) {
        check.that(days >= 0 && days <= 3_650, field, "out-of-range", Map.of("min", 0, "max", 3_650));
    }
}
