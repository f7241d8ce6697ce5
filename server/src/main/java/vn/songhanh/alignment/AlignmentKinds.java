package vn.songhanh.alignment;

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
import vn.songhanh.jooq.alignment.Tables;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.workspace.changes.ChangeKind;
import vn.songhanh.workspace.members.RegisteredKind;

/** The kinds of records of this module. */
@Configuration(proxyBeanMethods = false)
public class AlignmentKinds {

    public static final RecordKind HANDOFF = new RecordKind("HANDOFF");

    /** The contract between marketing and sales, and the report on how it is kept. */
    public static final RecordKind SLA = new RecordKind("SLA");

    @Bean
    RegisteredKind handoffRecords() {
        return RegisteredKind.of(HANDOFF)
                .grant(MARKETING_MANAGER, ALL, READ, EXPORT)
                .grant(EnumSet.of(MARKETER, VIEWER), ALL, READ)
                .grant(SALES_MANAGER, TEAM, READ, WRITE, EXPORT)
                .grant(EnumSet.of(INSIDE_REP, OUTSIDE_REP), OWN, READ, WRITE);
    }

    @Bean
    RegisteredKind slaRecords() {
        return RegisteredKind.of(SLA)
                .grant(EnumSet.of(MARKETING_MANAGER, SALES_MANAGER), ALL, READ, WRITE, EXPORT)
                .grant(EnumSet.of(MARKETER, INSIDE_REP, OUTSIDE_REP, VIEWER), ALL, READ);
    }

    // What pages show of them.

    @Bean
    ChangeKind handoffsKind() {
        return ChangeKind.of(HANDOFF, Tables.HANDOFF, Tables.HANDOFF_ASSIGNMENT, Tables.HANDOFF_STEP);
    }

    /** Its figures count hand-offs, also for those who may see none of them. */
    @Bean
    ChangeKind slasKind() {
        return ChangeKind.of(
                SLA,
                Tables.SLA,
                Tables.SLA_VERSION,
                Tables.SLA_PROPOSAL,
                Tables.SLA_SIGNATURE,
                Tables.HANDOFF,
                Tables.HANDOFF_ASSIGNMENT);
    }
}
