package vn.songhanh.contacts.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.songhanh.contacts.Columns;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.company.CompanyId;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.contacts.lifecycle.LifecycleStageChanged.Change;
import vn.songhanh.contacts.lifecycle.LifecycleStore.Move;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Conflict;
import vn.songhanh.shared.Forbidden;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.events.Events;

/**
 * How contacts and companies come from one lifecycle stage to the next. Automation moves them only forward; people may
 * move them anywhere, backwards with permission and a reason; a won deal outweighs both. Every move leaves its row of
 * history, and all moves of one operation are told in one {@link LifecycleStageChanged}.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Lifecycle {

    /** Somebody to be brought forward, at a moment of his own. */
    public record Advance(
            RecordKind kind, UUID id, Instant at, @Nullable UUID ref) {}

    private final LifecycleStore store;
    private final ObjectProvider<LifecycleFacts> facts;
    private final Events events;
    private final Clock clock;

    Lifecycle(LifecycleStore store, ObjectProvider<LifecycleFacts> facts, Events events, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.events = events;
        this.clock = clock;
    }

    /** Setting somebody back rewrites what others report on, so it is for those who lead at least a team. */
    static boolean mayMoveBack(Viewer viewer, RecordKind kind) {
        return viewer.reach(kind, Action.WRITE).compareTo(Reach.TEAM) >= 0;
    }

    /**
     * Brings forward whoever stands below {@code to}; the others stay where they are. All of them are held until the
     * transaction ends, people before companies.
     *
     * @param ref the deal, hand-off or form that it comes by
     * @return who moved
     */
    public List<Change> advance(
            Viewer viewer,
            Collection<ContactId> contacts,
            Collection<CompanyId> companies,
            LifecycleStage to,
            Cause cause,
            @Nullable UUID ref,
            Instant at) {
        if (contacts.isEmpty() && companies.isEmpty()) {
            return List.of();
        }
        Move move = new Move(viewer, to, cause, null, ref, at, now());
        return tell(move, false, store.advance(move, Columns.values(contacts), Columns.values(companies)));
    }

    /** As the other, with the one company that a deal has, if any. */
    public List<Change> advance(
            Viewer viewer,
            Collection<ContactId> contacts,
            @Nullable CompanyId company,
            LifecycleStage to,
            Cause cause,
            @Nullable UUID ref,
            Instant at) {
        return advance(viewer, contacts, company == null ? List.of() : List.of(company), to, cause, ref, at);
    }

    /**
     * Brings many forward, each at a moment of its own, as imports do. Who is named twice moves at the earlier moment.
     *
     * @param operation the import
     * @param history whether the past is written down: nothing starts and nobody is notified
     */
    public List<Change> advanceEach(
            Viewer viewer,
            Collection<Advance> advances,
            LifecycleStage to,
            Cause cause,
            UUID operation,
            boolean history) {
        if (advances.isEmpty()) {
            return List.of();
        }
        Instant now = now();
        Move move = new Move(viewer, to, cause, null, operation, now, now);
        return tell(move, history, store.advanceEach(move, advances));
    }

    /**
     * Gives leads back that came to nothing for now: to {@link LifecycleStage#LEAD} to be nurtured, or to
     * {@link LifecycleStage#OTHER} when they are no leads at all. Customers are never recycled.
     *
     * @param cause {@link Cause#RECYCLED} or {@link Cause#REJECTED}
     */
    public List<Change> recycle(
            Viewer viewer,
            Collection<ContactId> contacts,
            @Nullable CompanyId company,
            LifecycleStage to,
            Cause cause,
            @Nullable String reason,
            @Nullable UUID ref,
            Instant at) {
        if (!to.takesRecycled()) {
            throw new IllegalArgumentException("nobody is recycled to " + to);
        }
        Set<LifecycleStage> from = EnumSet.noneOf(LifecycleStage.class);
        for (LifecycleStage stage : LifecycleStage.values()) {
            if (stage.isRecycledTo(to)) {
                from.add(stage);
            }
        }
        String[] names = LifecycleStage.names(from);
        Move move = new Move(viewer, to, cause, reason, ref, at, now());
        List<Change> changes = new ArrayList<>();
        if (!contacts.isEmpty()) {
            changes.addAll(store.recycle(ContactKinds.CONTACT, move, Columns.values(contacts), names));
        }
        if (company != null) {
            changes.addAll(store.recycle(ContactKinds.COMPANY, move, new UUID[] {company.value()}, names));
        }
        return tell(move, false, changes);
    }

    /**
     * Those of them that {@link #recycle} would move, held until the transaction ends: a proposal can be shown before
     * anybody confirms it.
     */
    public Set<UUID> recyclable(Collection<ContactId> contacts, @Nullable CompanyId company, LifecycleStage to) {
        Set<UUID> recyclable = new HashSet<>();
        store.lockStages(ContactKinds.CONTACT, List.of(Columns.values(contacts)))
                .forEach((id, stage) -> {
                    if (stage.isRecycledTo(to)) {
                        recyclable.add(id);
                    }
                });
        List<UUID> companies = company == null ? List.of() : List.of(company.value());
        store.lockStages(ContactKinds.COMPANY, companies).forEach((id, stage) -> {
            if (stage.isRecycledTo(to)) {
                recyclable.add(id);
            }
        });
        return recyclable;
    }

    /**
     * Holds these until the transaction ends, in the order in which everybody holds them. For operations that hold
     * some of them, and later others.
     */
    public void hold(Collection<ContactId> contacts, Collection<CompanyId> companies) {
        store.lockStages(ContactKinds.CONTACT, List.of(Columns.values(contacts)));
        store.lockStages(ContactKinds.COMPANY, List.of(Columns.values(companies)));
    }

    /**
     * Works the stages out anew after a win was taken away: from the facts that are left, from where the company stands,
     * and from what was said of them otherwise. Whoever stands where he stands for another reason than a deal stays
     * there. The people of a company that moves by this are looked at next, which may lag.
     *
     * @param ref the deal or import that took it away
     * @param history as in {@link #advanceEach}
     */
    public List<Change> recompute(
            Viewer viewer,
            Collection<ContactId> contacts,
            Collection<CompanyId> companies,
            UUID ref,
            Instant at,
            boolean history) {
        if (contacts.isEmpty() && companies.isEmpty()) {
            return List.of();
        }
        List<UUID> people = List.of(Columns.values(contacts));
        List<UUID> firms = List.of(Columns.values(companies));
        // Held first: whoever makes a fact holds them too, so what is read now is all that there is.
        Map<UUID, LifecycleStage> peopleStages = store.lockStages(ContactKinds.CONTACT, people);
        Map<UUID, LifecycleStage> firmStages = store.lockStages(ContactKinds.COMPANY, firms);
        Map<UUID, LifecycleStage> proven = proven(people, firms);
        Move move = new Move(viewer, LifecycleStage.LEAD, Cause.DEAL_REVERSED, null, ref, at, now());
        List<Change> changes = new ArrayList<>(settle(ContactKinds.COMPANY, move, firmStages, proven, Map.of()));
        changes.addAll(settle(ContactKinds.CONTACT, move, peopleStages, proven, store.companyStages(people)));
        return tell(move, history, changes);
    }

    /** Where somebody stood before an import brought him further, which nothing has moved since. */
    public record MovedBy(LifecycleStage from, Instant loggedAt) {}

    /** Those whose last move was that import's. */
    public Map<UUID, MovedBy> movedBy(UUID importId, Collection<UUID> ids) {
        Map<UUID, MovedBy> moved = new HashMap<>();
        store.lastMoves(ids, importId).forEach((id, last) -> {
            if (last.cause() == Cause.IMPORTED && last.from() != null) {
                moved.put(id, new MovedBy(last.from(), last.loggedAt()));
            }
        });
        return moved;
    }

    /** Takes an import's moves back: nothing starts by it, and what started by them ends. */
    public void moveBack(Viewer viewer, RecordKind kind, Map<UUID, LifecycleStage> stages, UUID importId, Instant now) {
        Map<LifecycleStage, List<UUID>> byStage = new EnumMap<>(LifecycleStage.class);
        stages.forEach((id, stage) ->
                byStage.computeIfAbsent(stage, to -> new ArrayList<>()).add(id));
        byStage.forEach((stage, ids) -> {
            Move move = new Move(viewer, stage, Cause.IMPORTED, null, importId, now, now());
            tell(move, true, store.setAll(kind, move, ids));
        });
    }

    private Map<UUID, LifecycleStage> proven(Collection<UUID> contacts, Collection<UUID> companies) {
        Map<UUID, LifecycleStage> proven = new HashMap<>();
        facts.forEach(known -> known.proven(contacts, companies)
                .forEach((id, stage) -> proven.merge(id, stage, (one, other) -> one.isAbove(other) ? one : other)));
        return proven;
    }

    /** @param above where the companies of contacts stand */
    private List<Change> settle(
            RecordKind kind,
            Move move,
            Map<UUID, LifecycleStage> stages,
            Map<UUID, LifecycleStage> proven,
            Map<UUID, LifecycleStage> above) {
        Map<UUID, List<LifecycleChange>> histories = store.histories(stages.keySet());
        Map<LifecycleStage, List<UUID>> moving = new EnumMap<>(LifecycleStage.class);
        stages.forEach((id, from) -> {
            LifecycleHistory history = new LifecycleHistory(histories.getOrDefault(id, List.of()));
            if (!history.standsOnDeals()) {
                return;
            }
            LifecycleStage to = history.withoutDeals().orElse(LifecycleStage.LEAD);
            to = further(to, proven.get(id), Cause.DEAL_WON);
            LifecycleStage company = above.get(id);
            to = further(to, company != null && company.isOfDeals() ? company : null, Cause.COMPANY);
            if (to != from) {
                moving.computeIfAbsent(to, any -> new ArrayList<>()).add(id);
            }
        });
        List<Change> changes = new ArrayList<>();
        moving.forEach((to, ids) -> changes.addAll(store.setAll(kind, move.to(to), ids)));
        return changes;
    }

    private static LifecycleStage further(LifecycleStage from, @Nullable LifecycleStage to, Cause cause) {
        return to != null && to.reachableFrom(cause).contains(from) ? to : from;
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    LifecycleView view(UUID id, LifecycleStage stage, Instant now) {
        return LifecycleView.of(stage, store.history(id), now);
    }

    /** The first stage of a new contact or company. */
    public void begin(
            Viewer viewer,
            RecordKind kind,
            UUID id,
            LifecycleStage stage,
            @Nullable OtherKindId otherKind,
            Cause cause,
            Instant now) {
        Move move = new Move(viewer, stage, cause, null, null, now, now);
        store.write(kind, id, null, stage, otherKind, move);
        tell(move, false, List.of(new Change(kind, id, null, stage)));
    }

    /**
     * The first stage of one of many new records.
     *
     * @param told whether others must hear of it: a stage that was chosen, not the one that everybody begins with
     */
    record Beginning(
            UUID id, LifecycleStage stage, @Nullable OtherKindId otherKind, Instant at, boolean told) {}

    /** The first stages of what an import created; {@code history} is told to nobody. */
    void beginAll(
            Viewer viewer,
            RecordKind kind,
            Collection<Beginning> beginnings,
            UUID operation,
            boolean history,
            Instant now) {
        if (beginnings.isEmpty()) {
            return;
        }
        Move move = new Move(viewer, LifecycleStage.LEAD, Cause.IMPORTED, null, operation, now, now);
        store.beginAll(kind, beginnings, move);
        if (!history) {
            List<Change> told = beginnings.stream()
                    .filter(Beginning::told)
                    .map(each -> new Change(kind, each.id(), null, each.stage()))
                    .toList();
            tell(move, false, told);
        }
    }

    /**
     * A move by hand of a record that the caller has locked and whose writing it has checked.
     *
     * @throws Forbidden for a move back by somebody who may not
     * @throws Conflict for a move back from what a won deal proves
     * @throws Invalid for a move back or aside without a reason, or aside without a kind
     */
    public boolean move(
            Viewer viewer,
            RecordKind kind,
            UUID id,
            LifecycleStage from,
            LifecycleStage to,
            @Nullable OtherKindId otherKind,
            @Nullable String reason,
            Instant now) {
        String why = Text.cleanOrNull(reason, "reason");
        if (why != null && why.length() > 500) {
            throw new Invalid("reason", "too-long", Map.of("max", 500));
        }
        Move move = new Move(viewer, to, Cause.MANUAL, why, null, now, now);
        switch (from.by(to)) {
            case NONE -> {
                return false;
            }
            case FORWARD -> store.write(kind, id, from, to, null, move);
            case ASIDE -> {
                requireReason(why);
                requireKind(otherKind);
                requireNotWon(kind, id, to);
                store.write(kind, id, from, to, otherKind, move);
            }
            case BACK -> {
                if (!mayMoveBack(viewer, kind)) {
                    throw new Forbidden("lifecycle-backward");
                }
                requireReason(why);
                requireNotWon(kind, id, to);
                store.write(kind, id, from, null, null, move);
                store.write(kind, id, null, to, null, move);
            }
        }
        store.set(kind, id, to, to == LifecycleStage.OTHER ? otherKind : null, now, now);
        tell(move, false, List.of(new Change(kind, id, from, to)));
        return true;
    }

    /**
     * A company's new stage reaches its people, forward only; what people do never moves their company. One that stands
     * lower again by now takes them only as far as deals that are left have brought it.
     */
    public void follow(
            Viewer viewer, Collection<CompanyId> companies, LifecycleStage stage, UUID operation, Instant at) {
        store.lockStages(ContactKinds.CONTACT, List.of(Columns.values(store.peopleBelow(companies, stage))));
        Map<LifecycleStage, List<CompanyId>> reaching = new EnumMap<>(LifecycleStage.class);
        store.lockStages(ContactKinds.COMPANY, List.of(Columns.values(companies)))
                .forEach((id, present) -> {
                    LifecycleStage reached = stage.isAbove(present) ? present : stage;
                    if (reached == stage || reached.isOfDeals()) {
                        reaching.computeIfAbsent(reached, any -> new ArrayList<>())
                                .add(new CompanyId(id));
                    }
                });
        reaching.forEach((reached, theirs) ->
                advance(viewer, store.peopleBelow(theirs, reached), List.of(), reached, Cause.COMPANY, operation, at));
    }

    /** When companies lost the stage that a deal had given them, their people are looked at again. */
    public void reconsider(Collection<CompanyId> companies, UUID operation, Instant at, boolean history) {
        recompute(Viewer.SYSTEM, store.peopleMovedWith(companies, operation), List.of(), operation, at, history);
    }

    private void requireNotWon(RecordKind kind, UUID id, LifecycleStage to) {
        boolean below = !to.isAbove(LifecycleStage.OPPORTUNITY);
        if (below && facts.stream().anyMatch(known -> known.isWon(kind, id))) {
            throw new Conflict("won-deal-stands");
        }
    }

    private static void requireKind(@Nullable OtherKindId otherKind) {
        if (otherKind == null) {
            throw new Invalid("otherKindId", "required");
        }
    }

    private static void requireReason(@Nullable String reason) {
        if (reason == null) {
            throw new Invalid("reason", "required");
        }
    }

    private List<Change> tell(Move move, boolean history, List<Change> changes) {
        if (!changes.isEmpty()) {
            UUID operation = move.ref() == null ? changes.getFirst().id() : move.ref();
            events.publish(
                    move.viewer(),
                    new LifecycleStageChanged(operation, move.cause(), move.at(), history, changes),
                    move.now());
        }
        return changes;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
