package vn.songhanh.alignment.sla;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.songhanh.alignment.AlignmentKinds;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Conflict;
import vn.songhanh.shared.Forbidden;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.StaleVersion;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.audit.Audit;
import vn.songhanh.workspace.calendar.Calendars;
import vn.songhanh.workspace.members.Member;
import vn.songhanh.workspace.members.Members;

/**
 * The contract between marketing and sales. Everyone who may read it sees all of it: it binds both sides. One side
 * proposes a version that begins on a chosen day; it holds from there on once both have signed it.
 */
@Service
public class Slas {

    private final SlaStore store;
    private final SlaNotices notices;
    private final Members members;
    private final Calendars calendars;
    private final Audit audit;
    private final Clock clock;

    Slas(SlaStore store, SlaNotices notices, Members members, Calendars calendars, Audit audit, Clock clock) {
        this.store = store;
        this.notices = notices;
        this.members = members;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    /** The contracts, the oldest first. */
    List<SlaId> all(Viewer viewer) {
        viewer.require(AlignmentKinds.SLA, Action.READ);
        return store.ids();
    }

    /** Every version that was agreed on, so that each day is judged by its own. */
    public SlaHistory history(Viewer viewer, SlaId id) {
        viewer.require(AlignmentKinds.SLA, Action.READ);
        return known(id);
    }

    /** The version that handles the leads of that day. */
    public Sla inForce(LocalDate day) {
        return store.history().inForce(day);
    }

    /** The contract as it was when a hand-off was offered. */
    public Sla asOf(SlaId id, long version) {
        return store.version(id, version).orElseThrow(() -> new NotFound(AlignmentKinds.SLA, id));
    }

    /** Who signed which version; nobody for those of before signatures were asked for. */
    Map<Long, List<Signature>> signatures(Viewer viewer, SlaId id) {
        viewer.require(AlignmentKinds.SLA, Action.READ);
        return store.signatures(id);
    }

    Optional<Proposal> proposal(Viewer viewer, SlaId id) {
        viewer.require(AlignmentKinds.SLA, Action.READ);
        return store.open(id);
    }

    Proposal requireProposal(Viewer viewer, SlaId id, ProposalId proposal) {
        viewer.require(AlignmentKinds.SLA, Action.READ);
        return found(id, proposal);
    }

    /** @param replaces agreed versions that would not begin any more */
    record Comparison(Sla against, List<Difference.Change> changes, List<Sla> replaces) {}

    /** What a text would say otherwise than the version that is in force on the day on which it begins. */
    Comparison compare(SlaHistory history, String name, SlaTerms terms, LocalDate startsOn) {
        Sla against = history.inForce(startsOn);
        return new Comparison(
                against,
                Difference.between(against.name(), against.terms(), name, terms),
                history.replacedFrom(startsOn));
    }

    /** The same for a proposal; of one that is agreed it tells what it changed then. */
    Comparison compare(SlaHistory history, Proposal proposal) {
        SlaHistory before =
                store.agreed(proposal.id()).flatMap(history::earlierThan).orElse(history);
        return compare(before, proposal.name(), proposal.terms(), proposal.startsOn());
    }

    /** The same for one that is only being thought of; refuses what could not be proposed. */
    Comparison compare(Viewer viewer, SlaId id, SlaInput input) {
        viewer.require(AlignmentKinds.SLA, Action.WRITE, null, null);
        SlaHistory history = known(id);
        return compare(history, input.checkedName(), input.checkedTerms(), day(history, input));
    }

    /**
     * Proposes a version, which nobody has signed yet.
     *
     * @param version the one in force that the proposal was made on
     * @throws StaleVersion when another one is in force meanwhile
     * @throws Conflict while another proposal waits for signatures
     */
    @Transactional
    public Proposal propose(Viewer viewer, SlaId id, long version, SlaInput input) {
        viewer.require(AlignmentKinds.SLA, Action.WRITE, null, null);
        SlaHistory history = lock(id);
        Sla present = history.inForce(today());
        if (present.version() != version) {
            throw new StaleVersion(version, present);
        }
        store.open(id).ifPresent(open -> {
            throw new Conflict("sla-proposal-open", Map.of("proposalId", open.id()));
        });
        Proposal proposed = Proposal.of(
                id, input.checkedName(), input.checkedTerms(), day(history, input), viewer.member(), now(), today());
        requireDifference(history, proposed);
        store.insert(proposed);
        audit.record(viewer, AlignmentKinds.SLA, id.value(), "proposed", Map.of(), proposed.facts());
        notices.proposed(viewer, proposed);
        return proposed;
    }

    /**
     * Changes a proposal, which takes its signatures away.
     *
     * @param version of the proposal's text
     */
    @Transactional
    public Proposal edit(Viewer viewer, SlaId id, ProposalId proposal, long version, SlaInput input) {
        viewer.require(AlignmentKinds.SLA, Action.WRITE, null, null);
        SlaHistory history = lock(id);
        Proposal before = unchanged(found(id, proposal), version);
        Proposal after = before.edit(input.checkedName(), input.checkedTerms(), day(history, input), today());
        requireDifference(history, after);
        store.update(after, now());
        audit.record(viewer, AlignmentKinds.SLA, id.value(), "proposal-edited", before.facts(), after.facts());
        notices.proposed(viewer, after);
        return after;
    }

    /**
     * Signs for one side; with the second signature the version is agreed.
     *
     * @param version of the text that was read: nobody signs what he has not seen
     * @param side null: the one that the viewer speaks for, unless there are two
     * @throws Forbidden for whoever does not speak for that side, and for keys of limited scopes
     */
    @Transactional
    public Proposal sign(Viewer viewer, SlaId id, ProposalId proposal, long version, @Nullable Side side) {
        viewer.requireHimself();
        viewer.require(AlignmentKinds.SLA, Action.WRITE, null, null);
        SlaHistory history = lock(id);
        Proposal before = unchanged(found(id, proposal), version);
        Proposal after = before.sign(side(viewer, side), viewer.member(), now(), today());
        store.sign(after);
        audit.record(viewer, AlignmentKinds.SLA, id.value(), "signed", before.facts(), after.facts());
        if (after.state() == Proposal.State.AGREED) {
            Sla replaced = history.inForce(after.startsOn());
            Sla agreed = after.agreed(history.latest().version() + 1, now());
            store.agree(agreed, after, viewer.actor());
            audit.record(
                    viewer,
                    AlignmentKinds.SLA,
                    id.value(),
                    "agreed",
                    Map.of("name", replaced.name(), "terms", replaced.terms(), "startsOn", replaced.startsOn()),
                    Map.of("name", agreed.name(), "terms", agreed.terms(), "startsOn", agreed.startsOn()));
        }
        notices.signed(viewer, after);
        return after;
    }

    @Transactional
    public Proposal withdraw(Viewer viewer, SlaId id, ProposalId proposal, long version) {
        viewer.require(AlignmentKinds.SLA, Action.WRITE, null, null);
        lock(id);
        Proposal before = unchanged(found(id, proposal), version);
        Proposal after = before.withdraw();
        store.update(after, now());
        audit.record(viewer, AlignmentKinds.SLA, id.value(), "proposal-withdrawn", before.facts(), Map.of());
        notices.withdrawn(viewer, before);
        return after;
    }

    /** The sides for which the viewer may sign what is proposed, of those that have not. */
    Set<Side> signable(Viewer viewer, Proposal proposal) {
        if (proposal.state() != Proposal.State.OPEN || proposal.startsOn().isBefore(today())) {
            return Set.of();
        }
        Set<Side> sides = proposal.missing();
        sides.retainAll(spokenFor(viewer));
        return sides;
    }

    LocalDate today() {
        Instant now = clock.instant();
        return now.atZone(calendars.current().zoneAt(now)).toLocalDate();
    }

    private Set<Side> spokenFor(Viewer viewer) {
        Member member = viewer.may(AlignmentKinds.SLA, Action.WRITE, null, null)
                ? members.find(List.of(viewer.member())).get(viewer.member())
                : null;
        return member == null ? EnumSet.noneOf(Side.class) : Side.of(member.role());
    }

    private Side side(Viewer viewer, @Nullable Side asked) {
        Set<Side> sides = spokenFor(viewer);
        if (asked != null) {
            if (!sides.contains(asked)) {
                throw new Forbidden("sla-not-your-side");
            }
            return asked;
        }
        if (sides.isEmpty()) {
            throw new Forbidden("sla-not-your-side");
        }
        if (sides.size() > 1) {
            throw new Invalid("side", "required");
        }
        return sides.iterator().next();
    }

    /** The day from which an input shall hold; a month is measured in one currency. */
    private LocalDate day(SlaHistory history, SlaInput input) {
        LocalDate day = input.startsOn(today());
        SlaTerms terms = input.checkedTerms();
        boolean sameCurrency =
                terms.currency().equals(history.inForce(day).terms().currency());
        if (!sameCurrency && day.getDayOfMonth() != 1) {
            throw new Invalid("startsOn", "currency-changes-on-the-first");
        }
        return day;
    }

    private void requireDifference(SlaHistory history, Proposal proposal) {
        Comparison comparison = compare(history, proposal);
        if (comparison.changes().isEmpty() && comparison.replaces().isEmpty()) {
            throw new Invalid("terms", "nothing-changes");
        }
    }

    private SlaHistory known(SlaId id) {
        if (!store.ids().contains(id)) {
            throw new NotFound(AlignmentKinds.SLA, id);
        }
        return store.history(id);
    }

    private SlaHistory lock(SlaId id) {
        if (!store.lock(id)) {
            throw new NotFound(AlignmentKinds.SLA, id);
        }
        return store.history(id);
    }

    private Proposal found(SlaId id, ProposalId proposal) {
        return store.proposal(proposal)
                .filter(known -> known.slaId().equals(id))
                .orElseThrow(() -> new NotFound(AlignmentKinds.SLA, proposal));
    }

    private static Proposal unchanged(Proposal proposal, long version) {
        if (proposal.version() != version) {
            throw new StaleVersion(version, proposal);
        }
        return proposal;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
