package vn.songhanh.workspace.members;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static vn.songhanh.jooq.workspace.Tables.MEMBER;
import static vn.songhanh.jooq.workspace.Tables.TEAM;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.songhanh.shared.MemberId;

@Repository
class MemberImportStore {

    private final DSLContext db;
    private final TransactionTemplate savepoint;

    MemberImportStore(DSLContext db, PlatformTransactionManager transactions) {
        this.db = db;
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Teams first, without their leaders; then the members; then who leads. */
    void write(
            UUID importId,
            Collection<MemberImport.TeamDraft> teams,
            List<MemberImport.MemberDraft> created,
            List<MemberImport.MemberDraft> changed,
            Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        db.batch(teams.stream()
                        .filter(team -> team.isNew)
                        .map(team -> db.insertInto(TEAM)
                                .set(TEAM.ID, team.id.value())
                                .set(TEAM.NAME, team.name)
                                .set(TEAM.IMPORT_ID, importId)
                                .set(TEAM.CREATED_AT, at)
                                .set(TEAM.UPDATED_AT, at))
                        .toList())
                .execute();
        db.batch(created.stream()
                        .map(member -> db.insertInto(MEMBER)
                                .set(MEMBER.ID, member.id().value())
                                .set(MEMBER.TEAM_ID, member.input().teamId().value())
                                .set(MEMBER.FULL_NAME, member.input().fullName())
                                .set(MEMBER.EMAIL, member.input().email())
                                .set(MEMBER.ROLE, member.input().role().name())
                                .set(MEMBER.IMPORT_ID, importId)
                                .set(MEMBER.CREATED_AT, at)
                                .set(MEMBER.UPDATED_AT, at))
                        .toList())
                .execute();
        db.batch(changed.stream()
                        .map(member -> db.update(MEMBER)
                                .set(MEMBER.TEAM_ID, member.input().teamId().value())
                                .set(MEMBER.EMAIL, member.input().email())
                                .set(MEMBER.ROLE, member.input().role().name())
                                .set(MEMBER.UPDATED_AT, at)
                                .set(MEMBER.VERSION, member.version() + 1)
                                .where(MEMBER.ID.eq(member.id().value()))
                                .and(MEMBER.VERSION.eq(member.version())))
                        .toList())
                .execute();
        db.batch(teams.stream()
                        .filter(team -> team.leader != null)
                        .map(team -> db.update(TEAM)
                                .set(TEAM.LEADER_ID, team.leader == null ? null : team.leader.value())
                                .where(TEAM.ID.eq(team.id.value()))
                                .and(TEAM.LEADER_ID.isNull()))
                        .toList())
                .execute();
    }

    /** @return false when records hang on the member, who then stays */
    boolean delete(MemberId id) {
        return Boolean.TRUE.equals(savepoint.execute(status -> {
            try {
                db.update(TEAM)
                        .setNull(TEAM.LEADER_ID)
                        .where(TEAM.LEADER_ID.eq(id.value()))
                        .execute();
                db.deleteFrom(MEMBER).where(MEMBER.ID.eq(id.value())).execute();
                return true;
            } catch (DataIntegrityViolationException inUse) {
                status.setRollbackOnly();
                return false;
            }
        }));
    }

    /** The managers that the import made without a row of their own, and the teams in which nobody is left. */
    void deleteLeftOver(UUID importId) {
        var other = MEMBER.as("other");
        for (UUID manager : db.select(MEMBER.ID)
                .from(MEMBER)
                .join(TEAM)
                .on(TEAM.LEADER_ID.eq(MEMBER.ID))
                .where(MEMBER.IMPORT_ID.eq(importId))
                .and(notExists(
                        selectOne().from(other).where(other.TEAM_ID.eq(TEAM.ID)).and(other.ID.ne(MEMBER.ID))))
                .fetch(MEMBER.ID)) {
            delete(new MemberId(manager));
        }
        db.deleteFrom(TEAM)
                .where(TEAM.IMPORT_ID.eq(importId))
                .and(notExists(selectOne().from(MEMBER).where(MEMBER.TEAM_ID.eq(TEAM.ID))))
                .execute();
    }
}
