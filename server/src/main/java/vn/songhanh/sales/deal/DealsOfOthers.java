package vn.songhanh.sales.deal;

import static vn.songhanh.jooq.sales.Tables.DEAL;
import static vn.songhanh.jooq.sales.Tables.DEAL_CONTACT;

import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.contact.ContactSql;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.ColumnField;
import vn.songhanh.shared.FieldType;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;
import vn.songhanh.shared.Visibility;

/**
 * What contacts and companies can be asked about their deals: {@code deals.status}, {@code deals.amount}. Each asks
 * whether there is such a deal among those that the viewer may see; two conditions may be met by two deals.
 */
class DealsOfOthers implements BeanRegistrar {

    @Configuration(proxyBeanMethods = false)
    @Import(DealsOfOthers.class)
    static class Registration {}

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        fields(ContactKinds.CONTACT, DealsOfOthers::ofTheContact).forEach(field -> register(registry, field));
        fields(ContactKinds.COMPANY, DealsOfOthers::ofTheCompany).forEach(field -> register(registry, field));
    }

    private static void register(BeanRegistry registry, ColumnField field) {
        registry.registerBean(
                field.kind() + "." + field.name(), FilterField.class, bean -> bean.supplier(context -> field));
    }

    private static List<ColumnField> fields(RecordKind kind, ColumnField.Through through) {
        List<String> statuses =
                Arrays.stream(DealStatus.values()).map(Enum::name).toList();
        return List.of(
                new ColumnField(kind, "deals.status", FieldType.CHOICE, DEAL.STATUS, statuses, through),
                new ColumnField(kind, "deals.name", FieldType.TEXT, DEAL.NAME).through(through),
                new ColumnField(kind, "deals.pipelineId", FieldType.ID, DEAL.PIPELINE_ID).through(through),
                new ColumnField(kind, "deals.stageId", FieldType.ID, DEAL.STAGE_ID).through(through),
                new ColumnField(kind, "deals.amount", FieldType.NUMBER, DEAL.AMOUNT).through(through),
                new ColumnField(kind, "deals.ownerId", FieldType.ID, DEAL.OWNER_ID).through(through),
                new ColumnField(kind, "deals.tags", FieldType.LIST, DEAL.TAGS).through(through),
                new ColumnField(kind, "deals.lostReason", FieldType.TEXT, DEAL.LOST_REASON).through(through),
                new ColumnField(kind, "deals.expectedCloseDate", FieldType.DATE, DEAL.EXPECTED_CLOSE_DATE)
                        .through(through),
                new ColumnField(kind, "deals.openedAt", FieldType.INSTANT, DEAL.OPENED_AT).through(through),
                new ColumnField(kind, "deals.closedAt", FieldType.INSTANT, DEAL.CLOSED_AT).through(through));
    }

    private static Condition ofTheContact(Condition condition, Viewer viewer) {
        return ContactSql.CONTACT_ID.in(DSL.select(DEAL_CONTACT.CONTACT_ID)
                .from(DEAL_CONTACT)
                .join(DEAL)
                .on(DEAL.ID.eq(DEAL_CONTACT.DEAL_ID))
                .where(condition)
                .and(seenBy(viewer)));
    }

    private static Condition ofTheCompany(Condition condition, Viewer viewer) {
        return ContactSql.COMPANY_ID.in(
                DSL.select(DEAL.COMPANY_ID).from(DEAL).where(condition).and(seenBy(viewer)));
    }

    private static Condition seenBy(Viewer viewer) {
        return DEAL.DELETED_AT
                .isNull()
                .and(Visibility.of(viewer, SalesKinds.DEAL, Action.READ, DEAL.OWNER_ID, DEAL.TEAM_ID));
    }
}
