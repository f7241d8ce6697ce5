package vn.songhanh.alignment.handoff;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.songhanh.alignment.AlignmentKinds;
import vn.songhanh.alignment.handoff.HandoffStore.Due;
import vn.songhanh.alignment.handoff.HandoffStore.Past;
import vn.songhanh.alignment.handoff.HandoffStore.Seen;
import vn.songhanh.alignment.handoff.HandoffStore.TakenStep;
import vn.songhanh.alignment.sla.LeadType;
import vn.songhanh.alignment.sla.RejectionReason;
import vn.songhanh.alignment.sla.Sla;
import vn.songhanh.alignment.sla.SlaId;
import vn.songhanh.alignment.sla.SlaTerms;
import vn.songhanh.alignment.sla.Slas;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.contacts.contact.ContactNews;
import vn.songhanh.contacts.contact.Contacts;
import vn.songhanh.contacts.lifecycle.Cause;
import vn.songhanh.contacts.lifecycle.Lifecycle;
import vn.songhanh.contacts.lifecycle.LifecycleStage;
import vn.songhanh.contacts.source.Source;
import vn.songhanh.contacts.timeline.Direction;
import vn.songhanh.contacts.timeline.Timeline;
import vn.songhanh.contacts.timeline.TimelineEntry;
import vn.songhanh.sales.deal.Deals;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Forbidden;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.Permissions;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Via;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.audit.Audit;
import vn.songhanh.workspace.calendar.BusinessCalendar;
import vn.songhanh.workspace.calendar.Calendars;
import vn.songhanh.workspace.imports.Imports;
import vn.songhanh.workspace.members.Member;
import vn.songhanh.workspace.members.Members;

/**
 * What can be done with hand-offs. They open by themselves when contacts become MQL; the reps answer, the clocks
 * remind and pass on, and deals close them.
 */
@Service
public class Handoffs {

    /** How many hand-offs one look at the clocks takes on at once. */
    private static final int LOOK = 200;

    private static final int MAX_NOTE = 2_000;

    private final HandoffStore store;
    private final Routing routing;
    private final Slas slas;
    private final Contacts contacts;
    private final Lifecycle lifecycle;
    private final Timeline timeline;
    private final Deals deals;
    private final Members members;
    private final Calendars calendars;
    private final Imports imports;
    private final HandoffNotices notices;
    private final Audit audit;
    private final Clock clock;

    Handoffs(
            HandoffStore store,
            Routing routing,
            Slas slas,
            Contacts contacts,
            Lifecycle lifecycle,
            Timeline timeline,
            Deals deals,
            Members members,
            Calendars calendars,
            Imports imports,
            HandoffNotices notices,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.routing = routing;
        this.slas = slas;
        this.contacts = contacts;
        this.lifecycle = lifecycle;
        this.timeline = timeline;
        this.deals = deals;
        this.members = members;
        this.calendars = calendars;
        this.imports = imports;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    HandoffView require(Viewer viewer, HandoffId id) {
        Seen seen = store.find(viewer, id).orElseThrow(() -> new NotFound(AlignmentKinds.HANDOFF, id));
        return HandoffView.of(viewer, seen, clock.instant(), calendars.current());
    }

    /** After a change by the viewer, who may have given it out of sight by it. */
    HandoffView requireAfter(Viewer viewer, HandoffId id) {
        Seen seen = store.findAny(viewer, id).orElseThrow(() -> new NotFound(AlignmentKinds.HANDOFF, id));
        return HandoffView.of(viewer, seen, clock.instant(), calendars.current());
    }

    /** The contact's open hand-off, if it has one, and who is to answer it. */
    public Optional<Open> openOf(ContactId contact) {
        return store.open(contact)
                .map(handoff -> new Open(handoff.id(), handoff.rep().id()));
    }

    public record Open(HandoffId id, MemberId rep) {}

    List<TakenStep> steps(HandoffId id) {
        return store.steps(id);
    }

    /**
     * Contacts became MQLs: each is offered to a rep, unless it has fallen back since then, has an open hand-off, or was
     * offered for this very cause or since then. With whom it is already, he gets it; the others go round in turn.
     *
     * @param cause what made them MQLs; offering twice for one cause offers once
     * @param at when they became MQLs: the promise runs from here
     */
    @Transactional
    public void offer(Viewer viewer, Collection<ContactId> ids, UUID cause, Instant at) {
        Map<ContactId, Contacts.Held> held = new HashMap<>(contacts.hold(ids));
        held.values().removeIf(contact -> LifecycleStage.MQL.isAbove(contact.stage()));
        if (held.isEmpty()) {
            return;
        }
        Sla sla = slas.inForce(dayOf(at));
        Map<ContactId, Past> past = past(sla.terms(), held.keySet(), cause, at);
        List<Lead> leads = new ArrayList<>();
        held.forEach((id, contact) -> {
            Past before = past.getOrDefault(id, Past.NONE);
            if (!before.taken()) {
                leads.add(lead(sla, id, contact.source(), cause, at, !before.counted()));
            }
        });
        Map<ContactId, Rep> theirs = already(held);
        List<Lead> free = leads.stream()
                .filter(lead -> !theirs.containsKey(lead.contactId()))
                .toList();
        if (!free.isEmpty()) {
            offer(viewer, sla, free, routing.next(free.size(), dayOf(clock.instant())));
        }
        List<Lead> taken = new ArrayList<>();
        List<Rep> takers = new ArrayList<>();
        for (Lead lead : leads) {
            Rep taker = theirs.get(lead.contactId());
            if (taker != null) {
                taken.add(lead);
                takers.add(taker);
            }
        }
        if (!taken.isEmpty()) {
            offer(viewer, sla, taken, takers);
        }
    }

    /**
     * With whom these contacts are already: whoever has a deal with them or, when somebody took them beyond the MQLs, owns
     * them; if he can answer at all.
     */
    private Map<ContactId, Rep> already(Map<ContactId, Contacts.Held> held) {
        Map<ContactId, Deals.Behind> deal = deals.behind(held.keySet(), List.of());
        Map<ContactId, MemberId> whose = new HashMap<>();
        held.forEach((id, contact) -> {
            Deals.Behind theirs = deal.get(id);
            if (theirs != null) {
                whose.put(id, theirs.owner());
            } else if (contact.ownerId() != null && contact.stage().isAbove(LifecycleStage.MQL)) {
                whose.put(id, contact.ownerId());
            }
        });
        Map<MemberId, Member> known = members.find(Set.copyOf(whose.values()));
        Map<ContactId, Rep> reps = new HashMap<>();
        whose.forEach((id, owner) -> {
            Member member = known.get(owner);
            if (member != null && routing.answers(member)) {
                reps.put(id, new Rep(member.id(), member.teamId()));
            }
        });
        return reps;
    }

    private Map<ContactId, Past> past(SlaTerms terms, Collection<ContactId> ids, UUID cause, Instant at) {
        return store.past(ids, cause, at, dayOf(at).minusDays(terms.countOnceInDays()));
    }

    private Lead lead(Sla sla, ContactId id, Source source, UUID cause, Instant at, boolean counted) {
        LeadType type = sla.terms().typeOf(source);
        return new Lead(
                id,
                cause,
                at,
                dayOf(at),
                sla.id(),
                sla.version(),
                type.tier(),
                type.code(),
                type.value(),
                counted,
                source);
    }

    private void offer(Viewer viewer, Sla sla, List<Lead> leads, List<Rep> reps) {
        BusinessCalendar calendar = calendars.current();
        List<Handoff> offered = new ArrayList<>();
        for (int i = 0; i < leads.size(); i++) {
            offered.add(Handoff.offer(leads.get(i), reps.get(i), sla.terms(), calendar));
        }
        store.insert(viewer, offered, now());
        giveContacts(viewer, offered);
        tell(viewer, offered);
    }

    /** @throws HandoffNotOpen for the second of two who accept at once */
    @Transactional
    public void accept(Viewer viewer, HandoffId id) {
        Handoff before = lockToAnswer(viewer, id);
        save(viewer, before, before.accept(now()), "accepted");
    }

    /**
     * Sales gives the lead back, which makes the contact a lead of marketing's again; or, for a reason that re-routes,
     * passes it on to another rep.
     */
    @Transactional
    public void reject(Viewer viewer, HandoffId id, @Nullable String reason, @Nullable String note) {
        Handoff before = lockToAnswer(viewer, id);
        if (reason == null) {
            throw new Invalid("reason", "required");
        }
        String explanation = limited(note);
        SlaTerms terms = terms(before);
        RejectionReason why = terms.reason(reason);
        Instant now = now();
        if (why.reroutes()) {
            Rep other = another(before, now);
            pass(viewer, before, other, why, explanation, terms, now);
            return;
        }
        save(viewer, before, before.reject(why, explanation, now), "rejected");
        lifecycle.recycle(
                viewer,
                List.of(before.contactId()),
                null,
                LifecycleStage.LEAD,
                Cause.REJECTED,
                why.name(),
                id.value(),
                now);
    }

    /** @param to null: whoever is next in turn */
    @Transactional
    public void reassign(Viewer viewer, HandoffId id, @Nullable MemberId to, @Nullable String note) {
        Handoff before = lockToAnswer(viewer, id);
        Instant now = now();
        String explanation = limited(note);
        Rep rep = to == null ? another(before, now) : assignable(viewer, to);
        pass(viewer, before, rep, null, explanation, terms(before), now);
    }

    /**
     * Marketing says that a rejection was without cause.
     *
     * @throws Forbidden to whoever gave the lead back, and to those who tend their own contacts only
     */
    @Transactional
    public void dispute(Viewer viewer, HandoffId id, @Nullable String note) {
        Handoff before = lock(viewer, id);
        if (!before.mayBeDisputedBy(viewer)) {
            throw new Forbidden("marketing-disputes");
        }
        save(viewer, before, before.dispute(limited(note), terms(before), now(), calendars.current()), "disputed");
    }

    /** @param stands whether the rejection was right */
    @Transactional
    public void rule(Viewer viewer, HandoffId id, boolean stands, @Nullable String note) {
        Handoff before = lock(viewer, id);
        viewer.require(AlignmentKinds.SLA, Action.WRITE);
        boolean countsElsewhere =
                !stands && store.countsElsewhere(before, terms(before).countOnceInDays());
        save(
                viewer,
                before,
                before.rule(stands, countsElsewhere, limited(note), now()),
                stands ? "upheld" : "overturned");
    }

    /**
     * There is news of contacts: touches, or moves to other stages. Their hand-offs take it in, by the order in which it
     * was written down.
     */
    @Transactional
    public void hear(Collection<ContactId> ids) {
        Set<ContactId> concerned = store.changeable(ids);
        if (!concerned.isEmpty()) {
            contacts.hold(concerned);
            heard(store.lockChangeable(concerned));
        }
    }

    /**
     * Takes in what was written down of the contacts of these hand-offs and has not come to them yet, for what somebody
     * did first counts first, whether an event has told of it or not. The contacts are held and the hand-offs locked.
     *
     * @return the hand-offs as they stand then, in the same order
     */
    private List<Handoff> heard(List<Handoff> handoffs) {
        Instant since = handoffs.stream()
                .filter(Handoff::hears)
                .map(handoff -> handoff.clock().startedAt())
                .min(Instant::compareTo)
                .orElse(null);
        if (since == null) {
            return handoffs;
        }
        List<ContactNews> news = timeline.news(
                handoffs.stream().filter(Handoff::hears).map(Handoff::contactId).toList(), since);
        if (news.isEmpty()) {
            return handoffs;
        }
        Hearing hearing = new Hearing(handoffs, news);
        news.forEach(hearing::of);
        return hearing.end();
    }

    /** Hand-offs that take in news. What follows from one person's doing is written together, in that person's name. */
    private final class Hearing {

        private final Map<HandoffId, Handoff> present = new LinkedHashMap<>();
        private final Map<ContactId, List<HandoffId>> ofContact = new HashMap<>();
        private final Map<HandoffId, Handoff> changed = new LinkedHashMap<>();
        private final Map<MemberId, Member> known;
        private final Map<ContactId, Deals.Behind> behind;
        private final BusinessCalendar calendar = calendars.current();
        private Viewer by = Viewer.SYSTEM;

        Hearing(List<Handoff> handoffs, List<ContactNews> news) {
            for (Handoff handoff : handoffs) {
                present.put(handoff.id(), handoff);
                ofContact
                        .computeIfAbsent(handoff.contactId(), id -> new ArrayList<>())
                        .add(handoff.id());
            }
            known = members.find(news.stream()
                    .filter(ContactNews.Touched.class::isInstance)
                    .map(ContactNews::by)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet()));
            Map<ContactId, UUID> deal = new HashMap<>();
            for (ContactNews one : news) {
                if (one instanceof ContactNews.Moved move
                        && move.ref() != null
                        && (move.cause() == Cause.DEAL_OPENED || move.cause() == Cause.DEAL_WON)) {
                    deal.putIfAbsent(move.contact(), move.ref());
                }
            }
            behind = deal.isEmpty() ? Map.of() : deals.behind(deal.keySet(), deal.values());
        }

        void of(ContactNews news) {
            for (HandoffId id : ofContact.getOrDefault(news.contact(), List.of())) {
                Handoff before = Objects.requireNonNull(present.get(id));
                Handoff after = before.hears() ? told(before, news) : before;
                if (after != before) {
                    Viewer whose = whose(news);
                    if (!whose.equals(by) || changed.containsKey(id)) {
                        write();
                        by = whose;
                        after = told(Objects.requireNonNull(present.get(id)), news);
                    }
                    changed.put(id, after);
                    present.put(id, after);
                }
            }
        }

        private Handoff told(Handoff handoff, ContactNews news) {
            return switch (news) {
                case ContactNews.Touched touch ->
                    isSales(touch) ? handoff.touch(touch.at(), touch.loggedAt(), calendar) : handoff;
                case ContactNews.Moved move ->
                    switch (Turn.of(move)) {
                        case TAKEN_OVER -> handoff.takenOver(move.loggedAt());
                        case QUALIFIED -> {
                            Deals.Behind deal = behind.get(move.contact());
                            yield handoff.qualified(deal == null ? null : deal.deal(), move.loggedAt());
                        }
                        case GONE -> handoff.gone(move.loggedAt());
                        case NONE -> handoff;
                    };
            };
        }

        /** A first response is a person's of sales, outbound; an automatic reply is none, nor is what marketing writes. */
        private boolean isSales(ContactNews.Touched touch) {
            Member member = touch.by() == null ? null : known.get(touch.by());
            return touch.direction() == Direction.OUT
                    && touch.via() != Via.AUTOMATION
                    && touch.via() != Via.IMPORT
                    && member != null
                    && !member.role().markets();
        }

        /** The steps name the person whose doing they follow from. */
        private Viewer whose(ContactNews news) {
            MemberId member = news.by();
            return member == null
                    ? Viewer.SYSTEM
                    : new Viewer(
                            member,
                            Viewer.SYSTEM.team(),
                            Set.of(),
                            Permissions.ALL,
                            news.via(),
                            Viewer.SYSTEM.locale());
        }

        private void write() {
            if (!changed.isEmpty()) {
                List<Handoff> handoffs = List.copyOf(changed.values());
                store.update(by, handoffs, now());
                tell(by, handoffs);
                handoffs.forEach(handoff -> present.put(handoff.id(), handoff.written()));
                changed.clear();
            }
        }

        List<Handoff> end() {
            write();
            return List.copyOf(present.values());
        }
    }

    /** Those for whose answer or touch something waits. */
    Set<MemberId> waitedFor() {
        return store.repsWaitedFor();
    }

    /**
     * Passes on what waits for the answer of a member who is away from today on, or who left or lost the right; then also
     * what he accepted and has not touched. With nobody else there it stays.
     */
    @Transactional
    public void passOn(MemberId id) {
        Member member = members.require(id);
        Instant now = now();
        boolean gone = routing.hasLeft(member);
        if (!gone && !member.awayOn(dayOf(now))) {
            return;
        }
        Set<HandoffStatus> waiting =
                gone ? EnumSet.of(HandoffStatus.OFFERED, HandoffStatus.ACCEPTED) : EnumSet.of(HandoffStatus.OFFERED);
        Set<ContactId> concerned = store.contactsOf(id, waiting);
        contacts.hold(concerned);
        List<Handoff> passedOn = new ArrayList<>();
        List<Handoff> still = heard(store.lockOf(id, waiting, concerned)).stream()
                .filter(handoff -> waiting.contains(handoff.status()))
                .toList();
        passToOthers(still, now).forEach((before, after) -> passedOn.add(after));
        if (!passedOn.isEmpty()) {
            store.update(Viewer.SYSTEM, passedOn, now);
            giveContacts(Viewer.SYSTEM, passedOn);
            tell(Viewer.SYSTEM, passedOn);
        }
    }

    /** Each passed on to the next in turn who has not had it; those that nobody else can take are left out. */
    private Map<HandoffId, Handoff> passToOthers(List<Handoff> handoffs, Instant now) {
        if (handoffs.isEmpty()) {
            return Map.of();
        }
        Map<HandoffId, Set<MemberId>> had = store.assignees(handoffs);
        List<@Nullable Rep> others = routing.others(
                handoffs.stream()
                        .map(handoff -> had.getOrDefault(handoff.id(), Set.of()))
                        .toList(),
                dayOf(now));
        BusinessCalendar calendar = calendars.current();
        Map<SlaVersion, SlaTerms> terms = new HashMap<>();
        Map<HandoffId, Handoff> passedOn = new LinkedHashMap<>();
        for (int i = 0; i < others.size(); i++) {
            Rep other = others.get(i);
            Handoff handoff = handoffs.get(i);
            if (other != null) {
                SlaTerms promised = terms.computeIfAbsent(SlaVersion.of(handoff.lead()), version -> terms(handoff));
                passedOn.put(handoff.id(), handoff.reassign(other, null, null, promised, now, calendar));
            }
        }
        return passedOn;
    }

    private record SlaVersion(SlaId id, long version) {

        static SlaVersion of(Lead lead) {
            return new SlaVersion(lead.slaId(), lead.slaVersion());
        }
    }

    /**
     * Looks at the clocks that want it: reminds, notes breaches, and passes on what nobody answered. What was done in
     * time counts, however late its event comes: it is read here. Where somebody is at work on a contact at this very
     * moment, the next look will see what he did.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean look() {
        Instant now = now();
        List<Due> due = store.due(now, LOOK);
        if (due.isEmpty()) {
            return false;
        }
        Set<ContactId> free = contacts.holdFree(due.stream().map(Due::contact).collect(Collectors.toSet()));
        List<Handoff> handoffs = heard(store.lockDue(
                now,
                due.stream()
                        .filter(one -> free.contains(one.contact()))
                        .map(Due::id)
                        .toList()));
        if (handoffs.isEmpty()) {
            return false;
        }
        Map<HandoffId, Handoff> changed = new LinkedHashMap<>();
        handoffs.forEach(
                handoff -> changed.put(handoff.id(), handoff.deleted() ? handoff.drop(now) : handoff.tick(now)));
        Map<HandoffId, Handoff> passedOn = passToOthers(
                changed.values().stream().filter(handoff -> handoff.silent(now)).toList(), now);
        changed.putAll(passedOn);
        List<Handoff> seen = List.copyOf(changed.values());
        store.update(Viewer.SYSTEM, seen, now);
        giveContacts(Viewer.SYSTEM, List.copyOf(passedOn.values()));
        tell(Viewer.SYSTEM, seen);
        return due.size() == LOOK;
    }

    /** The contacts went into the bin, and what waits for them ends. They are held. */
    @Transactional(propagation = Propagation.MANDATORY)
    void contactsDeleted(Viewer viewer, Collection<ContactId> ids, Instant at) {
        Set<ContactId> handedOver = store.handedOver(ids);
        if (!handedOver.isEmpty()) {
            List<Handoff> binned = heard(store.lockAll(handedOver)).stream()
                    .map(handoff -> handoff.binned(at))
                    .toList();
            store.update(viewer, binned, now());
            tell(viewer, binned);
        }
    }

    /**
     * A contact came back. An MQL whose hand-off ended when it was deleted is offered again, to the same rep if he is
     * there; one that was deleted before anybody was offered it is offered now. The promise runs from now on. The contact
     * is held.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void contactRestored(Viewer viewer, ContactId id, LifecycleStage stage, Instant at) {
        List<Handoff> had = store.lockAll(List.of(id));
        if (!had.isEmpty()) {
            store.update(viewer, had.stream().map(Handoff::unbinned).toList(), now());
        }
        if (stage != LifecycleStage.MQL) {
            return;
        }
        Optional<ContactNews.Moved> missed = timeline.lastMove(id)
                .filter(move ->
                        had.isEmpty() || had.getLast().clock().startedAt().isBefore(move.loggedAt()));
        if (missed.isPresent()) {
            if (isNewLead(missed.get())) {
                offer(viewer, List.of(id), Ids.next(), at);
            }
        } else if (!had.isEmpty() && had.getLast().status() == HandoffStatus.WITHDRAWN) {
            offerAgain(viewer, had.getLast(), at);
        }
    }

    private boolean isNewLead(ContactNews.Moved move) {
        return Turn.offers(move.cause())
                && (move.cause() != Cause.IMPORTED || move.ref() == null || !imports.isHistory(move.ref()));
    }

    private void offerAgain(Viewer viewer, Handoff before, Instant at) {
        ContactId id = before.contactId();
        Contacts.Held held = contacts.hold(List.of(id)).get(id);
        if (held == null) {
            return;
        }
        Sla sla = slas.inForce(dayOf(at));
        UUID cause = Ids.next();
        boolean counted = past(sla.terms(), List.of(id), cause, at)
                .getOrDefault(id, Past.NONE)
                .counted();
        LocalDate today = dayOf(at);
        Member former = members.require(before.rep().id());
        List<Rep> reps = routing.isThere(former, today)
                ? List.of(new Rep(former.id(), former.teamId()))
                : routing.next(1, today);
        offer(viewer, sla, List.of(lead(sla, id, held.source(), cause, at, !counted)), reps);
    }

    private void pass(
            Viewer viewer,
            Handoff before,
            Rep to,
            @Nullable RejectionReason why,
            @Nullable String note,
            SlaTerms terms,
            Instant now) {
        Handoff after = before.reassign(to, why, note, terms, now, calendars.current());
        save(viewer, before, after, "reassigned");
        giveContacts(viewer, List.of(after));
    }

    private void save(Viewer viewer, Handoff before, Handoff after, String action) {
        store.update(viewer, List.of(after), now());
        audit.record(viewer, AlignmentKinds.HANDOFF, before.id().value(), action, before.facts(), after.facts());
        tell(viewer, List.of(after));
    }

    /** The contact belongs to whoever answers for it. */
    private void giveContacts(Viewer viewer, List<Handoff> handoffs) {
        Map<ContactId, MemberId> owners = new HashMap<>();
        handoffs.forEach(
                handoff -> owners.put(handoff.contactId(), handoff.rep().id()));
        if (!owners.isEmpty()) {
            contacts.assign(viewer, owners);
        }
    }

    private void tell(Viewer viewer, List<Handoff> handoffs) {
        List<TimelineEntry> entries = new ArrayList<>();
        for (Handoff handoff : handoffs) {
            for (HandoffStep step : handoff.news()) {
                entries.add(TimelineEntry.of(
                        List.of(handoff.contactId()),
                        null,
                        step.at(),
                        "HANDOFF_" + step.kind().name(),
                        step.note() == null ? step.reason() : step.note(),
                        handoff.id().value()));
            }
        }
        timeline.add(viewer, entries);
        notices.tell(handoffs);
    }

    /** The hand-off with all that was done before: held with its contact, which comes first wherever both are locked. */
    private Handoff lock(Viewer viewer, HandoffId id) {
        ContactId contact = store.contactOf(viewer, id).orElseThrow(() -> new NotFound(AlignmentKinds.HANDOFF, id));
        contacts.hold(List.of(contact));
        Handoff handoff = store.lock(viewer, id).orElseThrow(() -> new NotFound(AlignmentKinds.HANDOFF, id));
        return heard(List.of(handoff)).getFirst();
    }

    private Handoff lockToAnswer(Viewer viewer, HandoffId id) {
        Handoff handoff = lock(viewer, id);
        viewer.require(
                AlignmentKinds.HANDOFF,
                Action.WRITE,
                handoff.rep().id(),
                handoff.rep().team());
        return handoff;
    }

    private Rep assignable(Viewer viewer, MemberId to) {
        Member member = members.find(List.of(to)).get(to);
        if (member == null || !member.active()) {
            throw new Invalid("repId", "unknown-reference", Map.of("value", to.toString()));
        }
        viewer.require(AlignmentKinds.HANDOFF, Action.WRITE, member.id(), member.teamId());
        if (!routing.answers(member)) {
            throw new Invalid("repId", "cannot-answer", Map.of("name", member.fullName()));
        }
        return new Rep(member.id(), member.teamId());
    }

    private Rep another(Handoff handoff, Instant now) {
        Set<MemberId> had = store.assignees(List.of(handoff)).getOrDefault(handoff.id(), Set.of());
        return routing.another(had, dayOf(now)).orElseThrow(NobodyElse::new);
    }

    private SlaTerms terms(Handoff handoff) {
        return slas.asOf(handoff.lead().slaId(), handoff.lead().slaVersion()).terms();
    }

    private LocalDate dayOf(Instant at) {
        return at.atZone(calendars.current().zoneAt(at)).toLocalDate();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable String limited(@Nullable String note) {
        String clean = Text.cleanOrNull(note, "note");
        if (clean != null && clean.length() > MAX_NOTE) {
            throw new Invalid("note", "too-long", Map.of("max", MAX_NOTE));
        }
        return clean;
    }
}
