package vn.songhanh.sales;

import static vn.songhanh.shared.Action.DELETE;
import static vn.songhanh.shared.Action.EXPORT;
import static vn.songhanh.shared.Action.READ;
import static vn.songhanh.shared.Action.WRITE;
import static vn.songhanh.shared.Reach.ALL;
import static vn.songhanh.shared.Reach.OWN;
import static vn.songhanh.shared.Reach.TEAM;
import static vn.songhanh.workspace.members.Role.INSIDE_REP;
import static vn.songhanh.workspace.members.Role.MARKETER;
import static vn.songhanh.workspace.members.Role.MARKETING_MANAGER;
import static vn.songhanh.workspace.members.Role.OUTSIDE_REP;
import static vn.songhanh.workspace.members.Role.SALES_MANAGER;
import static vn.songhanh.workspace.members.Role.VIEWER;

import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.songhanh.jooq.sales.Tables;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.workspace.changes.ChangeKind;
import vn.songhanh.workspace.members.RegisteredKind;

/** The kinds of records of this module. */
@Configuration(proxyBeanMethods = false)
public class SalesKinds {

    public static final RecordKind DEAL = new RecordKind("DEAL");
    public static final RecordKind COMPETITOR = new RecordKind("COMPETITOR");
    public static final RecordKind PIPELINE = new RecordKind("PIPELINE");

    @Bean
    RegisteredKind dealRecords() {
        return RegisteredKind.of(DEAL)
                .withCustomFields()
                .grant(MARKETING_MANAGER, ALL, READ, EXPORT)
                .grant(EnumSet.of(MARKETER, VIEWER), ALL, READ)
                .grant(SALES_MANAGER, TEAM, READ, WRITE, DELETE, EXPORT)
                .grant(EnumSet.of(INSIDE_REP, OUTSIDE_REP), OWN, READ, WRITE);
    }

    @Bean
    RegisteredKind pipelineRecords() {
        return RegisteredKind.of(PIPELINE)
                .grant(EnumSet.of(MARKETING_MANAGER, MARKETER, INSIDE_REP, OUTSIDE_REP, VIEWER), ALL, READ)
                .grant(SALES_MANAGER, ALL, READ, WRITE, DELETE);
    }

    @Bean
    RegisteredKind competitorRecords() {
        return RegisteredKind.of(COMPETITOR)
                .withCustomFields()
                .grant(EnumSet.of(MARKETING_MANAGER, SALES_MANAGER), ALL, READ, WRITE, DELETE, EXPORT)
                .grant(MARKETER, ALL, READ, WRITE, EXPORT)
                .grant(EnumSet.of(INSIDE_REP, OUTSIDE_REP), ALL, READ)
                .grant(EnumSet.of(INSIDE_REP, OUTSIDE_REP), OWN, WRITE)
                .grant(VIEWER, ALL, READ);
    }

    // What pages show of them.

    @Bean
    ChangeKind competitorsKind() {
        return ChangeKind.of(COMPETITOR, Tables.COMPETITOR);
    }

    @Bean
    ChangeKind dealsKind() {
        return ChangeKind.of(DEAL, Tables.DEAL, Tables.DEAL_CONTACT, Tables.DEAL_MOVE);
    }

    @Bean
    ChangeKind pipelinesKind() {
        return ChangeKind.of(PIPELINE, Tables.PIPELINE, Tables.STAGE);
    }

    @Bean
    ChangeKind lossReasonsKind() {
        return ChangeKind.of("loss-reasons", DEAL, READ, Tables.LOSS_REASON);
    }
}
