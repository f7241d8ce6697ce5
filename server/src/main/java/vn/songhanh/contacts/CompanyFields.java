package vn.songhanh.contacts;

import static vn.songhanh.jooq.contacts.Tables.COMPANY;

import org.jooq.impl.DSL;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.FieldSet;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.workspace.customfields.CustomFields;

/** By what companies are filtered and sorted: their own fields, and those that other modules offer. */
@Component
class CompanyFields {

    private final FieldSet fields;

    CompanyFields(ObjectProvider<FilterField> offered, CustomFields customFields) {
        fields = new FieldSet(RecordKind.COMPANY)
                .text("name", COMPANY.NAME)
                .text("taxCode", COMPANY.TAX_CODE)
                .text("domain", COMPANY.DOMAIN)
                .text("phone", COMPANY.PHONE)
                .text("industry", COMPANY.INDUSTRY)
                .number("employees", COMPANY.EMPLOYEES)
                .id("parentId", COMPANY.PARENT_ID)
                .id("ownerId", COMPANY.OWNER_ID)
                .id("teamId", COMPANY.TEAM_ID)
                .choice("lifecycleStage", COMPANY.LIFECYCLE_STAGE, LifecycleStage.values())
                .instant("lifecycleSince", COMPANY.LIFECYCLE_SINCE)
                .id("otherKindId", COMPANY.OTHER_KIND_ID)
                .choice("customerStatus", COMPANY.CUSTOMER_STATUS, CustomerStatus.values())
                .number("recycleCount", COMPANY.RECYCLE_COUNT)
                .instant("recycledAt", COMPANY.RECYCLED_AT)
                .text("source.channel", COMPANY.SOURCE_CHANNEL)
                .text("source.campaign", COMPANY.SOURCE_CAMPAIGN)
                .text("source.medium", COMPANY.SOURCE_MEDIUM)
                .list("tags", COMPANY.TAGS)
                .text("address.provinceCode", COMPANY.PROVINCE_CODE)
                .text("address.wardCode", COMPANY.WARD_CODE)
                .instant("lastActivityAt", COMPANY.LAST_ACTIVITY_AT)
                .instant("createdAt", COMPANY.CREATED_AT)
                .instant("updatedAt", COMPANY.UPDATED_AT)
                .instant("deletedAt", COMPANY.DELETED_AT)
                .offered(offered::orderedStream)
                .orElse(customFields.fields(RecordKind.COMPANY, COMPANY.CUSTOM))
                .sortable("name", COMPANY.NAME)
                .sortable("createdAt", COMPANY.CREATED_AT)
                .sortable("updatedAt", COMPANY.UPDATED_AT)
                .sortable("lifecycleSince", COMPANY.LIFECYCLE_SINCE)
                .sortable("deletedAt", DSL.coalesce(COMPANY.DELETED_AT, COMPANY.CREATED_AT))
                .sortable("lastActivityAt", DSL.coalesce(COMPANY.LAST_ACTIVITY_AT, COMPANY.CREATED_AT));
    }

    FieldSet fields() {
        return fields;
    }
}
