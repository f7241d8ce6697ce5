package vn.songhanh.workspace.access;

import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.select;
import static vn.songhanh.jooq.workspace.Tables.API_KEY;
import static vn.songhanh.jooq.workspace.Tables.MEMBER;
import static vn.songhanh.jooq.workspace.Tables.SESSION;
import static vn.songhanh.jooq.workspace.Tables.TEAM;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Permissions;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Via;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.members.Role;
import vn.songhanh.workspace.members.Roles;

/** Finds what a token's digest opens, with everything that a {@link Viewer} needs, in one statement each. */
@Repository
class EntranceStore {

    private static final Field<UUID[]> LED = array(select(TEAM.ID).from(TEAM).where(TEAM.LEADER_ID.eq(MEMBER.ID)))
            .as("led");

    private final DSLContext db;
    private final Roles roles;

    EntranceStore(DSLContext db, Roles roles) {
        this.db = db;
        this.roles = roles;
    }

    Optional<Entrance> findKey(byte[] digest) {
        return key(API_KEY.TOKEN_HASH.eq(digest));
    }

    Optional<Entrance> findSession(byte[] digest) {
        return session(SESSION.TOKEN_HASH.eq(digest));
    }

    /** What an entrance that was found before opens now. */
    Optional<Entrance> again(Entrance known) {
        return known.viewer().key() == null ? session(SESSION.ID.eq(known.id())) : key(API_KEY.ID.eq(known.id()));
    }

    private Optional<Entrance> key(Condition which) {
        return db.select(
                        MEMBER.ID,
                        MEMBER.TEAM_ID,
                        MEMBER.ROLE,
                        MEMBER.LOCALE,
                        LED,
                        API_KEY.ID,
                        API_KEY.SCOPES,
                        API_KEY.EXPIRES_AT,
                        API_KEY.LAST_USED_AT)
                .from(API_KEY)
                .join(MEMBER)
                .on(MEMBER.ID.eq(API_KEY.MEMBER_ID))
                .where(which)
                .and(API_KEY.REVOKED_AT.isNull())
                .and(MEMBER.ACTIVE)
                .fetchOptional(row -> new Entrance(
                        row.get(API_KEY.ID),
                        viewer(row, Via.API, new Scopes(List.of(row.get(API_KEY.SCOPES))), row.get(API_KEY.ID)),
                        language(row),
                        instant(row.get(API_KEY.LAST_USED_AT)),
                        null,
                        instant(row.get(API_KEY.EXPIRES_AT))));
    }

    private Optional<Entrance> session(Condition which) {
        return db.select(
                        MEMBER.ID,
                        MEMBER.TEAM_ID,
                        MEMBER.ROLE,
                        MEMBER.LOCALE,
                        LED,
                        SESSION.ID,
                        SESSION.EXPIRES_AT,
                        SESSION.LAST_SEEN_AT)
                .from(SESSION)
                .join(MEMBER)
                .on(MEMBER.ID.eq(SESSION.MEMBER_ID))
                .where(which)
                .and(MEMBER.ACTIVE)
                .fetchOptional(row -> new Entrance(
                        row.get(SESSION.ID),
                        viewer(row, Via.SCREEN, Scopes.ALL, null),
                        language(row),
                        instant(row.get(SESSION.LAST_SEEN_AT)),
                        Sessions.IDLE,
                        instant(row.get(SESSION.EXPIRES_AT))));
    }

    /** The member without any door: for work that goes on when nobody is signed in. */
    Optional<Viewer> findMember(MemberId id, Via via) {
        return db.select(MEMBER.ID, MEMBER.TEAM_ID, MEMBER.ROLE, MEMBER.LOCALE, LED)
                .from(MEMBER)
                .where(MEMBER.ID.eq(id.value()))
                .fetchOptional(row -> viewer(row, via, Scopes.ALL, null));
    }

    /** One statement, since it is asked again and again while work goes on. */
    Viewer under(Mandate mandate, Via via, Instant now) {
        UUID key = mandate.key();
        Record row = db.select(
                        MEMBER.ID,
                        MEMBER.TEAM_ID,
                        MEMBER.ROLE,
                        MEMBER.LOCALE,
                        MEMBER.ACTIVE,
                        LED,
                        API_KEY.ID,
                        API_KEY.SCOPES,
                        API_KEY.REVOKED_AT,
                        API_KEY.EXPIRES_AT)
                .from(MEMBER)
                .leftJoin(API_KEY)
                .on(API_KEY.MEMBER_ID.eq(MEMBER.ID))
                .and(API_KEY.ID.eq(key))
                .where(MEMBER.ID.eq(mandate.member().value()))
                .fetchOptional()
                .orElseThrow(() -> new MandateEnded(MandateEnded.Why.MEMBER, null));
        if (!row.get(MEMBER.ACTIVE)) {
            throw new MandateEnded(MandateEnded.Why.MEMBER, null);
        }
        if (key == null) {
            return viewer(row, via, Scopes.ALL, null);
        }
        Instant end = instant(row.get(API_KEY.EXPIRES_AT));
        if (row.get(API_KEY.ID) == null || row.get(API_KEY.REVOKED_AT) != null || (end != null && !now.isBefore(end))) {
            throw new MandateEnded(MandateEnded.Why.KEY, null);
        }
        return viewer(row, via, new Scopes(List.of(row.get(API_KEY.SCOPES))), key);
    }

    /** The condition makes it once a minute however many nodes and threads see the minute end. */
    void touchKey(UUID id, Instant now) {
        OffsetDateTime minuteAgo = now.minusSeconds(60).atOffset(ZoneOffset.UTC);
        db.update(API_KEY)
                .set(API_KEY.LAST_USED_AT, now.atOffset(ZoneOffset.UTC))
                .where(API_KEY.ID.eq(id))
                .and(API_KEY.LAST_USED_AT.isNull().or(API_KEY.LAST_USED_AT.le(minuteAgo)))
                .execute();
    }

    void touchSession(UUID id, Instant now) {
        OffsetDateTime minuteAgo = now.minusSeconds(60).atOffset(ZoneOffset.UTC);
        db.update(SESSION)
                .set(SESSION.LAST_SEEN_AT, now.atOffset(ZoneOffset.UTC))
                .where(SESSION.ID.eq(id))
                .and(SESSION.LAST_SEEN_AT.le(minuteAgo))
                .execute();
    }

    private Viewer viewer(Record row, Via via, Scopes scopes, @Nullable UUID key) {
        TeamId team = new TeamId(row.get(MEMBER.TEAM_ID));
        Set<TeamId> teams = new HashSet<>(Set.of(team));
        Arrays.stream(row.get(LED)).map(TeamId::new).forEach(teams::add);
        Permissions permissions = roles.permissions(Role.valueOf(row.get(MEMBER.ROLE)));
        Locale language = language(row);
        return new Viewer(
                new MemberId(row.get(MEMBER.ID)),
                team,
                Set.copyOf(teams),
                permissions.within(scopes.permissions()),
                via,
                language == null ? Viewer.VIETNAMESE : language,
                scopes.everything(),
                key);
    }

    private static @Nullable Locale language(Record row) {
        String locale = row.get(MEMBER.LOCALE);
        return locale == null ? null : Locale.forLanguageTag(locale);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
