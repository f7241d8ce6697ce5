package vn.songhanh.workspace.audit;

import static vn.songhanh.jooq.workspace.Tables.API_KEY;
import static vn.songhanh.jooq.workspace.Tables.IMPORT;
import static vn.songhanh.jooq.workspace.Tables.MEMBER;
import static vn.songhanh.jooq.workspace.Tables.TEAM;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.NameSource;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.Viewer;
import vn.songhanh.shared.Visibility;
import vn.songhanh.workspace.WorkspaceKinds;

/** What members, teams, API keys and imports are called. */
@Component
class WorkspaceNameStore implements NameSource {

    private final DSLContext db;

    WorkspaceNameStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<UUID, String> names(Viewer viewer, Collection<UUID> ids) {
        UUID[] wanted = ids.toArray(UUID[]::new);
        boolean runs = viewer.reach(WorkspaceKinds.WORKSPACE, Action.WRITE) == Reach.ALL;
        Condition members = viewer.reach(WorkspaceKinds.MEMBER, Action.READ) == Reach.NONE
                ? MEMBER.ID.eq(viewer.member().value())
                : DSL.noCondition();
        Condition teams = viewer.reach(WorkspaceKinds.WORKSPACE, Action.READ) == Reach.NONE
                ? DSL.falseCondition()
                : DSL.noCondition();
        Condition imports = Visibility.of(viewer, WorkspaceKinds.IMPORT, Action.READ, IMPORT.OWNER_ID, IMPORT.TEAM_ID);
        return db.select(MEMBER.ID, MEMBER.FULL_NAME)
                .from(MEMBER)
                .where(among(MEMBER.ID, wanted))
                .and(members)
                .unionAll(DSL.select(TEAM.ID, TEAM.NAME)
                        .from(TEAM)
                        .where(among(TEAM.ID, wanted))
                        .and(teams))
                .unionAll(DSL.select(API_KEY.ID, API_KEY.NAME)
                        .from(API_KEY)
                        .where(among(API_KEY.ID, wanted))
                        .and(runs ? DSL.noCondition() : DSL.falseCondition()))
                .unionAll(DSL.select(IMPORT.ID, IMPORT.FILE_NAME)
                        .from(IMPORT)
                        .where(among(IMPORT.ID, wanted))
                        .and(imports))
                .fetchMap(MEMBER.ID, MEMBER.FULL_NAME);
    }

    private static Condition among(Field<UUID> id, UUID[] wanted) {
        return id.eq(DSL.any(wanted));
    }
}
