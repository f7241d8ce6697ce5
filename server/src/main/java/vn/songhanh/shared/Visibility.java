package vn.songhanh.shared;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The part of a WHERE clause that keeps a viewer to the records within reach. */
public final class Visibility {

    private Visibility() {}

    /** One equality at most, so that an index on (owner or team, sort key) serves the first page and the last. */
    public static Condition of(Viewer viewer, RecordKind kind, Action action, Field<UUID> ownerId, Field<UUID> teamId) {
        return switch (viewer.reach(kind, action)) {
            case NONE -> DSL.falseCondition();
            case OWN -> ownerId.eq(viewer.member().value());
            case TEAM -> withinTeams(viewer, teamId);
            case ALL -> DSL.noCondition();
        };
    }

    private static Condition withinTeams(Viewer viewer, Field<UUID> teamId) {
        UUID[] teams = viewer.teams().stream().map(TeamId::value).sorted().toArray(UUID[]::new);
        return teams.length == 1 ? teamId.eq(teams[0]) : teamId.eq(DSL.any(teams));
    }
}
