package vn.songhanh.workspace.views;

import static vn.songhanh.jooq.workspace.Tables.SAVED_VIEW;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.jooq.workspace.tables.records.SavedViewRecord;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;
import vn.songhanh.workspace.members.Kinds;

@Repository
class SavedViewStore {

    private final DSLContext db;
    private final Kinds kinds;
    private final JsonMapper json;

    SavedViewStore(DSLContext db, Kinds kinds, JsonMapper json) {
        this.db = db;
        this.kinds = kinds;
        this.json = json;
    }

    List<SavedView> list(Viewer viewer, @Nullable RecordKind kind) {
        return db.selectFrom(SAVED_VIEW)
                .where(visibleTo(viewer))
                .and(kind == null ? DSL.noCondition() : SAVED_VIEW.KIND.eq(kind.name()))
                .orderBy(SAVED_VIEW.KIND, SAVED_VIEW.NAME.collate("vi-x-icu"), SAVED_VIEW.ID)
                .fetch(row -> view(viewer, row));
    }

    Optional<SavedView> find(Viewer viewer, UUID id) {
        return db.selectFrom(SAVED_VIEW)
                .where(SAVED_VIEW.ID.eq(id))
                .and(visibleTo(viewer))
                .fetchOptional(row -> view(viewer, row));
    }

    int countOwned(MemberId owner) {
        return db.fetchCount(SAVED_VIEW, SAVED_VIEW.OWNER_ID.eq(owner.value()));
    }

    void insert(UUID id, Viewer viewer, SavedViewInput.Checked view, Instant now) {
        db.insertInto(SAVED_VIEW)
                .set(SAVED_VIEW.ID, id)
                .set(SAVED_VIEW.KIND, view.kind().name())
                .set(SAVED_VIEW.NAME, view.name())
                .set(SAVED_VIEW.FILTER, written(view.filter()))
                .set(SAVED_VIEW.SORT, view.sort())
                .set(SAVED_VIEW.COLUMNS, view.columns().toArray(String[]::new))
                .set(SAVED_VIEW.SHARED, view.shared().name())
                .set(SAVED_VIEW.OWNER_ID, viewer.member().value())
                .set(SAVED_VIEW.TEAM_ID, viewer.team().value())
                .set(SAVED_VIEW.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                .set(SAVED_VIEW.UPDATED_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** @return whether it still was of that version */
    boolean update(UUID id, long version, SavedViewInput.Checked view, Instant now) {
        return db.update(SAVED_VIEW)
                        .set(SAVED_VIEW.NAME, view.name())
                        .set(SAVED_VIEW.FILTER, written(view.filter()))
                        .set(SAVED_VIEW.SORT, view.sort())
                        .set(SAVED_VIEW.COLUMNS, view.columns().toArray(String[]::new))
                        .set(SAVED_VIEW.SHARED, view.shared().name())
                        .set(SAVED_VIEW.UPDATED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(SAVED_VIEW.VERSION, version + 1)
                        .where(SAVED_VIEW.ID.eq(id))
                        .and(SAVED_VIEW.VERSION.eq(version))
                        .execute()
                == 1;
    }

    void delete(UUID id) {
        db.deleteFrom(SAVED_VIEW).where(SAVED_VIEW.ID.eq(id)).execute();
    }

    /** What is shared, of the kinds that the viewer may read; his own he reads himself, not through a narrow key. */
    private Condition visibleTo(Viewer viewer) {
        UUID[] teams = viewer.teams().stream().map(TeamId::value).toArray(UUID[]::new);
        String[] readable = kinds.all().stream()
                .filter(kind -> viewer.reach(kind, Action.READ) != Reach.NONE)
                .map(RecordKind::name)
                .toArray(String[]::new);
        Condition shared = SAVED_VIEW
                .KIND
                .eq(DSL.any(readable))
                .and(SAVED_VIEW
                        .SHARED
                        .eq(SavedView.Shared.ALL.name())
                        .or(SAVED_VIEW
                                .SHARED
                                .eq(SavedView.Shared.TEAM.name())
                                .and(SAVED_VIEW.TEAM_ID.eq(DSL.any(teams)))));
        return viewer.himself()
                ? SAVED_VIEW.OWNER_ID.eq(viewer.member().value()).or(shared)
                : shared;
    }

    private @Nullable JSONB written(@Nullable JsonNode filter) {
        return filter == null ? null : JSONB.valueOf(json.writeValueAsString(filter));
    }

    private SavedView view(Viewer viewer, SavedViewRecord row) {
        MemberId owner = new MemberId(row.getOwnerId());
        SavedView.Shared shared = SavedView.Shared.valueOf(row.getShared());
        boolean administers =
                shared != SavedView.Shared.PRIVATE && viewer.reach(WorkspaceKinds.WORKSPACE, Action.WRITE) == Reach.ALL;
        return new SavedView(
                row.getId(),
                row.getVersion(),
                RecordKind.valueOf(row.getKind()),
                row.getName(),
                row.getFilter() == null ? null : json.readTree(row.getFilter().data()),
                row.getSort(),
                List.of(row.getColumns()),
                shared,
                owner,
                new TeamId(row.getTeamId()),
                owner.equals(viewer.member()) || administers,
                row.getCreatedAt().toInstant(),
                row.getUpdatedAt().toInstant());
    }
}
