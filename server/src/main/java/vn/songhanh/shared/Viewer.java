package vn.songhanh.shared;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who looks or acts, and how far. Every load takes one; there is no way to read a record without it.
 *
 * @param teams the teams whose records a reach of {@link Reach#TEAM} covers: the own one and those led
 * @param locale the language of messages
 * @param himself whether it is the member in person or a key that may do all that he may, not one of limited scopes
 * @param key the API key that he came with; null for a session, and for work without a request
 */
public record Viewer(
        MemberId member,
        TeamId team,
        Set<TeamId> teams,
        Permissions permissions,
        Via via,
        Locale locale,
        boolean himself,
        @Nullable UUID key) {

    public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private static final UUID NOBODY = new UUID(0, 0);

    /** The product itself, at work without a person: timed jobs and event consumers. It may do everything. */
    public static final Viewer SYSTEM =
            new Viewer(new MemberId(NOBODY), new TeamId(NOBODY), Set.of(), Permissions.ALL, Via.SYSTEM, VIETNAMESE);

    /** The member himself. */
    public Viewer(MemberId member, TeamId team, Set<TeamId> teams, Permissions permissions, Via via, Locale locale) {
        this(member, team, teams, permissions, via, locale, true, null);
    }

    public Reach reach(RecordKind kind, Action action) {
        return permissions.reach(kind, action);
    }

    /** @throws Forbidden when the viewer may do this with no record of the kind at all */
    public void require(RecordKind kind, Action action) {
        if (reach(kind, action) == Reach.NONE) {
            throw new Forbidden(kind, action);
        }
    }

    /** Whether the viewer may do this with a record of that owner and team. */
    public boolean may(RecordKind kind, Action action, @Nullable MemberId owner, @Nullable TeamId ownersTeam) {
        return switch (reach(kind, action)) {
            case NONE -> false;
            case OWN -> member.equals(owner);
            case TEAM -> member.equals(owner) || (ownersTeam != null && teams.contains(ownersTeam));
            case ALL -> true;
        };
    }

    /**
     * Whether the viewer may make that member the owner of a record, or nobody: of those alone whose records he may
     * change. It is the same for new records and for old ones that change hands, by whatever door.
     */
    public boolean mayGive(RecordKind kind, @Nullable MemberId newOwner, @Nullable TeamId ownersTeam) {
        return may(kind, Action.WRITE, newOwner, ownersTeam);
    }

    /** @throws Forbidden when he may not; see {@link #mayGive} */
    public void requireGive(RecordKind kind, @Nullable MemberId newOwner, @Nullable TeamId ownersTeam) {
        if (!mayGive(kind, newOwner, ownersTeam)) {
            throw new Forbidden("not-yours-to-give");
        }
    }

    /** @throws Forbidden when the viewer sees the record but may not do this with it */
    public void require(RecordKind kind, Action action, @Nullable MemberId owner, @Nullable TeamId ownersTeam) {
        if (!may(kind, action, owner, ownersTeam)) {
            throw new Forbidden(kind, action);
        }
    }

    /**
     * What belongs to the member himself, such as his language, no scope speaks of.
     *
     * @throws Forbidden for a key of limited scopes
     */
    public void requireHimself() {
        if (!himself) {
            throw new Forbidden("narrow-key");
        }
    }

    /** The member that a record names as its actor; none when the product acted by itself. */
    public @Nullable MemberId actor() {
        return via == Via.SYSTEM && member.value().equals(NOBODY) ? null : member;
    }

    public Viewer via(Via other) {
        return new Viewer(member, team, teams, permissions, other, locale, himself, key);
    }

    public Viewer speaking(Locale other) {
        return new Viewer(member, team, teams, permissions, via, other, himself, key);
    }
}
