package vn.songhanh.sales;

import static vn.songhanh.jooq.sales.Tables.DEAL;
import static vn.songhanh.jooq.sales.Tables.DEAL_CONTACT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.ColumnField;
import vn.songhanh.shared.FieldSet;
import vn.songhanh.shared.FieldType;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.workspace.customfields.CustomFields;

/** What deals can be filtered and sorted by. */
@Component
class DealFields {

    final FieldSet fields;

    DealFields(List<FilterField> offered, CustomFields customFields) {
        OffsetDateTime never = OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        fields = new FieldSet(RecordKind.DEAL)
                .text("name", DEAL.NAME)
                .id("pipelineId", DEAL.PIPELINE_ID)
                .id("stageId", DEAL.STAGE_ID)
                .choice("status", DEAL.STATUS, DealStatus.values())
                .number("amount", DEAL.AMOUNT)
                .text("currency", DEAL.CURRENCY)
                .id("companyId", DEAL.COMPANY_ID)
                .add(new ColumnField(RecordKind.DEAL, "contactIds", FieldType.ID, DEAL_CONTACT.CONTACT_ID)
                        .through((isThatContact, viewer) -> DSL.exists(DSL.selectOne()
                                .from(DEAL_CONTACT)
                                .where(DEAL_CONTACT.DEAL_ID.eq(DEAL.ID))
                                .and(isThatContact))))
                .id("ownerId", DEAL.OWNER_ID)
                .id("teamId", DEAL.TEAM_ID)
                .date("expectedCloseDate", DEAL.EXPECTED_CLOSE_DATE)
                .text("nextStep", DEAL.NEXT_STEP)
                .date("nextStepDate", DEAL.NEXT_STEP_DATE)
                .list("tags", DEAL.TAGS)
                .text("lostReason", DEAL.LOST_REASON)
                .text("externalId", DEAL.EXTERNAL_ID)
                .instant("openedAt", DEAL.OPENED_AT)
                .instant("stageSince", DEAL.STAGE_SINCE)
                .instant("closedAt", DEAL.CLOSED_AT)
                .instant("createdAt", DEAL.CREATED_AT)
                .instant("updatedAt", DEAL.UPDATED_AT)
                .offered(offered::stream)
                .orElse(customFields.fields(RecordKind.DEAL, DEAL.CUSTOM))
                .sortable("createdAt", DEAL.CREATED_AT)
                .sortable("updatedAt", DEAL.UPDATED_AT)
                .sortable("openedAt", DEAL.OPENED_AT)
                .sortable("stageSince", DEAL.STAGE_SINCE)
                .sortable("closedAt", DSL.coalesce(DEAL.CLOSED_AT, DSL.inline(never)))
                .sortable("name", DEAL.NAME)
                .sortable("amount", DSL.coalesce(DEAL.AMOUNT, DSL.inline(BigDecimal.ONE.negate())))
                .sortable(
                        "expectedCloseDate",
                        DSL.coalesce(DEAL.EXPECTED_CLOSE_DATE, DSL.inline(LocalDate.of(9999, 12, 31))));
    }
}
