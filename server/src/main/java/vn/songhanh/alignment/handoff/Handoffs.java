package vn.songhanh.alignment.handoff;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.songhanh.alignment.handoff.HandoffStore.Past;
import vn.songhanh.alignment.handoff.HandoffStore.Seen;
import vn.songhanh.alignment.handoff.HandoffStore.TakenStep;
import vn.songhanh.alignment.sla.LeadType;
import vn.songhanh.alignment.sla.RejectionReason;
import vn.songhanh.alignment.sla.Sla;
import vn.songhanh.alignment.sla.SlaTerms;
import vn.songhanh.alignment.sla.Slas;
import vn.songhanh.contacts.Cause;
import vn.songhanh.contacts.ContactId;
import vn.songhanh.contacts.Contacts;
import vn.songhanh.contacts.Lifecycle;
import vn.songhanh.contacts.LifecycleStage;
import vn.songhanh.contacts.Source;
import vn.songhanh.contacts.Timeline;
import vn.songhanh.contacts.TimelineEntry;
import vn.songhanh.sales.DealId;
import vn.songhanh.sales.Deals;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Forbidden;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.audit.Audit;
import vn.songhanh.workspace.calendar.BusinessCalendar;
import vn.songhanh.workspace.calendar.Calendars;
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
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    HandoffView require(Viewer viewer, HandoffId id) {
        Seen seen = store.find(viewer, id).orElseThrow(() -> new NotFound(RecordKind.HANDOFF, id));
        return HandoffView.of(viewer, seen, clock.instant(), calendars.current());
    }

    /** After a change by the viewer, who may have given it out of sight by it. */
    HandoffView requireAfter(Viewer viewer, HandoffId id) {
        Seen seen = store.findAny(viewer, id).orElseThrow(() -> new NotFound(RecordKind.HANDOFF, id));
        return HandoffView.of(viewer, seen, clock.instant(), calendars.current());
    }

    /** The contact's open hand-off, if it has one, and who is to answer it. */
    @Transactional
    public Optional<Open> openOf(ContactId contact) {
        return store.lockOf(List.of(contact)).stream()
                .filter(handoff -> handoff.status().isOpen())
                .map(handoff -> new Open(handoff.id(), handoff.rep().id()))
                .findFirst();
    }

    public record Open(HandoffId id, MemberId rep) {}

    List<TakenStep> steps(HandoffId id) {
        return store.steps(id);
    }

    /**
     * Contacts became MQLs: each is offered to a rep, unless it has an open hand-off, or was offered for this very
     * cause or since then.
     *
     * @param cause what made them MQLs; offering twice for one cause offers once
     * @param at when they became MQLs: the promise runs from here
     */
    @Transactional
    public void offer(Viewer viewer, Collection<ContactId> ids, UUID cause, Instant at) {
        Sla sla = slas.inForce();
        SlaTerms terms = sla.terms();
        LocalDate mqlOn = dayOf(at);
        Map<ContactId, Past> past = store.past(ids, cause, at, mqlOn.minusDays(terms.countOnceInDays()));
        Map<ContactId, Source> sources = contacts.sources(ids);
        List<Lead> leads = new ArrayList<>();
        for (ContactId id : new HashSet<>(ids)) {
            Past before = past.getOrDefault(id, Past.NONE);
            Source source = sources.get(id);
            if (source != null && !before.taken()) {
                LeadType type = terms.typeOf(source);
                leads.add(new Lead(
                        id,
                        cause,
                        at,
                        mqlOn,
                        sla.id(),
                        sla.version(),
                        type.tier(),
                        type.code(),
                        type.value(),
                        !before.counted(),
                        source));
            }
        }
        if (leads.isEmpty()) {
            return;
        }
        List<Rep> reps = routing.next(leads.size(), dayOf(clock.instant()));
        BusinessCalendar calendar = calendars.current();
        List<Handoff> offered = new ArrayList<>();
        for (int i = 0; i < leads.size(); i++) {
            offered.add(Handoff.offer(leads.get(i), reps.get(i), terms, calendar));
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
            Rep other = routing.another(had(before), dayOf(now)).orElseThrow(NobodyElse::new);
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
        Rep rep = to == null
                ? routing.another(had(before), dayOf(now)).orElseThrow(NobodyElse::new)
                : assignable(viewer, to);
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
        viewer.require(RecordKind.SLA, Action.WRITE);
        boolean countsElsewhere =
                !stands && store.countsElsewhere(before, terms(before).countOnceInDays());
        save(
                viewer,
                before,
                before.rule(stands, countsElsewhere, limited(note), now()),
                stands ? "upheld" : "overturned");
    }

    /**
     * An outbound touch of a contact was written down at that moment. Sales promised it, so marketing's own does not
     * count.
     */
    @Transactional
    public void touched(Viewer viewer, ContactId contact, MemberId by, Instant at) {
        BusinessCalendar calendar = calendars.current();
        change(viewer, List.of(contact), handoff -> isMarketing(by) ? handoff : handoff.touch(at, calendar));
    }

    private boolean isMarketing(MemberId id) {
        Member member = members.find(List.of(id)).get(id);
        return member != null && member.role().markets();
    }

    /** The contacts were made an opportunity or customers without a deal of their own. */
    @Transactional
    public void qualified(Viewer viewer, Collection<ContactId> ids, Instant at) {
        qualify(viewer, ids, Map.of(), at);
    }

    /** @param operation the deal that made the contacts an opportunity or customers, or the import that brought it */
    @Transactional
    public void qualifiedByDeal(Viewer viewer, Collection<ContactId> ids, UUID operation, Instant at) {
        List<ContactId> open = store.lockOf(ids).stream()
                .filter(handoff -> handoff.status().isOpen())
                .map(Handoff::contactId)
                .toList();
        if (!open.isEmpty()) {
            qualify(viewer, open, deals.behind(open, operation), at);
        }
    }

    private void qualify(Viewer viewer, Collection<ContactId> ids, Map<ContactId, DealId> behind, Instant at) {
        change(
                viewer,
                ids,
                handoff -> isOpenSince(handoff, at) ? handoff.qualify(behind.get(handoff.contactId()), at) : handoff);
    }

    /** Sales took these for its own, which says more than accepting them; the time to touch them runs on. */
    @Transactional
    public void accepted(Viewer viewer, Collection<ContactId> ids, Instant at) {
        change(
                viewer,
                ids,
                handoff -> isOpenSince(handoff, at) && handoff.status() == HandoffStatus.OFFERED
                        ? handoff.accept(at)
                        : handoff);
    }

    private static boolean isOpenSince(Handoff handoff, Instant at) {
        return handoff.status().isOpen() && !at.isBefore(handoff.clock().startedAt());
    }

    /**
     * Passes on what waits for the answer of a member who is away from today on, or cannot answer any more; then also
     * what he accepted and has not touched. With nobody else there it stays.
     */
    @Transactional
    public void passOn(MemberId id) {
        Member member = members.require(id);
        Instant now = now();
        boolean gone = !routing.answers(member);
        if (!gone && !member.awayOn(dayOf(now))) {
            return;
        }
        Set<HandoffStatus> waiting =
                gone ? EnumSet.of(HandoffStatus.OFFERED, HandoffStatus.ACCEPTED) : EnumSet.of(HandoffStatus.OFFERED);
        List<Handoff> passedOn = new ArrayList<>();
        for (Handoff handoff : store.lockOf(id, waiting)) {
            routing.another(had(handoff), dayOf(now))
                    .map(rep -> handoff.reassign(rep, null, null, terms(handoff), now, calendars.current()))
                    .ifPresent(passedOn::add);
        }
        if (!passedOn.isEmpty()) {
            store.update(Viewer.SYSTEM, passedOn, now);
            giveContacts(Viewer.SYSTEM, passedOn);
            tell(Viewer.SYSTEM, passedOn);
        }
    }

    /**
     * The contacts are MQLs no longer, and sales did not say so.
     *
     * @param at what they were before they were offered changes nothing
     */
    @Transactional
    public void withdraw(Viewer viewer, Collection<ContactId> ids, Instant at) {
        change(viewer, ids, handoff -> {
            boolean since = at.isAfter(handoff.clock().startedAt());
            return since && handoff.status().isOpen() ? handoff.withdraw(null, at) : handoff;
        });
    }

    /**
     * Looks at the clocks that want it: reminds, notes breaches, and passes on what nobody answered.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean look() {
        Instant now = now();
        List<Handoff> due = store.lockDue(now, LOOK);
        BusinessCalendar calendar = calendars.current();
        Set<ContactId> living =
                contacts.sources(due.stream().map(Handoff::contactId).toList()).keySet();
        List<Handoff> changed = new ArrayList<>();
        List<Handoff> passedOn = new ArrayList<>();
        for (Handoff before : due) {
            if (before.status().isOpen() && !living.contains(before.contactId())) {
                changed.add(before.drop(now));
                continue;
            }
            Handoff seen = before.tick(now);
            Optional<Rep> other = seen.silent(now) ? routing.another(had(seen), dayOf(now)) : Optional.empty();
            if (other.isPresent()) {
                seen = seen.reassign(other.get(), null, null, terms(seen), now, calendar);
                passedOn.add(seen);
            }
            changed.add(seen);
        }
        if (!changed.isEmpty()) {
            store.update(Viewer.SYSTEM, changed, now);
            giveContacts(Viewer.SYSTEM, passedOn);
            tell(Viewer.SYSTEM, changed);
        }
        return due.size() == LOOK;
    }

    private void change(Viewer viewer, Collection<ContactId> ids, UnaryOperator<Handoff> change) {
        List<Handoff> changed = new ArrayList<>();
        for (Handoff before : store.lockOf(ids)) {
            Handoff after = change.apply(before);
            if (after != before) {
                changed.add(after);
            }
        }
        if (!changed.isEmpty()) {
            store.update(viewer, changed, now());
            tell(viewer, changed);
        }
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
        audit.record(viewer, RecordKind.HANDOFF, before.id().value(), action, before.facts(), after.facts());
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

    private Handoff lock(Viewer viewer, HandoffId id) {
        return store.lock(viewer, id).orElseThrow(() -> new NotFound(RecordKind.HANDOFF, id));
    }

    private Handoff lockToAnswer(Viewer viewer, HandoffId id) {
        Handoff handoff = lock(viewer, id);
        viewer.require(
                RecordKind.HANDOFF,
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
        viewer.require(RecordKind.HANDOFF, Action.WRITE, member.id(), member.teamId());
        if (!routing.answers(member)) {
            throw new Invalid("repId", "cannot-answer", Map.of("name", member.fullName()));
        }
        return new Rep(member.id(), member.teamId());
    }

    private Set<MemberId> had(Handoff handoff) {
        return new HashSet<>(store.assignees(handoff.id()));
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
