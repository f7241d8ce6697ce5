package vn.songhanh.alignment.handoff;

import static vn.songhanh.jooq.alignment.Tables.HANDOFF;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import vn.songhanh.alignment.AlignmentKinds;
import vn.songhanh.contacts.contact.ContactSql;
import vn.songhanh.shared.ExportSource;
import vn.songhanh.shared.Filter;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.Keyset;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;

/** Hand-offs as a file. What is known of a contact stands in it only where the viewer may see the contact. */
@Component
class HandoffExport implements ExportSource {

    private final HandoffFields fields;

    HandoffExport(HandoffFields fields) {
        this.fields = fields;
    }

    @Override
    public RecordKind kind() {
        return AlignmentKinds.HANDOFF;
    }

    @Override
    public List<Column<?>> columns(Viewer viewer) {
        Field<String> contact = ContactSql.contactName(viewer, HANDOFF.CONTACT_ID);
        return List.of(
                Column.of("contact", contact),
                Column.of("company", ContactSql.companyNameOf(viewer, HANDOFF.CONTACT_ID)),
                Column.member("rep", HANDOFF.REP_ID),
                Column.choice("status", HANDOFF.STATUS),
                Column.choice("tier", HANDOFF.TIER),
                Column.of("leadType", HANDOFF.LEAD_TYPE),
                Column.of("leadValue", HANDOFF.LEAD_VALUE),
                Column.of("currency", HANDOFF.CURRENCY),
                Column.of("source", ofContact(contact, HANDOFF.SOURCE_CHANNEL)),
                Column.of("campaign", ofContact(contact, HANDOFF.SOURCE_CAMPAIGN)),
                Column.of("medium", ofContact(contact, HANDOFF.SOURCE_MEDIUM)),
                Column.of("mqlOn", HANDOFF.MQL_ON),
                Column.of("offeredAt", HANDOFF.OFFERED_AT),
                Column.of("dueAt", HANDOFF.DUE_AT),
                Column.of("firstTouchAt", HANDOFF.TOUCHED_AT),
                Column.of("touchMinutes", HANDOFF.TOUCH_MINUTES),
                Column.choice("answer", HANDOFF.ANSWER),
                Column.choice("outcome", HANDOFF.OUTCOME),
                Column.of("reason", HANDOFF.REASON),
                Column.of("counted", DSL.field(HandoffSql.DELIVERED)),
                Column.of("deducted", HANDOFF.DEDUCTED),
                Column.of("id", HANDOFF.ID));
    }

    private static Field<String> ofContact(Field<String> contact, Field<String> known) {
        return DSL.when(contact.isNotNull(), known);
    }

    @Override
    public Rows rows(Query query, FilterField.Context context) {
        Condition matching = DSL.and(
                HandoffSql.COUNTS,
                DSL.not(DSL.condition(HANDOFF.DELETED)),
                fields.fields.where(Filter.parse(query.filter()), context));
        Keyset keyset = Keyset.of(fields.fields, HANDOFF.ID, query.sort(), "-offeredAt", null, null);
        return new Rows(HANDOFF, HANDOFF.REP_ID, HANDOFF.TEAM_ID, matching, keyset.order());
    }
}
