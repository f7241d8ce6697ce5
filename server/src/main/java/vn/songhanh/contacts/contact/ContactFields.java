package vn.songhanh.contacts.contact;

import static vn.songhanh.jooq.contacts.Tables.COMPANY;
import static vn.songhanh.jooq.contacts.Tables.CONTACT;

import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.CustomerStatus;
import vn.songhanh.contacts.Forms;
import vn.songhanh.contacts.company.CompanyId;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.ColumnField;
import vn.songhanh.shared.ColumnForm;
import vn.songhanh.shared.CustomForm;
import vn.songhanh.shared.FieldSet;
import vn.songhanh.shared.FieldSource;
import vn.songhanh.shared.FieldType;
import vn.songhanh.shared.Fields;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.TagsForm;
import vn.songhanh.shared.Visibility;
import vn.songhanh.workspace.customfields.CustomFields;

/** By what contacts are filtered and sorted: their own fields, their company's, and those that other modules offer. */
@Component
class ContactFields implements FieldSource {

    private static final ColumnField.Through OF_A_COMPANY =
            (condition, viewer) -> CONTACT.COMPANY_ID.in(DSL.select(COMPANY.ID)
                    .from(COMPANY)
                    .where(condition)
                    .and(COMPANY.DELETED_AT.isNull())
                    .and(Visibility.of(viewer, ContactKinds.COMPANY, Action.READ, COMPANY.OWNER_ID, COMPANY.TEAM_ID)));

    /** One whose company is in the bin has none. */
    private static final ColumnField.Through OF_THE_COMPANY = OF_A_COMPANY.orNone(DSL.notExists(DSL.selectOne()
            .from(COMPANY)
            .where(COMPANY.ID.eq(CONTACT.COMPANY_ID))
            .and(COMPANY.DELETED_AT.isNull())));

    static final Fields<Contact.Details> DETAILS = Fields.of(Contact.Details.class)
            .with(
                    "name",
                    new Forms.Name(CONTACT.FULL_NAME, CONTACT.FAMILY_NAME, CONTACT.GIVEN_NAME),
                    "họ tên | họ và tên | tên liên hệ | tên khách hàng | tên | full name | name | contact")
            .with(
                    "reach",
                    new Forms.Reachable(CONTACT.EMAILS, CONTACT.PHONES),
                    "email | e-mail | thư điện tử | địa chỉ email | email address | mail")
            .with("jobTitle", ColumnForm.text(CONTACT.JOB_TITLE), "chức vụ | chức danh | job title | title | position")
            .with("companyId", ColumnForm.reference(CONTACT.COMPANY_ID, CompanyId::new))
            .with(
                    "customerStatus",
                    ColumnForm.choice(CONTACT.CUSTOMER_STATUS, CustomerStatus.class, CustomerStatus.WORDS),
                    "tình trạng khách hàng | customer status")
            .with(
                    "source",
                    new Forms.Origin(CONTACT.SOURCE_CHANNEL, CONTACT.SOURCE_CAMPAIGN, CONTACT.SOURCE_MEDIUM),
                    "nguồn | kênh | source | lead source | utm source | channel")
            .with("tags", new TagsForm(CONTACT.TAGS), "nhãn | thẻ | tag | tags | labels")
            .with(
                    "address",
                    new Forms.Place(
                            CONTACT.PROVINCE_CODE, CONTACT.WARD_CODE, CONTACT.ADDRESS_LINE, CONTACT.ADDRESS_TEXT),
                    "địa chỉ | address | office location | location")
            .with("custom", new CustomForm(CONTACT.CUSTOM))
            .whole();

    private final FieldSet fields;

    ContactFields(ObjectProvider<FilterField> offered, CustomFields customFields) {
        fields = ContactStore.TABLE
                .fields()
                .add(ofCompany("company.name", FieldType.TEXT, COMPANY.NAME))
                .add(ofCompany("company.industry", FieldType.TEXT, COMPANY.INDUSTRY))
                .add(ofCompany("company.taxCode", FieldType.TEXT, COMPANY.TAX_CODE))
                .add(ofCompany("company.employees", FieldType.NUMBER, COMPANY.EMPLOYEES))
                .offered(offered::orderedStream)
                .orElse(customFields.fields(ContactKinds.CONTACT, CONTACT.CUSTOM))
                .sortable("givenName", CONTACT.GIVEN_NAME)
                .sortable("fullName", CONTACT.FULL_NAME);
    }

    @Override
    public FieldSet fields() {
        return fields;
    }

    private static ColumnField ofCompany(String name, FieldType type, Field<?> column) {
        return of(name, type, column).through(OF_THE_COMPANY);
    }

    private static ColumnField of(String name, FieldType type, Field<?> column) {
        return new ColumnField(ContactKinds.CONTACT, name, type, column);
    }
}
