package vn.songhanh.sales;

import static vn.songhanh.jooq.sales.Tables.DEAL;
import static vn.songhanh.jooq.sales.Tables.DEAL_CONTACT;
import static vn.songhanh.jooq.sales.Tables.DEAL_MOVE;
import static vn.songhanh.jooq.sales.Tables.LOSS_REASON;
import static vn.songhanh.jooq.sales.Tables.PIPELINE;
import static vn.songhanh.jooq.sales.Tables.STAGE;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.workspace.changes.ChangeKind;

/** What pages show of sales. */
@Configuration(proxyBeanMethods = false)
class SalesKinds {

    @Bean
    ChangeKind dealsKind() {
        return ChangeKind.of(RecordKind.DEAL, DEAL, DEAL_CONTACT, DEAL_MOVE);
    }

    @Bean
    ChangeKind pipelinesKind() {
        return ChangeKind.of(RecordKind.PIPELINE, PIPELINE, STAGE);
    }

    @Bean
    ChangeKind lossReasonsKind() {
        return ChangeKind.of("loss-reasons", RecordKind.DEAL, Action.READ, LOSS_REASON);
    }
}
