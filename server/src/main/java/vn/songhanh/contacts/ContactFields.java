package vn.songhanh.contacts;

import static vn.songhanh.jooq.contacts.Tables.COMPANY;
import static vn.songhanh.jooq.contacts.Tables.CONTACT;

import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.ColumnField;
import vn.songhanh.shared.FieldSet;
import vn.songhanh.shared.FieldType;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Visibility;
import vn.songhanh.workspace.customfields.CustomFields;

/** By what contacts are filtered and sorted: their own fields, their company's, and those that other modules offer. */
@Component
class ContactFields {

    private static final ColumnField.Through OF_THE_COMPANY =
            (condition, viewer) -> CONTACT.COMPANY_ID.in(DSL.select(COMPANY.ID)
                    .from(COMPANY)
                    .where(condition)
                    .and(COMPANY.DELETED_AT.isNull())
                    .and(Visibility.of(viewer, RecordKind.COMPANY, Action.READ, COMPANY.OWNER_ID, COMPANY.TEAM_ID)));

    private final FieldSet fields;

    ContactFields(ObjectProvider<FilterField> offered, CustomFields customFields) {
        fields = new FieldSet(RecordKind.CONTACT)
                .text("fullName", CONTACT.FULL_NAME)
                .text("familyName", CONTACT.FAMILY_NAME)
                .text("givenName", CONTACT.GIVEN_NAME)
                .text("email", DSL.arrayGet(CONTACT.EMAILS, 1))
                .list("emails", CONTACT.EMAILS)
                .text("phone", DSL.arrayGet(CONTACT.PHONES, 1))
                .list("phones", CONTACT.PHONES)
                .text("jobTitle", CONTACT.JOB_TITLE)
                .id("companyId", CONTACT.COMPANY_ID)
                .id("ownerId", CONTACT.OWNER_ID)
                .id("teamId", CONTACT.TEAM_ID)
                .choice("lifecycleStage", CONTACT.LIFECYCLE_STAGE, LifecycleStage.values())
                .instant("lifecycleSince", CONTACT.LIFECYCLE_SINCE)
                .id("otherKindId", CONTACT.OTHER_KIND_ID)
                .choice("customerStatus", CONTACT.CUSTOMER_STATUS, CustomerStatus.values())
                .number("recycleCount", CONTACT.RECYCLE_COUNT)
                .instant("recycledAt", CONTACT.RECYCLED_AT)
                .text("source.channel", CONTACT.SOURCE_CHANNEL)
                .text("source.campaign", CONTACT.SOURCE_CAMPAIGN)
                .text("source.medium", CONTACT.SOURCE_MEDIUM)
                .list("tags", CONTACT.TAGS)
                .text("address.provinceCode", CONTACT.PROVINCE_CODE)
                .text("address.wardCode", CONTACT.WARD_CODE)
                .instant("lastActivityAt", CONTACT.LAST_ACTIVITY_AT)
                .instant("createdAt", CONTACT.CREATED_AT)
                .instant("updatedAt", CONTACT.UPDATED_AT)
                .instant("deletedAt", CONTACT.DELETED_AT)
                .add(ofCompany("company.name", FieldType.TEXT, COMPANY.NAME))
                .add(ofCompany("company.industry", FieldType.TEXT, COMPANY.INDUSTRY))
                .add(ofCompany("company.taxCode", FieldType.TEXT, COMPANY.TAX_CODE))
                .add(ofCompany("company.employees", FieldType.NUMBER, COMPANY.EMPLOYEES))
                .offered(offered::orderedStream)
                .orElse(customFields.fields(RecordKind.CONTACT, CONTACT.CUSTOM))
                .sortable("givenName", CONTACT.GIVEN_NAME)
                .sortable("fullName", CONTACT.FULL_NAME)
                .sortable("createdAt", CONTACT.CREATED_AT)
                .sortable("updatedAt", CONTACT.UPDATED_AT)
                .sortable("lifecycleSince", CONTACT.LIFECYCLE_SINCE)
                .sortable("deletedAt", DSL.coalesce(CONTACT.DELETED_AT, CONTACT.CREATED_AT))
                .sortable("lastActivityAt", DSL.coalesce(CONTACT.LAST_ACTIVITY_AT, CONTACT.CREATED_AT));
    }

    FieldSet fields() {
        return fields;
    }

    private static ColumnField ofCompany(String name, FieldType type, Field<?> column) {
        return new ColumnField(RecordKind.CONTACT, name, type, column).through(OF_THE_COMPANY);
    }
}
