package vn.songhanh.sales.competitor;

import static vn.songhanh.jooq.sales.Tables.COMPETITOR;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.shared.ColumnForm;
import vn.songhanh.shared.CustomForm;
import vn.songhanh.shared.FieldSet;
import vn.songhanh.shared.FieldSource;
import vn.songhanh.shared.Fields;
import vn.songhanh.shared.FilterField;
import vn.songhanh.workspace.customfields.CustomFields;

/** What is known of a competitor: each field once. */
@Component
class CompetitorFields implements FieldSource {

    static final Fields<Competitor.Details> DETAILS = Fields.of(Competitor.Details.class)
            .withRequired("name", ColumnForm.text(COMPETITOR.NAME), "tên đối thủ | đối thủ | competitor | name")
            .with("website", ColumnForm.text(COMPETITOR.WEBSITE), "trang web | website | trang chủ")
            .with(
                    "priceLevel",
                    ColumnForm.choice(COMPETITOR.PRICE_LEVEL, PriceLevel.class, PriceLevel.WORDS),
                    "giá so với mình | mức giá | price level")
            .with("strengths", ColumnForm.lines(COMPETITOR.STRENGTHS), "điểm mạnh | strengths")
            .with("weaknesses", ColumnForm.lines(COMPETITOR.WEAKNESSES), "điểm yếu | weaknesses")
            .with("answer", ColumnForm.lines(COMPETITOR.ANSWER), "cách thắng | how we win")
            .with("custom", new CustomForm(COMPETITOR.CUSTOM))
            .whole();

    private final FieldSet fields;

    CompetitorFields(List<FilterField> offered, CustomFields customFields) {
        fields = CompetitorStore.TABLE
                .fields()
                .offered(offered::stream)
                .orElse(customFields.fields(SalesKinds.COMPETITOR, COMPETITOR.CUSTOM))
                .sortable("name", COMPETITOR.NAME);
    }

    @Override
    public FieldSet fields() {
        return fields;
    }
}
