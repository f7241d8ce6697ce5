package vn.songhanh.sales.deal;

import static vn.songhanh.jooq.sales.Tables.DEAL;
import static vn.songhanh.jooq.sales.Tables.DEAL_CONTACT;
import static vn.songhanh.jooq.sales.Tables.LOSS_REASON;
import static vn.songhanh.jooq.sales.Tables.PIPELINE;
import static vn.songhanh.jooq.sales.Tables.STAGE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import vn.songhanh.contacts.contact.ContactSql;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.shared.ExportSource;
import vn.songhanh.shared.Filter;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.Keyset;
import vn.songhanh.shared.MoneyForm;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;

/** Deals in a file. */
@Component
class DealExport implements ExportSource {

    /** The stage of what is open, else how it ended: what an import needs to put the deal back where it stood. */
    private static final Field<String> STAGE_OR_END =
            DSL.when(DEAL.STATUS.eq(DealStatus.OPEN.name()), STAGE.NAME).otherwise(DEAL.STATUS);

    private static final Field<String> LOST_REASON =
            DSL.field(DSL.select(LOSS_REASON.NAME).from(LOSS_REASON).where(LOSS_REASON.CODE.eq(DEAL.LOST_REASON)));

    /** As {@link DealView#weighted}. */
    private static final Field<BigDecimal> WEIGHTED = DSL.when(
            DEAL.STATUS.eq(DealStatus.OPEN.name()),
            DSL.round(DEAL.AMOUNT.mul(STAGE.PROBABILITY).div(100), MoneyForm.decimals(DEAL.CURRENCY)));

    private final DealFields fields;

    DealExport(DealFields fields) {
        this.fields = fields;
    }

    @Override
    public RecordKind kind() {
        return SalesKinds.DEAL;
    }

    @Override
    public List<Column<?>> columns(Viewer viewer) {
        List<Column<?>> columns = new ArrayList<>(List.of(Column.of("externalId", DEAL.EXTERNAL_ID)));
        columns.addAll(DealFields.DETAILS.exported());
        columns.addAll(List.of(
                Column.of("company", ContactSql.companyName(viewer, DEAL.COMPANY_ID)),
                Column.of("contact", buyersEmail(viewer)),
                Column.of("contacts", contactNames(viewer)),
                Column.member("owner", DEAL.OWNER_ID),
                Column.of("pipeline", PIPELINE.NAME),
                Column.choice("stage", STAGE_OR_END),
                Column.choice("status", DEAL.STATUS),
                Column.of("weighted", WEIGHTED),
                Column.of("openedAt", DEAL.OPENED_AT),
                Column.of("stageSince", DEAL.STAGE_SINCE),
                Column.of("closedAt", DEAL.CLOSED_AT),
                Column.of("lostReason", LOST_REASON),
                Column.of("lostNote", DEAL.LOST_NOTE),
                Column.of("createdAt", DEAL.CREATED_AT),
                Column.of("updatedAt", DEAL.UPDATED_AT),
                Column.onlyAsked("deletedAt", DEAL.DELETED_AT),
                Column.of("id", DEAL.ID)));
        return columns;
    }

    private static Field<String> buyersEmail(Viewer viewer) {
        return DSL.field(DSL.select(ContactSql.contactEmail(viewer, DEAL_CONTACT.CONTACT_ID))
                .from(DEAL_CONTACT)
                .where(DEAL_CONTACT.DEAL_ID.eq(DEAL.ID))
                .orderBy(DEAL_CONTACT.POSITION)
                .limit(1));
    }

    private static Field<String[]> contactNames(Viewer viewer) {
        return DSL.array(DSL.select(ContactSql.contactName(viewer, DEAL_CONTACT.CONTACT_ID))
                .from(DEAL_CONTACT)
                .where(DEAL_CONTACT.DEAL_ID.eq(DEAL.ID))
                .orderBy(DEAL_CONTACT.POSITION));
    }

    @Override
    public Field<JSONB> custom() {
        return DEAL.CUSTOM;
    }

    @Override
    public Rows rows(Query query, FilterField.Context context) {
        Condition matching = DSL.and(
                query.deleted() ? DEAL.DELETED_AT.isNotNull() : DEAL.DELETED_AT.isNull(),
                fields.fields.where(Filter.parse(query.filter()), context),
                DealLists.search(query.q()));
        Keyset keyset = Keyset.of(fields.fields, DEAL.ID, query.sort(), "-createdAt", null, null);
        return new Rows(
                DEAL.join(STAGE).on(STAGE.ID.eq(DEAL.STAGE_ID)).join(PIPELINE).on(PIPELINE.ID.eq(DEAL.PIPELINE_ID)),
                DEAL.OWNER_ID,
                DEAL.TEAM_ID,
                matching,
                keyset.order());
    }
}
