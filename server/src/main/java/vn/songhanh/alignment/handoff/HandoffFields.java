package vn.songhanh.alignment.handoff;

import static vn.songhanh.jooq.alignment.Tables.HANDOFF;
import static vn.songhanh.jooq.alignment.Tables.HANDOFF_ASSIGNMENT;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.songhanh.alignment.AlignmentKinds;
import vn.songhanh.alignment.sla.Tier;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.contact.ContactSql;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.ColumnField;
import vn.songhanh.shared.FieldSet;
import vn.songhanh.shared.FieldSource;
import vn.songhanh.shared.FieldType;
import vn.songhanh.shared.Filter;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.Reach;
import vn.songhanh.workspace.members.MemberSql;

/**
 * What hand-offs can be filtered and sorted by. The figures of the SLA report are filters over a few of these fields,
 * so that a number and the list it opens have one definition. A rep's own part in a hand-off, which may have passed
 * through several hands, is asked for by {@code reps.<member id>.answer}, {@code .outcome}, {@code .touched} and
 * {@code .assigned}.
 */
@Component
class HandoffFields implements FieldSource {

    /** Fields that tell no more than the report does. */
    private static final Set<String> OF_FIGURES = Set.of(
            "slaId",
            "mqlOn",
            "tier",
            "leadType",
            "source",
            "currency",
            "answer",
            "outcome",
            "touched",
            "counted",
            "deducted");

    private static final String REPS = "reps.";

    final FieldSet fields;

    HandoffFields(List<FilterField> offered) {
        // Inline, so that it matches the indexes of what waits by its deadline.
        Field<OffsetDateTime> never = DSL.inline(OffsetDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC));
        fields = new FieldSet(AlignmentKinds.HANDOFF)
                .id("contactId", HANDOFF.CONTACT_ID)
                .id("repId", HANDOFF.REP_ID)
                .id("teamId", HANDOFF.TEAM_ID)
                .id("slaId", HANDOFF.SLA_ID)
                .choice("status", HANDOFF.STATUS, HandoffStatus.values())
                .choice("tier", HANDOFF.TIER, Tier.values())
                .choice("answer", HANDOFF.ANSWER, Answer.values())
                .choice("outcome", HANDOFF.OUTCOME, Outcome.values())
                .text("leadType", HANDOFF.LEAD_TYPE)
                .number("leadValue", HANDOFF.LEAD_VALUE)
                .text("currency", HANDOFF.CURRENCY)
                .add(ofContact("source", HANDOFF.SOURCE_CHANNEL))
                .add(ofContact("campaign", HANDOFF.SOURCE_CAMPAIGN))
                .add(ofContact("medium", HANDOFF.SOURCE_MEDIUM))
                .text("reason", HANDOFF.REASON)
                .date("mqlOn", HANDOFF.MQL_ON)
                .instant("offeredAt", HANDOFF.OFFERED_AT)
                .instant("dueAt", HANDOFF.DUE_AT)
                .instant("firstTouchAt", HANDOFF.TOUCHED_AT)
                .flag("touched", DSL.field(HANDOFF.TOUCHED_AT.isNotNull()))
                // Its promise is broken, and it still waits.
                .flag("late", DSL.field(HANDOFF.BREACHED_AT.isNotNull().and(HANDOFF.DUE_AT.isNotNull())))
                .flag("counted", DSL.field(HandoffSql.DELIVERED))
                .flag("deducted", HANDOFF.DEDUCTED)
                .offered(offered::stream)
                .orElse(HandoffFields::ofRep)
                .sortable("offeredAt", HANDOFF.OFFERED_AT)
                .sortable("dueAt", DSL.coalesce(HANDOFF.DUE_AT, never))
                .sortable("tier", HANDOFF.TIER)
                .sortable("leadValue", HANDOFF.LEAD_VALUE)
                .sortable("rep", MemberSql.sortName(HANDOFF.REP_ID));
    }

    /** Whether a filter asks only for what the report's figures tell everyone who may read the contract. */
    static boolean isFigure(Filter filter) {
        return switch (filter) {
            case Filter.All all -> all.parts().stream().allMatch(HandoffFields::isFigure);
            case Filter.Any any -> any.parts().stream().allMatch(HandoffFields::isFigure);
            case Filter.Not not -> isFigure(not.part());
            case Filter.Predicate predicate ->
                OF_FIGURES.contains(predicate.field()) || predicate.field().startsWith(REPS);
        };
    }

    /** What is known of the contact: of one out of sight it is not told, and nothing is found by it. */
    private static FilterField ofContact(String name, Field<String> column) {
        return new ColumnField(AlignmentKinds.HANDOFF, name, FieldType.TEXT, column)
                .through((condition, viewer) -> viewer.reach(ContactKinds.CONTACT, Action.READ) == Reach.ALL
                        ? condition
                        : condition.and(ContactSql.contactName(viewer, HANDOFF.CONTACT_ID)
                                .isNotNull()));
    }

    private static @Nullable FilterField ofRep(String name) {
        String[] parts = name.split("\\.", -1);
        if (!name.startsWith(REPS) || parts.length != 3) {
            return null;
        }
        try {
            UUID rep = Ids.parse(parts[1]);
            return switch (parts[2]) {
                case "answer" -> ofRep(name, rep, FieldType.CHOICE, HANDOFF_ASSIGNMENT.ANSWER, Answer.values());
                case "outcome" -> ofRep(name, rep, FieldType.CHOICE, HANDOFF_ASSIGNMENT.OUTCOME, Outcome.values());
                case "touched" ->
                    ofRep(name, rep, FieldType.FLAG, DSL.field(HANDOFF_ASSIGNMENT.TOUCHED_AT.isNotNull()));
                case "assigned" -> ofRep(name, rep, FieldType.FLAG, DSL.inline(true));
                default -> null;
            };
        } catch (NotFound notAnId) {
            return null;
        }
    }

    private static FilterField ofRep(String name, UUID rep, FieldType type, Field<?> column, Enum<?>... choices) {
        return new ColumnField(
                AlignmentKinds.HANDOFF,
                name,
                type,
                column,
                Arrays.stream(choices).map(Enum::name).toList(),
                (condition, viewer) -> hadBy(rep, condition));
    }

    private static Condition hadBy(UUID rep, Condition condition) {
        return DSL.exists(DSL.selectOne()
                .from(HANDOFF_ASSIGNMENT)
                .where(HANDOFF_ASSIGNMENT.HANDOFF_ID.eq(HANDOFF.ID))
                .and(HANDOFF_ASSIGNMENT.REP_ID.eq(rep))
                .and(condition));
    }

    @Override
    public FieldSet fields() {
        return fields;
    }
}
