package vn.songhanh.alignment;

import static vn.songhanh.jooq.alignment.Tables.HANDOFF;
import static vn.songhanh.jooq.alignment.Tables.HANDOFF_ASSIGNMENT;
import static vn.songhanh.jooq.alignment.Tables.HANDOFF_STEP;
import static vn.songhanh.jooq.alignment.Tables.SLA;
import static vn.songhanh.jooq.alignment.Tables.SLA_PROPOSAL;
import static vn.songhanh.jooq.alignment.Tables.SLA_SIGNATURE;
import static vn.songhanh.jooq.alignment.Tables.SLA_VERSION;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.workspace.changes.ChangeKind;

/** What pages show of the contract and of what is handed over under it. */
@Configuration(proxyBeanMethods = false)
class AlignmentKinds {

    @Bean
    ChangeKind handoffsKind() {
        return ChangeKind.of(RecordKind.HANDOFF, HANDOFF, HANDOFF_ASSIGNMENT, HANDOFF_STEP);
    }

    /** Its figures count hand-offs, also for those who may see none of them. */
    @Bean
    ChangeKind slasKind() {
        return ChangeKind.of(
                RecordKind.SLA, SLA, SLA_VERSION, SLA_PROPOSAL, SLA_SIGNATURE, HANDOFF, HANDOFF_ASSIGNMENT);
    }
}
