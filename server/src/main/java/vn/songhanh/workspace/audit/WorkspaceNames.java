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
import vn.songhanh.shared.NameSource;
import vn.songhanh.shared.Viewer;

/** What members, teams, API keys and imports are called; the trail is open only to those who see all of them. */
@Component
class WorkspaceNames implements NameSource {

    private final DSLContext db;

    WorkspaceNames(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<UUID, String> names(Viewer viewer, Collection<UUID> ids) {
        UUID[] wanted = ids.toArray(UUID[]::new);
        return db.select(MEMBER.ID, MEMBER.FULL_NAME)
                .from(MEMBER)
                .where(among(MEMBER.ID, wanted))
                .unionAll(DSL.select(TEAM.ID, TEAM.NAME).from(TEAM).where(among(TEAM.ID, wanted)))
                .unionAll(DSL.select(API_KEY.ID, API_KEY.NAME).from(API_KEY).where(among(API_KEY.ID, wanted)))
                .unionAll(DSL.select(IMPORT.ID, IMPORT.FILE_NAME).from(IMPORT).where(among(IMPORT.ID, wanted)))
                .fetchMap(MEMBER.ID, MEMBER.FULL_NAME);
    }

    private static Condition among(Field<UUID> id, UUID[] wanted) {
        return id.eq(DSL.any(wanted));
    }
}
