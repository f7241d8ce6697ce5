package vn.songhanh.contacts.company;

import static vn.songhanh.jooq.contacts.Tables.COMPANY;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.CustomerStatus;
import vn.songhanh.contacts.Forms;
import vn.songhanh.shared.ColumnForm;
import vn.songhanh.shared.CustomForm;
import vn.songhanh.shared.FieldSet;
import vn.songhanh.shared.FieldSource;
import vn.songhanh.shared.Fields;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.TagsForm;
import vn.songhanh.workspace.customfields.CustomFields;

/** By what companies are filtered and sorted: their own fields, and those that other modules offer. */
@Component
class CompanyFields implements FieldSource {

    static final Fields<Company.Details> DETAILS = Fields.of(Company.Details.class)
            .withRequired(
                    "name",
                    ColumnForm.text(COMPANY.NAME),
                    "tên công ty | công ty | tên | đơn vị | company | account | name | company name | organization")
            .with(
                    "taxCode",
                    ColumnForm.text(COMPANY.TAX_CODE).checkedBy(Company::taxCode),
                    "mã số thuế | mst | tax code | tax id | vat number")
            .with(
                    "domain",
                    ColumnForm.text(COMPANY.DOMAIN)
                            .checkedBy(Company::domain)
                            .soughtAs(text -> Company.domain(text).orElse(text)),
                    "tên miền | website | trang web | web | domain | url")
            .with("website", ColumnForm.text(COMPANY.WEBSITE), "trang chủ | địa chỉ web | homepage | web page")
            .with("phone", Forms.phone(COMPANY.PHONE), "điện thoại | số điện thoại | sđt | phone | telephone")
            .with("industry", ColumnForm.text(COMPANY.INDUSTRY), "ngành | ngành nghề | lĩnh vực | industry | sector")
            .with(
                    "employees",
                    ColumnForm.count(COMPANY.EMPLOYEES),
                    "số nhân viên | quy mô | nhân sự | employees | number of employees")
            .with("parentId", ColumnForm.reference(COMPANY.PARENT_ID, CompanyId::new))
            .with(
                    "customerStatus",
                    ColumnForm.choice(COMPANY.CUSTOMER_STATUS, CustomerStatus.class, CustomerStatus.WORDS),
                    "tình trạng khách hàng | customer status")
            .with(
                    "source",
                    new Forms.Origin(COMPANY.SOURCE_CHANNEL, COMPANY.SOURCE_CAMPAIGN, COMPANY.SOURCE_MEDIUM),
                    "nguồn | kênh | source | lead source | utm source | channel")
            .with("tags", new TagsForm(COMPANY.TAGS), "nhãn | thẻ | tag | tags | labels")
            .with(
                    "address",
                    new Forms.Place(
                            COMPANY.PROVINCE_CODE, COMPANY.WARD_CODE, COMPANY.ADDRESS_LINE, COMPANY.ADDRESS_TEXT),
                    "địa chỉ | address | office location | location")
            .with("custom", new CustomForm(COMPANY.CUSTOM))
            .whole();

    private final FieldSet fields;

    CompanyFields(ObjectProvider<FilterField> offered, CustomFields customFields) {
        fields = CompanyStore.TABLE
                .fields()
                .offered(offered::orderedStream)
                .orElse(customFields.fields(ContactKinds.COMPANY, COMPANY.CUSTOM))
                .sortable("name", COMPANY.NAME);
    }

    @Override
    public FieldSet fields() {
        return fields;
    }
}
