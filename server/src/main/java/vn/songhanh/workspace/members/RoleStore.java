package vn.songhanh.workspace.members;

import static vn.songhanh.jooq.workspace.Tables.MEMBER;
import static vn.songhanh.jooq.workspace.Tables.RECORD_KIND;
import static vn.songhanh.jooq.workspace.Tables.ROLE_PERMISSION;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Permissions;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.RecordKind;

@Repository
class RoleStore {

    private final DSLContext db;

    RoleStore(DSLContext db) {
        this.db = db;
    }

    Map<Role, Permissions> load() {
        Map<Role, Map<RecordKind, Map<Action, Reach>>> granted = new EnumMap<>(Role.class);
        db.selectFrom(ROLE_PERMISSION)
                .forEach(row -> granted.computeIfAbsent(Role.valueOf(row.getRole()), role -> new HashMap<>())
                        .computeIfAbsent(RecordKind.valueOf(row.getKind()), kind -> new EnumMap<>(Action.class))
                        .put(Action.valueOf(row.getAction()), Reach.valueOf(row.getReach())));
        Map<Role, Permissions> permissions = new EnumMap<>(Role.class);
        granted.forEach((role, kinds) -> permissions.put(
                role,
                new Permissions(
                        (kind, action) -> kinds.getOrDefault(kind, Map.of()).getOrDefault(action, Reach.NONE))));
        return permissions;
    }

    /** As it stands, held until the transaction ends. */
    Role roleOf(MemberId member) {
        return Role.valueOf(db.select(MEMBER.ROLE)
                .from(MEMBER)
                .where(MEMBER.ID.eq(member.value()))
                .forShare()
                .fetchSingle(MEMBER.ROLE));
    }

    /** Nobody else changes what any role permits until the transaction ends. */
    void lock() {
        db.execute("lock table {0} in share row exclusive mode", ROLE_PERMISSION);
    }

    /** Grants what is proposed for a kind, unless it was met before. */
    void meet(RegisteredKind met) {
        String kind = met.kind().name();
        boolean isNew = db.insertInto(RECORD_KIND, RECORD_KIND.NAME)
                        .values(kind)
                        .onConflictDoNothing()
                        .execute()
                == 1;
        if (isNew) {
            met.grants()
                    .forEach((role, reaches) -> reaches.forEach((action, reach) -> db.insertInto(ROLE_PERMISSION)
                            .set(ROLE_PERMISSION.ROLE, role.name())
                            .set(ROLE_PERMISSION.KIND, kind)
                            .set(ROLE_PERMISSION.ACTION, action.name())
                            .set(ROLE_PERMISSION.REACH, reach.name())
                            .execute()));
        }
    }

    void replace(Role role, Permissions permissions, List<RecordKind> kinds) {
        db.deleteFrom(ROLE_PERMISSION)
                .where(ROLE_PERMISSION.ROLE.eq(role.name()))
                .execute();
        var insert = db.insertInto(
                ROLE_PERMISSION,
                ROLE_PERMISSION.ROLE,
                ROLE_PERMISSION.KIND,
                ROLE_PERMISSION.ACTION,
                ROLE_PERMISSION.REACH);
        for (RecordKind kind : kinds) {
            for (Action action : Action.values()) {
                Reach reach = permissions.reach(kind, action);
                if (reach != Reach.NONE) {
                    insert = insert.values(role.name(), kind.name(), action.name(), reach.name());
                }
            }
        }
        insert.execute();
    }
}
