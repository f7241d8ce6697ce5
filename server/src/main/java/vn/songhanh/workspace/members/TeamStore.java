package vn.songhanh.workspace.members;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectCount;
import static vn.songhanh.jooq.workspace.Tables.MEMBER;
import static vn.songhanh.jooq.workspace.Tables.TEAM;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.TeamId;

@Repository
class TeamStore {

    private static final Field<Integer> MEMBERS = field(
                    selectCount().from(MEMBER).where(MEMBER.TEAM_ID.eq(TEAM.ID)).and(MEMBER.ACTIVE))
            .as("members");

    private static final Field<String> FOLDED_NAME = DSL.function("public.fold", SQLDataType.VARCHAR, TEAM.NAME);

    private final DSLContext db;

    TeamStore(DSLContext db) {
        this.db = db;
    }

    List<Team> all() {
        return fetch(noCondition());
    }

    Optional<Team> find(TeamId id) {
        return fetch(TEAM.ID.eq(id.value())).stream().findFirst();
    }

    Map<String, TeamId> named(Collection<String> foldedNames) {
        Map<String, TeamId> found = new HashMap<>();
        db.select(FOLDED_NAME, TEAM.ID)
                .from(TEAM)
                .where(FOLDED_NAME.eq(DSL.any(foldedNames.toArray(String[]::new))))
                .forEach(row -> found.put(row.value1(), new TeamId(row.value2())));
        return found;
    }

    void insert(TeamId id, String name, @Nullable MemberId leader, Instant now) {
        db.insertInto(TEAM)
                .set(TEAM.ID, id.value())
                .set(TEAM.NAME, name)
                .set(TEAM.LEADER_ID, leader == null ? null : leader.value())
                .set(TEAM.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                .set(TEAM.UPDATED_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    boolean update(TeamId id, long version, String name, @Nullable MemberId leader, Instant now) {
        return db.update(TEAM)
                        .set(TEAM.NAME, name)
                        .set(TEAM.LEADER_ID, leader == null ? null : leader.value())
                        .set(TEAM.UPDATED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(TEAM.VERSION, version + 1)
                        .where(TEAM.ID.eq(id.value()))
                        .and(TEAM.VERSION.eq(version))
                        .execute()
                == 1;
    }

    void delete(TeamId id) {
        db.deleteFrom(TEAM).where(TEAM.ID.eq(id.value())).execute();
    }

    private List<Team> fetch(Condition condition) {
        return db.select(TEAM.ID, TEAM.VERSION, TEAM.NAME, TEAM.LEADER_ID, TEAM.CREATED_AT, MEMBERS)
                .from(TEAM)
                .where(condition)
                .orderBy(TEAM.NAME.collate("vi-x-icu"), TEAM.ID)
                .fetch(TeamStore::team);
    }

    private static Team team(Record row) {
        return new Team(
                new TeamId(row.get(TEAM.ID)),
                row.get(TEAM.VERSION),
                row.get(TEAM.NAME),
                row.get(TEAM.LEADER_ID) == null ? null : new MemberId(row.get(TEAM.LEADER_ID)),
                row.get(MEMBERS),
                row.get(TEAM.CREATED_AT).toInstant());
    }
}
