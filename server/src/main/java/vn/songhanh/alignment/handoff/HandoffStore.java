package vn.songhanh.alignment.handoff;

import static vn.songhanh.jooq.alignment.Tables.HANDOFF;
import static vn.songhanh.jooq.alignment.Tables.HANDOFF_ASSIGNMENT;
import static vn.songhanh.jooq.alignment.Tables.HANDOFF_STEP;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.songhanh.alignment.AlignmentKinds;
import vn.songhanh.alignment.sla.SlaId;
import vn.songhanh.alignment.sla.Tier;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.contacts.contact.ContactSql;
import vn.songhanh.contacts.source.Source;
import vn.songhanh.jooq.alignment.tables.records.HandoffAssignmentRecord;
import vn.songhanh.jooq.alignment.tables.records.HandoffRecord;
import vn.songhanh.jooq.alignment.tables.records.HandoffStepRecord;
import vn.songhanh.sales.deal.DealId;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Keyset;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Money;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Via;
import vn.songhanh.shared.Viewer;
import vn.songhanh.shared.Visibility;

@Component
class HandoffStore {

    /** Inline, so that it matches the condition of the indexes of what is open. */
    static final Condition OPEN = HANDOFF.STATUS.in(HandoffStatus.OPEN.stream()
            .sorted()
            .map(status -> DSL.inline(status.name()))
            .toList());

    private final DSLContext db;

    HandoffStore(DSLContext db) {
        this.db = db;
    }

    /** A hand-off with the names that a screen shows beside it; null where the viewer may not see the record. */
    record Seen(
            Handoff handoff,
            @Nullable String contactName,
            @Nullable String companyName) {}

    /** A step with who took it, as it is kept. */
    record TakenStep(HandoffStep step, @Nullable MemberId actor, Via via) {}

    Optional<Seen> find(Viewer viewer, HandoffId id) {
        return seen(viewer, List.of())
                .where(HANDOFF.ID.eq(id.value()))
                .and(readable(viewer))
                .fetchOptional(HandoffStore::seen);
    }

    /** Also one that the viewer has just given out of sight; the names stay to the viewer's permissions. */
    Optional<Seen> findAny(Viewer viewer, HandoffId id) {
        return seen(viewer, List.of()).where(HANDOFF.ID.eq(id.value())).fetchOptional(HandoffStore::seen);
    }

    /** Whose hand-off it is, if the viewer may see it. */
    Optional<ContactId> contactOf(Viewer viewer, HandoffId id) {
        return db.select(HANDOFF.CONTACT_ID)
                .from(HANDOFF)
                .where(HANDOFF.ID.eq(id.value()))
                .and(readable(viewer))
                .fetchOptional(row -> new ContactId(row.value1()));
    }

    /** The contact's open hand-off and its rep, as they are. */
    Optional<Handoff> open(ContactId contact) {
        return handoffs()
                .where(HANDOFF.CONTACT_ID.eq(contact.value()))
                .and(OPEN)
                .fetchOptional(HandoffStore::handoff);
    }

    /** The hand-off, which nobody else can change until the transaction ends. */
    Optional<Handoff> lock(Viewer viewer, HandoffId id) {
        return lock(HANDOFF.ID.eq(id.value()).and(readable(viewer))).stream().findFirst();
    }

    /** Those of the contacts that have a hand-off which can still change by what they do. */
    Set<ContactId> changeable(Collection<ContactId> contacts) {
        return db.select(HANDOFF.CONTACT_ID)
                .from(HANDOFF)
                .where(HANDOFF.CONTACT_ID.eq(DSL.any(uuids(contacts))))
                .and(changeable())
                .fetchSet(row -> new ContactId(row.value1()));
    }

    /** The hand-offs of these contacts that can still change by what their contacts do. */
    List<Handoff> lockChangeable(Collection<ContactId> contacts) {
        return lock(HANDOFF.CONTACT_ID.eq(DSL.any(uuids(contacts))).and(changeable()));
    }

    /** Those of the contacts that were ever handed over. */
    Set<ContactId> handedOver(Collection<ContactId> contacts) {
        return db.selectDistinct(HANDOFF.CONTACT_ID)
                .from(HANDOFF)
                .where(HANDOFF.CONTACT_ID.eq(DSL.any(uuids(contacts))))
                .fetchSet(row -> new ContactId(row.value1()));
    }

    /** All that the contacts ever had, the oldest first. */
    List<Handoff> lockAll(Collection<ContactId> contacts) {
        return lock(HANDOFF.CONTACT_ID.eq(DSL.any(uuids(contacts))));
    }

    /** Those for whose answer or touch something waits. */
    Set<MemberId> repsWaitedFor() {
        return db.selectDistinct(HANDOFF.REP_ID).from(HANDOFF).where(OPEN).fetchSet(row -> new MemberId(row.value1()));
    }

    /** Whose hand-offs that member has to answer for, in one of these states. */
    Set<ContactId> contactsOf(MemberId rep, Set<HandoffStatus> statuses) {
        return db.select(HANDOFF.CONTACT_ID)
                .from(HANDOFF)
                .where(waitingFor(rep, statuses))
                .fetchSet(row -> new ContactId(row.value1()));
    }

    /** What that member has to answer for, of these contacts, in one of these states. */
    List<Handoff> lockOf(MemberId rep, Set<HandoffStatus> statuses, Collection<ContactId> contacts) {
        return lock(waitingFor(rep, statuses).and(HANDOFF.CONTACT_ID.eq(DSL.any(uuids(contacts)))));
    }

    /** A hand-off whose clocks want to be looked at. */
    record Due(HandoffId id, ContactId contact) {}

    List<Due> due(Instant now, int limit) {
        return db.select(HANDOFF.ID, HANDOFF.CONTACT_ID)
                .from(HANDOFF)
                .where(HANDOFF.NEXT_AT.lt(utc(now)))
                .orderBy(HANDOFF.NEXT_AT)
                .limit(limit)
                .fetch(row -> new Due(new HandoffId(row.value1()), new ContactId(row.value2())));
    }

    /** Those of them whose clocks still want to be looked at. */
    List<Handoff> lockDue(Instant now, Collection<HandoffId> ids) {
        UUID[] these = ids.stream().map(HandoffId::value).toArray(UUID[]::new);
        return lock(HANDOFF.ID.eq(DSL.any(these)).and(HANDOFF.NEXT_AT.lt(utc(now))));
    }

    /**
     * Locks first and reads then, in a statement of its own: whoever has waited for a lock sees the locked row anew, but
     * what his statement joins to it as it was before.
     */
    private List<Handoff> lock(Condition these) {
        UUID[] locked = db.select(HANDOFF.ID)
                .from(HANDOFF)
                .where(these)
                .orderBy(HANDOFF.ID)
                .forUpdate()
                .fetchArray(HANDOFF.ID);
        return locked.length == 0
                ? List.of()
                : handoffs()
                        .where(HANDOFF.ID.eq(DSL.any(locked)))
                        .orderBy(HANDOFF.ID)
                        .fetch(HandoffStore::handoff);
    }

    private static Condition changeable() {
        return OPEN.or(HANDOFF.STATUS.eq(HandoffStatus.QUALIFIED.name()).and(HANDOFF.TOUCHED_AT.isNull()));
    }

    private static Condition waitingFor(MemberId rep, Set<HandoffStatus> statuses) {
        return HANDOFF.REP_ID
                .eq(rep.value())
                .and(OPEN)
                .and(HANDOFF.STATUS.in(statuses.stream().map(Enum::name).toList()));
    }

    /**
     * Those of the contacts whose hand-off a person has answered since then, or passed on; a touch or a deal speaks for
     * itself.
     */
    Set<UUID> answeredByPeople(Collection<UUID> contacts, Instant since) {
        return db.selectDistinct(HANDOFF.CONTACT_ID)
                .from(HANDOFF)
                .join(HANDOFF_STEP)
                .on(HANDOFF_STEP.HANDOFF_ID.eq(HANDOFF.ID))
                .where(HANDOFF.CONTACT_ID.eq(DSL.any(contacts.toArray(UUID[]::new))))
                .and(HANDOFF_STEP.ACTOR_ID.isNotNull())
                .and(HANDOFF_STEP.KIND.notIn(
                        HandoffStep.Kind.TOUCHED.name(),
                        HandoffStep.Kind.QUALIFIED.name(),
                        HandoffStep.Kind.WITHDRAWN.name()))
                .and(HANDOFF_STEP.AT.ge(utc(since)))
                .fetchSet(HANDOFF.CONTACT_ID);
    }

    Page<Seen> list(Viewer viewer, Condition condition, Keyset keyset) {
        viewer.require(AlignmentKinds.HANDOFF, Action.READ);
        return keyset.page(
                seen(viewer, keyset.columns())
                        .where(condition)
                        .and(keyset.after())
                        .and(readable(viewer))
                        .orderBy(keyset.order())
                        .limit(keyset.fetch())
                        .fetch(),
                HandoffStore::seen);
    }

    /** @param byWord each word for a source, folded, and the source's name */
    void renameSources(Map<String, String> byWord) {
        db.execute(
                """
                update alignment.handoff set source_channel = known.name
                from unnest({0}, {1}) as known (word, name)
                where source_channel is not null and public.fold(source_channel) = known.word
                    and source_channel <> known.name
                """,
                DSL.val(byWord.keySet().toArray(String[]::new)),
                DSL.val(byWord.values().toArray(String[]::new)));
    }

    long count(Viewer viewer, Condition condition) {
        return db.fetchCount(HANDOFF, condition.and(readable(viewer)));
    }

    List<TakenStep> steps(HandoffId id) {
        return db.selectFrom(HANDOFF_STEP)
                .where(HANDOFF_STEP.HANDOFF_ID.eq(id.value()))
                .orderBy(HANDOFF_STEP.ID)
                .fetch(HandoffStore::step);
    }

    /** What is known of a contact that becomes an MQL: whether it has a hand-off already, and whether one counted. */
    record Past(boolean taken, boolean counted) {

        static final Past NONE = new Past(false, false);
    }

    /** @param at a hand-off of this moment or later stands for everything that made the contact an MQL before */
    Map<ContactId, Past> past(Collection<ContactId> contacts, UUID cause, Instant at, LocalDate countedSince) {
        Field<Boolean> taken = DSL.boolOr(OPEN.or(HANDOFF.CAUSE_ID.eq(cause)).or(HANDOFF.OFFERED_AT.ge(utc(at))));
        Field<Boolean> counted = DSL.boolOr(DSL.condition(HANDOFF.COUNTED)
                .and(DSL.not(DSL.condition(HANDOFF.DEDUCTED)))
                .and(HANDOFF.MQL_ON.gt(countedSince)));
        Map<ContactId, Past> past = new HashMap<>();
        db.select(HANDOFF.CONTACT_ID, taken, counted)
                .from(HANDOFF)
                .where(HANDOFF.CONTACT_ID.eq(DSL.any(uuids(contacts))))
                .groupBy(HANDOFF.CONTACT_ID)
                .forEach(row -> past.put(new ContactId(row.value1()), new Past(row.value2(), row.value3())));
        return past;
    }

    /** Whether another hand-off of the same contact counts, within so many days of this one. */
    boolean countsElsewhere(Handoff handoff, int days) {
        LocalDate day = handoff.lead().mqlOn();
        return db.fetchExists(DSL.selectOne()
                .from(HANDOFF)
                .where(HANDOFF.CONTACT_ID.eq(handoff.contactId().value()))
                .and(HANDOFF.ID.ne(handoff.id().value()))
                .and(DSL.condition(HANDOFF.COUNTED))
                .and(DSL.not(DSL.condition(HANDOFF.DEDUCTED)))
                .and(HANDOFF.MQL_ON.between(day.minusDays(days), day.plusDays(days))));
    }

    /** Who had each of these hand-offs so far. */
    Map<HandoffId, Set<MemberId>> assignees(Collection<Handoff> handoffs) {
        UUID[] ids = handoffs.stream().map(handoff -> handoff.id().value()).toArray(UUID[]::new);
        Map<HandoffId, Set<MemberId>> assignees = new HashMap<>();
        db.select(HANDOFF_ASSIGNMENT.HANDOFF_ID, HANDOFF_ASSIGNMENT.REP_ID)
                .from(HANDOFF_ASSIGNMENT)
                .where(HANDOFF_ASSIGNMENT.HANDOFF_ID.eq(DSL.any(ids)))
                .forEach(row -> assignees
                        .computeIfAbsent(new HandoffId(row.value1()), id -> new HashSet<>())
                        .add(new MemberId(row.value2())));
        return assignees;
    }

    void insert(Viewer viewer, List<Handoff> handoffs, Instant now) {
        db.batchInsert(handoffs.stream().map(handoff -> row(handoff, now)).toList())
                .execute();
        db.batchInsert(handoffs.stream()
                        .map(handoff -> row(handoff.id(), handoff.assignment()))
                        .toList())
                .execute();
        insertSteps(viewer, handoffs);
    }

    /** Writes hand-offs that are locked, with their news. */
    void update(Viewer viewer, List<Handoff> handoffs, Instant now) {
        db.batchUpdate(handoffs.stream()
                        .map(handoff -> {
                            HandoffRecord row = row(handoff, now);
                            row.setVersion(handoff.version() + 1);
                            row.changed(HANDOFF.CREATED_AT, false);
                            return row;
                        })
                        .toList())
                .execute();
        db.batchMerge(handoffs.stream()
                        .flatMap(handoff -> Stream.concat(handoff.left().stream(), Stream.of(handoff.assignment()))
                                .map(assignment -> row(handoff.id(), assignment)))
                        .toList())
                .execute();
        insertSteps(viewer, handoffs);
    }

    private void insertSteps(Viewer viewer, List<Handoff> handoffs) {
        MemberId actor = viewer.actor();
        List<HandoffStepRecord> rows = new ArrayList<>();
        for (Handoff handoff : handoffs) {
            for (HandoffStep step : handoff.news()) {
                HandoffStepRecord row = new HandoffStepRecord();
                row.setId(step.id());
                row.setHandoffId(handoff.id().value());
                row.setKind(step.kind().name());
                row.setAt(utc(step.at()));
                row.setRepId(step.rep().value());
                row.setActorId(actor == null || !step.kind().isByPerson() ? null : actor.value());
                row.setVia(step.kind().isByPerson() ? viewer.via().name() : Via.SYSTEM.name());
                row.setReason(step.reason());
                row.setNote(step.note());
                rows.add(row);
            }
        }
        if (!rows.isEmpty()) {
            db.batchInsert(rows).execute();
        }
    }

    /** Those of them that are hand-offs and that the viewer may not read. */
    Set<UUID> hidden(Viewer viewer, Collection<UUID> ids) {
        return db.select(HANDOFF.ID)
                .from(HANDOFF)
                .where(HANDOFF.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .and(DSL.not(readable(viewer)))
                .fetchSet(HANDOFF.ID);
    }

    static Condition readable(Viewer viewer) {
        return Visibility.of(viewer, AlignmentKinds.HANDOFF, Action.READ, HANDOFF.REP_ID, HANDOFF.TEAM_ID);
    }

    private SelectJoinStep<Record> seen(Viewer viewer, List<? extends SelectField<?>> more) {
        return db.select(HANDOFF.fields())
                .select(HANDOFF_ASSIGNMENT.fields())
                .select(
                        ContactSql.contactName(viewer, HANDOFF.CONTACT_ID).as("contact_name"),
                        ContactSql.companyNameOf(viewer, HANDOFF.CONTACT_ID).as("company_name"))
                .select(more)
                .from(HANDOFF)
                .join(HANDOFF_ASSIGNMENT)
                .on(presentAssignment());
    }

    private SelectJoinStep<Record> handoffs() {
        return db.select(HANDOFF.fields())
                .select(HANDOFF_ASSIGNMENT.fields())
                .from(HANDOFF)
                .join(HANDOFF_ASSIGNMENT)
                .on(presentAssignment());
    }

    private static Condition presentAssignment() {
        return HANDOFF_ASSIGNMENT.HANDOFF_ID.eq(HANDOFF.ID).and(HANDOFF_ASSIGNMENT.NUMBER.eq(HANDOFF.ASSIGNMENT));
    }

    private static HandoffRecord row(Handoff handoff, Instant now) {
        Lead lead = handoff.lead();
        ResponseClock clock = handoff.clock();
        HandoffRecord row = new HandoffRecord();
        row.setId(handoff.id().value());
        row.setVersion(handoff.version());
        row.setContactId(lead.contactId().value());
        row.setCauseId(lead.cause());
        row.setSlaId(lead.slaId().value());
        row.setSlaVersion(lead.slaVersion());
        row.setTier(lead.tier().name());
        row.setLeadType(lead.type());
        row.setLeadValue(lead.value().amount());
        row.setCurrency(lead.value().currency());
        row.setCounted(lead.counted());
        row.setDeducted(handoff.deducted());
        row.setRuled(handoff.ruled());
        row.setDeleted(handoff.deleted());
        row.setSourceChannel(lead.source().channel());
        row.setSourceCampaign(lead.source().campaign());
        row.setSourceMedium(lead.source().medium());
        row.setMqlOn(lead.mqlOn());
        row.setStatus(handoff.status().name());
        row.setRepId(handoff.rep().id().value());
        row.setTeamId(handoff.rep().team().value());
        row.setAssignment((short) handoff.assignment().number());
        row.setReason(handoff.reason());
        row.setNote(handoff.note());
        row.setDealId(orNull(handoff.dealId(), DealId::value));
        row.setOfferedAt(utc(clock.startedAt()));
        row.setAcceptBy(utc(clock.acceptBy()));
        row.setTouchBy(utc(clock.touchBy()));
        row.setAnsweredAt(orNull(clock.answeredAt(), HandoffStore::utc));
        row.setTouchedAt(orNull(clock.touchedAt(), HandoffStore::utc));
        row.setTouchMinutes(clock.touchMinutes());
        row.setStoppedAt(orNull(clock.stoppedAt(), HandoffStore::utc));
        row.setBreachedAt(orNull(clock.breachedAt(), HandoffStore::utc));
        row.setAnswer(handoff.answer().name());
        row.setOutcome(clock.outcome().name());
        row.setDueAt(orNull(clock.dueAt(), HandoffStore::utc));
        row.setNextAt(orNull(handoff.nextLook(now), HandoffStore::utc));
        row.setCreatedAt(utc(now));
        row.setUpdatedAt(utc(now));
        return row;
    }

    private static HandoffAssignmentRecord row(HandoffId id, Assignment assignment) {
        ResponseClock clock = assignment.clock();
        HandoffAssignmentRecord row = new HandoffAssignmentRecord();
        row.setHandoffId(id.value());
        row.setNumber((short) assignment.number());
        row.setRepId(assignment.rep().id().value());
        row.setAssignedAt(utc(clock.startedAt()));
        row.setAcceptBy(utc(clock.acceptBy()));
        row.setTouchBy(utc(clock.touchBy()));
        row.setRemindAt(utc(assignment.remindAt()));
        row.setRemindedAt(orNull(assignment.remindedAt(), HandoffStore::utc));
        row.setAnsweredAt(orNull(clock.answeredAt(), HandoffStore::utc));
        row.setTouchedAt(orNull(clock.touchedAt(), HandoffStore::utc));
        row.setTouchMinutes(clock.touchMinutes());
        row.setStoppedAt(orNull(clock.stoppedAt(), HandoffStore::utc));
        row.setBreachedAt(orNull(clock.breachedAt(), HandoffStore::utc));
        row.setAnswer(assignment.answer().name());
        row.setOutcome(clock.outcome().name());
        return row;
    }

    private static Seen seen(Record row) {
        return new Seen(handoff(row), row.get("contact_name", String.class), row.get("company_name", String.class));
    }

    private static Handoff handoff(Record row) {
        Lead lead = new Lead(
                new ContactId(row.get(HANDOFF.CONTACT_ID)),
                row.get(HANDOFF.CAUSE_ID),
                row.get(HANDOFF.OFFERED_AT).toInstant(),
                row.get(HANDOFF.MQL_ON),
                new SlaId(row.get(HANDOFF.SLA_ID)),
                row.get(HANDOFF.SLA_VERSION),
                Tier.valueOf(row.get(HANDOFF.TIER)),
                row.get(HANDOFF.LEAD_TYPE),
                new Money(row.get(HANDOFF.LEAD_VALUE), row.get(HANDOFF.CURRENCY)),
                row.get(HANDOFF.COUNTED),
                new Source(
                        row.get(HANDOFF.SOURCE_CHANNEL),
                        row.get(HANDOFF.SOURCE_CAMPAIGN),
                        row.get(HANDOFF.SOURCE_MEDIUM)));
        ResponseClock clock = new ResponseClock(
                row.get(HANDOFF.OFFERED_AT).toInstant(),
                row.get(HANDOFF.ACCEPT_BY).toInstant(),
                row.get(HANDOFF.TOUCH_BY).toInstant(),
                instant(row, HANDOFF.ANSWERED_AT),
                instant(row, HANDOFF.TOUCHED_AT),
                row.get(HANDOFF.TOUCH_MINUTES),
                instant(row, HANDOFF.STOPPED_AT),
                instant(row, HANDOFF.BREACHED_AT));
        return new Handoff(
                new HandoffId(row.get(HANDOFF.ID)),
                row.get(HANDOFF.VERSION),
                lead,
                HandoffStatus.valueOf(row.get(HANDOFF.STATUS)),
                clock,
                assignment(row),
                row.get(HANDOFF.REASON),
                row.get(HANDOFF.NOTE),
                orNull(row.get(HANDOFF.DEAL_ID), DealId::new),
                row.get(HANDOFF.DEDUCTED),
                row.get(HANDOFF.RULED),
                row.get(HANDOFF.DELETED),
                List.of(),
                List.of());
    }

    private static Assignment assignment(Record row) {
        ResponseClock clock = new ResponseClock(
                row.get(HANDOFF_ASSIGNMENT.ASSIGNED_AT).toInstant(),
                row.get(HANDOFF_ASSIGNMENT.ACCEPT_BY).toInstant(),
                row.get(HANDOFF_ASSIGNMENT.TOUCH_BY).toInstant(),
                instant(row, HANDOFF_ASSIGNMENT.ANSWERED_AT),
                instant(row, HANDOFF_ASSIGNMENT.TOUCHED_AT),
                row.get(HANDOFF_ASSIGNMENT.TOUCH_MINUTES),
                instant(row, HANDOFF_ASSIGNMENT.STOPPED_AT),
                instant(row, HANDOFF_ASSIGNMENT.BREACHED_AT));
        return new Assignment(
                row.get(HANDOFF_ASSIGNMENT.NUMBER),
                new Rep(new MemberId(row.get(HANDOFF.REP_ID)), new TeamId(row.get(HANDOFF.TEAM_ID))),
                clock,
                Answer.valueOf(row.get(HANDOFF_ASSIGNMENT.ANSWER)),
                row.get(HANDOFF_ASSIGNMENT.REMIND_AT).toInstant(),
                instant(row, HANDOFF_ASSIGNMENT.REMINDED_AT));
    }

    private static TakenStep step(Record row) {
        HandoffStep step = new HandoffStep(
                row.get(HANDOFF_STEP.ID),
                HandoffStep.Kind.valueOf(row.get(HANDOFF_STEP.KIND)),
                row.get(HANDOFF_STEP.AT).toInstant(),
                new MemberId(row.get(HANDOFF_STEP.REP_ID)),
                row.get(HANDOFF_STEP.REASON),
                row.get(HANDOFF_STEP.NOTE));
        return new TakenStep(
                step, orNull(row.get(HANDOFF_STEP.ACTOR_ID), MemberId::new), Via.valueOf(row.get(HANDOFF_STEP.VIA)));
    }

    private static @Nullable Instant instant(Record row, Field<OffsetDateTime> field) {
        return orNull(row.get(field), OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static UUID[] uuids(Collection<ContactId> contacts) {
        return contacts.stream().map(ContactId::value).toArray(UUID[]::new);
    }

    private static <T, R> @Nullable R orNull(@Nullable T value, Function<T, R> mapper) {
        return value == null ? null : mapper.apply(value);
    }
}
