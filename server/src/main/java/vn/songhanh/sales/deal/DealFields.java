package vn.songhanh.sales.deal;

import static vn.songhanh.jooq.sales.Tables.DEAL;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import vn.songhanh.contacts.company.CompanyId;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.shared.ColumnForm;
import vn.songhanh.shared.CustomForm;
import vn.songhanh.shared.FieldSet;
import vn.songhanh.shared.FieldSource;
import vn.songhanh.shared.Fields;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.MoneyForm;
import vn.songhanh.shared.TagsForm;
import vn.songhanh.workspace.customfields.CustomFields;

/** What deals can be filtered and sorted by. */
@Component
class DealFields implements FieldSource {

    static final Fields<Deal.Details> DETAILS = Fields.of(Deal.Details.class)
            .with(
                    "name",
                    ColumnForm.text(DEAL.NAME),
                    "deal name | opportunity name | name | title | tên thương vụ | tên cơ hội | thương vụ | tên")
            .with(
                    "amount",
                    new MoneyForm(DEAL.AMOUNT, DEAL.CURRENCY),
                    "amount | value | close value | deal value | revenue | giá trị | số tiền | doanh thu | trị giá")
            .with("contactIds", new BuyersForm())
            .with("companyId", ColumnForm.reference(DEAL.COMPANY_ID, CompanyId::new))
            .with(
                    "expectedCloseDate",
                    ColumnForm.day(DEAL.EXPECTED_CLOSE_DATE),
                    "expected close | expected close date | dự kiến chốt | ngày dự kiến | ngày chốt dự kiến")
            .with("nextStep", ColumnForm.text(DEAL.NEXT_STEP), "next step | việc tiếp theo | bước tiếp theo")
            .with(
                    "nextStepDate",
                    ColumnForm.day(DEAL.NEXT_STEP_DATE),
                    "next step date | date of the next step | ngày việc tiếp theo | ngày bước tiếp theo | ngày của bước tiếp theo")
            .with("tags", new TagsForm(DEAL.TAGS), "tags | labels | product | products | nhãn | thẻ | sản phẩm")
            .with("custom", new CustomForm(DEAL.CUSTOM))
            .whole();

    final FieldSet fields;

    DealFields(List<FilterField> offered, CustomFields customFields) {
        fields = DealStore.TABLE
                .fields()
                .offered(offered::stream)
                .orElse(customFields.fields(SalesKinds.DEAL, DEAL.CUSTOM))
                .sortable("name", DEAL.NAME)
                .sortable("amount", DSL.coalesce(DEAL.AMOUNT, DSL.inline(BigDecimal.ONE.negate())))
                .sortable(
                        "expectedCloseDate",
                        DSL.coalesce(DEAL.EXPECTED_CLOSE_DATE, DSL.inline(LocalDate.of(9999, 12, 31))));
    }

    @Override
    public FieldSet fields() {
        return fields;
    }
}
