package vn.songhanh.workspace.members;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static vn.songhanh.jooq.workspace.Tables.ABSENCE;
import static vn.songhanh.jooq.workspace.Tables.MEMBER;
import static vn.songhanh.jooq.workspace.Tables.PASSWORD;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import vn.songhanh.shared.FieldSet;
import vn.songhanh.shared.Filter;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.Keyset;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Text;
import vn.songhanh.workspace.WorkspaceKinds;

@Repository
class MemberStore {

    private static final Field<String> FOLDED_NAME = DSL.function("public.fold", SQLDataType.VARCHAR, MEMBER.FULL_NAME);

    /** Vietnamese names sort by their last word. */
    static final Field<String> GIVEN_NAME_FIRST = DSL.field(
                    "(substring({0} from '[^ ]+$') || ' ' || {0})", SQLDataType.VARCHAR, MEMBER.FULL_NAME)
            .collate("vi-x-icu");

    private static final Condition HAS_PASSWORD =
            exists(selectOne().from(PASSWORD).where(PASSWORD.MEMBER_ID.eq(MEMBER.ID)));

    private static final Field<Boolean> SIGNS_IN = DSL.field(HAS_PASSWORD).as("signs_in");

    static final FieldSet FIELDS = new FieldSet(WorkspaceKinds.MEMBER)
            .text("fullName", MEMBER.FULL_NAME)
            .text("email", MEMBER.EMAIL)
            .choice("role", MEMBER.ROLE, Role.values())
            .id("teamId", MEMBER.TEAM_ID)
            .flag("active", MEMBER.ACTIVE)
            .instant("createdAt", MEMBER.CREATED_AT)
            .sortable("fullName", GIVEN_NAME_FIRST)
            .sortable("createdAt", MEMBER.CREATED_AT);

    private final DSLContext db;
    private final Clock clock;

    MemberStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Page<Member> list(
            Filter filter,
            @Nullable String q,
            FilterField.Context context,
            @Nullable String sort,
            @Nullable String cursor,
            @Nullable Integer limit) {
        Keyset keyset = Keyset.of(FIELDS, MEMBER.ID, sort, "fullName", cursor, limit);
        Condition matching = q == null || q.isBlank()
                ? noCondition()
                : FOLDED_NAME.like("%"
                        + Text.fold(q.strip())
                                .replace("\\", "\\\\")
                                .replace("%", "\\%")
                                .replace("_", "\\_") + "%");
        List<SelectField<?>> columns = new ArrayList<>(columns());
        columns.addAll(keyset.columns());
        return keyset.page(
                db.select(columns)
                        .from(MEMBER)
                        .where(FIELDS.where(filter, context))
                        .and(matching)
                        .and(keyset.after())
                        .orderBy(keyset.order())
                        .limit(keyset.fetch())
                        .fetch(),
                MemberStore::member);
    }

    Optional<Member> find(MemberId id) {
        return fetch(MEMBER.ID.eq(id.value())).stream().findFirst();
    }

    /** Waits for whoever is changing the same member. */
    void lock(MemberId id) {
        db.select(MEMBER.ID)
                .from(MEMBER)
                .where(MEMBER.ID.eq(id.value()))
                .forUpdate()
                .fetch();
    }

    List<Member> find(Collection<MemberId> ids) {
        return fetch(MEMBER.ID.eq(DSL.any(ids.stream().map(MemberId::value).toArray(UUID[]::new))));
    }

    Optional<Member> findByEmail(String email) {
        return fetch(lower(MEMBER.EMAIL).eq(email.toLowerCase(Locale.ROOT))).stream()
                .findFirst();
    }

    List<Member> active(Role role) {
        return fetch(MEMBER.ROLE.eq(role.name()).and(MEMBER.ACTIVE));
    }

    /**
     * The active owners who can sign in. Waits for whoever is changing one of them, so that two cannot step down at
     * once.
     */
    List<MemberId> lockOwners() {
        return db.select(MEMBER.ID)
                .from(MEMBER)
                .where(MEMBER.ROLE.eq(Role.OWNER.name()))
                .and(MEMBER.ACTIVE)
                .and(HAS_PASSWORD)
                .orderBy(MEMBER.ID)
                .forUpdate()
                .fetch(row -> new MemberId(row.value1()));
    }

    /** Members by folded name and by lower-case e-mail; of two with one name the active and older one. */
    Map<String, MemberId> named(Collection<String> foldedNamesAndEmails) {
        String[] names = foldedNamesAndEmails.toArray(String[]::new);
        Map<String, MemberId> found = new HashMap<>();
        db.select(MEMBER.ID, FOLDED_NAME, lower(MEMBER.EMAIL))
                .from(MEMBER)
                .where(FOLDED_NAME.eq(DSL.any(names)).or(lower(MEMBER.EMAIL).eq(DSL.any(names))))
                .orderBy(MEMBER.ACTIVE.desc(), MEMBER.CREATED_AT, MEMBER.ID)
                .forEach(row -> {
                    MemberId id = new MemberId(row.value1());
                    found.putIfAbsent(row.value2(), id);
                    if (row.value3() != null) {
                        found.put(row.value3(), id);
                    }
                });
        return found;
    }

    Optional<TeamId> teamOf(MemberId id) {
        return db.select(MEMBER.TEAM_ID)
                .from(MEMBER)
                .where(MEMBER.ID.eq(id.value()))
                .fetchOptional(row -> new TeamId(row.value1()));
    }

    void insert(MemberId id, MemberInput.Checked input, Instant now) {
        db.insertInto(MEMBER)
                .set(MEMBER.ID, id.value())
                .set(MEMBER.TEAM_ID, input.teamId().value())
                .set(MEMBER.FULL_NAME, input.fullName())
                .set(MEMBER.EMAIL, input.email())
                .set(MEMBER.ROLE, input.role().name())
                .set(MEMBER.LOCALE, input.locale())
                .set(MEMBER.ACTIVE, input.active())
                .set(MEMBER.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                .set(MEMBER.UPDATED_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** @return whether it still was of that version */
    boolean update(MemberId id, long version, MemberInput.Checked input, Instant now) {
        return db.update(MEMBER)
                        .set(MEMBER.TEAM_ID, input.teamId().value())
                        .set(MEMBER.FULL_NAME, input.fullName())
                        .set(MEMBER.EMAIL, input.email())
                        .set(MEMBER.ROLE, input.role().name())
                        .set(MEMBER.LOCALE, input.locale())
                        .set(MEMBER.ACTIVE, input.active())
                        .set(MEMBER.UPDATED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(MEMBER.VERSION, version + 1)
                        .where(MEMBER.ID.eq(id.value()))
                        .and(MEMBER.VERSION.eq(version))
                        .execute()
                == 1;
    }

    void insertAbsence(MemberId member, Absence absence, Instant now) {
        db.insertInto(ABSENCE)
                .set(ABSENCE.ID, absence.id())
                .set(ABSENCE.MEMBER_ID, member.value())
                .set(ABSENCE.FROM_DATE, absence.from())
                .set(ABSENCE.UNTIL_DATE, absence.until())
                .set(ABSENCE.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** @return the absence as it was; empty when that member has none of that id */
    Optional<Absence> deleteAbsence(MemberId member, UUID absence) {
        return db.deleteFrom(ABSENCE)
                .where(ABSENCE.ID.eq(absence))
                .and(ABSENCE.MEMBER_ID.eq(member.value()))
                .returning()
                .fetchOptional(row -> new Absence(row.getId(), row.getFromDate(), row.getUntilDate()));
    }

    private List<Member> fetch(Condition condition) {
        return db.select(columns())
                .from(MEMBER)
                .where(condition)
                .orderBy(MEMBER.CREATED_AT, MEMBER.ID)
                .fetch(MemberStore::member);
    }

    private List<SelectField<?>> columns() {
        LocalDate yesterday =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        return List.of(
                MEMBER.ID,
                MEMBER.VERSION,
                MEMBER.FULL_NAME,
                MEMBER.EMAIL,
                MEMBER.ROLE,
                MEMBER.TEAM_ID,
                MEMBER.ACTIVE,
                MEMBER.LOCALE,
                MEMBER.CREATED_AT,
                SIGNS_IN,
                multiset(select(ABSENCE.ID, ABSENCE.FROM_DATE, ABSENCE.UNTIL_DATE)
                                .from(ABSENCE)
                                .where(ABSENCE.MEMBER_ID.eq(MEMBER.ID))
                                .and(ABSENCE.UNTIL_DATE.ge(yesterday))
                                .orderBy(ABSENCE.FROM_DATE))
                        .as("absences")
                        .convertFrom(rows -> rows.map(row -> new Absence(row.value1(), row.value2(), row.value3()))));
    }

    @SuppressWarnings("unchecked") // the column "absences" is selected as a list of them just above
    private static Member member(Record row) {
        return new Member(
                new MemberId(row.get(MEMBER.ID)),
                row.get(MEMBER.VERSION),
                row.get(MEMBER.FULL_NAME),
                row.get(MEMBER.EMAIL),
                Role.valueOf(row.get(MEMBER.ROLE)),
                new TeamId(row.get(MEMBER.TEAM_ID)),
                row.get(MEMBER.ACTIVE),
                row.get(MEMBER.LOCALE),
                row.get(SIGNS_IN),
                (List<Absence>) row.get("absences"),
                row.get(MEMBER.CREATED_AT).toInstant());
    }
}
