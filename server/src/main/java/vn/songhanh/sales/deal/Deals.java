package vn.songhanh.sales.deal;

import static vn.songhanh.contacts.lifecycle.LifecycleStage.CUSTOMER;
import static vn.songhanh.contacts.lifecycle.LifecycleStage.OPPORTUNITY;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.contacts.company.CompanyId;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.contacts.contact.Contacts;
import vn.songhanh.contacts.lifecycle.Cause;
import vn.songhanh.contacts.lifecycle.Lifecycle;
import vn.songhanh.contacts.lifecycle.LifecycleStage;
import vn.songhanh.contacts.timeline.Timeline;
import vn.songhanh.contacts.timeline.TimelineDoors;
import vn.songhanh.contacts.timeline.TimelineEntry;
import vn.songhanh.contacts.timeline.TimelineItem;
import vn.songhanh.contacts.timeline.TouchInput;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.sales.deal.DealMove.Kind;
import vn.songhanh.sales.deal.DealStore.Locked;
import vn.songhanh.sales.loss.LossReason;
import vn.songhanh.sales.loss.LossReasons;
import vn.songhanh.sales.pipeline.Pipelines;
import vn.songhanh.sales.pipeline.Stage;
import vn.songhanh.sales.pipeline.StageId;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Conflict;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.Id;
import vn.songhanh.shared.IfMatch;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.ListRequest;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.MergePatch;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.StaleVersion;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.audit.Audit;
import vn.songhanh.workspace.customfields.CustomFields;
import vn.songhanh.workspace.doors.PlainRecords;
import vn.songhanh.workspace.events.Events;
import vn.songhanh.workspace.members.Owners;

/**
 * What can be done with deals. The bridge between the departments is here: opening a deal makes its contacts and
 * company an opportunity, winning it makes them customers, in the same transaction.
 */
@Service
public class Deals implements PlainRecords<DealId, DealInput, DealView>, TimelineDoors.Logged<DealId> {

    private final DealStore store;
    private final DealLists lists;
    private final Pipelines pipelines;
    private final LossReasons reasons;
    private final Owners owners;
    private final Lifecycle lifecycle;
    private final Timeline timeline;
    private final Contacts contacts;
    private final CustomFields customFields;
    private final Audit audit;
    private final Events events;
    private final JsonMapper json;
    private final Clock clock;

    Deals(
            DealStore store,
            DealLists lists,
            Pipelines pipelines,
            LossReasons reasons,
            Owners owners,
            Lifecycle lifecycle,
            Timeline timeline,
            Contacts contacts,
            CustomFields customFields,
            Audit audit,
            Events events,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.lists = lists;
        this.pipelines = pipelines;
        this.reasons = reasons;
        this.owners = owners;
        this.lifecycle = lifecycle;
        this.timeline = timeline;
        this.contacts = contacts;
        this.customFields = customFields;
        this.audit = audit;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public RecordKind kind() {
        return SalesKinds.DEAL;
    }

    @Override
    public Page<DealView> list(ListRequest request, FilterField.Context context) {
        return lists.list(request, context);
    }

    @Override
    public DealView require(Viewer viewer, DealId id) {
        return view(viewer, store.find(viewer, id).orElseThrow(() -> new NotFound(SalesKinds.DEAL, id)));
    }

    /** The deal's way, the latest step first. */
    public List<DealMove> moves(Viewer viewer, DealId id) {
        require(viewer, id);
        return store.moves(id);
    }

    /**
     * The deal, open or won, by which each of these contacts came to sales: one of {@code preferred} when it is theirs,
     * else their oldest. For modules that act for the product.
     */
    public Map<ContactId, Behind> behind(Collection<ContactId> contacts, Collection<UUID> preferred) {
        return store.behind(contacts, preferred);
    }

    public record Behind(DealId deal, MemberId owner) {}

    /** A call, a message, a note: with the deal, and with those of its contacts that the viewer may change. */
    @Override
    @Transactional
    public TimelineItem log(Viewer viewer, DealId id, TouchInput input) {
        Deal deal = lock(viewer, id, IfMatch.ANY, Action.WRITE).deal();
        return timeline.log(viewer, SalesKinds.DEAL, id.value(), contacts.holdMine(viewer, deal.contactIds()), input);
    }

    /** Opens a deal. */
    @Override
    @Transactional
    public DealView create(Viewer viewer, DealInput input) {
        Deal.Details details = checked(input, null);
        MemberId owner = Objects.requireNonNullElse(input.ownerId(), viewer.member());
        TeamId team = teamOf(owners.given(viewer, kind(), owner));
        Stage stage = entry(input);
        Deal deal = Deal.open(details, owner, team, stage, now());
        SeenDeal seen = named(viewer, deal, Set.of(), null);
        store.insert(deal);
        store.insert(DealMove.of(viewer, Kind.OPENED, null, deal, null, null));
        advance(viewer, deal, deal.contactIds(), deal.companyId());
        tell(viewer, deal, "DEAL_OPENED");
        audit.record(viewer, SalesKinds.DEAL, deal.id().value(), "created", Map.of(), deal.facts());
        events.publish(viewer, DealOpened.of(deal));
        return view(viewer, seen.with(deal, SeenDeal.OfStage.of(stage)));
    }

    /**
     * Merges a patch into what people say about the deal; where it stands changes by moving, winning and losing.
     *
     * @throws StaleVersion when it is not of that version any more
     */
    @Override
    @Transactional
    public DealView patch(Viewer viewer, DealId id, long version, JsonNode patch) {
        Locked locked = lock(viewer, id, new IfMatch(version), Action.WRITE);
        Deal before = locked.deal();
        DealInput input = MergePatch.apply(json, DealInput.of(before), patch, DealInput.class);
        Deal.Details details = checked(input, before.details());
        new Invalid.Check()
                .that(before.standing().pipelineId().equals(input.pipelineId()), "pipelineId", "move-to-change")
                .that(before.standing().stageId().equals(input.stageId()), "stageId", "move-to-change")
                .done();
        MemberId owner = Objects.requireNonNullElse(input.ownerId(), before.ownerId());
        TeamId team = teamOf(owners.given(viewer, kind(), owner, before));
        Set<ContactId> known = new HashSet<>(before.contactIds());
        Deal deal = before.edit(details, owner, team, now());
        SeenDeal seen = named(viewer, deal, known, before.companyId());
        store.save(deal);
        if (!deal.contactIds().equals(before.contactIds())) {
            store.saveContacts(deal);
        }
        List<ContactId> joined = deal.contactIds().stream()
                .filter(contact -> !known.contains(contact))
                .toList();
        boolean sameCompany = Objects.equals(deal.companyId(), before.companyId());
        if (deal.status() == DealStatus.WON) {
            hold(before.details(), details);
        }
        advance(viewer, deal, joined, sameCompany ? null : deal.companyId());
        if (deal.status() == DealStatus.WON) {
            List<ContactId> left = before.contactIds().stream()
                    .filter(contact -> !deal.contactIds().contains(contact))
                    .toList();
            reverse(viewer, deal, left, sameCompany ? null : before.companyId());
        }
        audit.record(viewer, SalesKinds.DEAL, id.value(), "updated", before.facts(), deal.facts());
        return view(viewer, seen.with(deal, locked.seen().stage()));
    }

    /** @throws WinToEnter when the stage is the care after the sale */
    @Transactional
    public DealView move(Viewer viewer, DealId id, IfMatch ifMatch, StageId to) {
        Locked locked = lock(viewer, id, ifMatch, Action.WRITE);
        Deal before = locked.deal();
        Stage stage = pipelines.entry(to);
        Deal moved = before.move(stage, now());
        if (moved == before) {
            return view(viewer, locked.seen());
        }
        Deal deal = stand(viewer, Kind.MOVED, before, moved, null, null);
        events.publish(viewer, DealMoved.of(before, deal));
        return view(viewer, locked.seen().with(deal, SeenDeal.OfStage.of(stage)));
    }

    /** @throws DealAlreadyClosed for the second of two who click at once */
    @Transactional
    public DealView win(Viewer viewer, DealId id, IfMatch ifMatch) {
        Locked locked = lock(viewer, id, ifMatch, Action.WRITE);
        Deal before = locked.deal();
        Deal deal = stand(viewer, Kind.WON, before, before.win(locked.afterSales(), now()), null, null);
        advance(viewer, deal, deal.contactIds(), deal.companyId());
        tell(viewer, deal, "DEAL_WON");
        events.publish(viewer, DealWon.of(deal));
        return view(viewer, locked.seen().with(deal));
    }

    /** @param recycle whether whoever is left without a deal goes back at once; otherwise that is only proposed */
    @Transactional
    public DealView lose(
            Viewer viewer,
            DealId id,
            IfMatch ifMatch,
            @Nullable String reasonCode,
            @Nullable String note,
            boolean recycle) {
        Locked locked = lock(viewer, id, ifMatch, Action.WRITE);
        Deal before = locked.deal();
        LossReason reason = reasons.given(reasonCode);
        String said = limited(note, "note");
        Deal deal = stand(viewer, Kind.LOST, before, before.lose(reason, said, now()), reason.code(), said);
        tell(viewer, deal, "DEAL_LOST");
        events.publish(viewer, DealLost.of(deal));
        Recycling recycling = recycling(deal, reason);
        if (recycle && recycling != null) {
            recycle(viewer, deal, recycling);
        }
        return DealView.of(viewer, locked.seen().with(deal), now(), recycling);
    }

    /** The rep confirms what losing the deal proposed. */
    @Transactional
    public DealView recycle(Viewer viewer, DealId id, IfMatch ifMatch) {
        Locked locked = lock(viewer, id, ifMatch, Action.WRITE);
        Deal deal = locked.deal();
        String code = deal.standing().lostReason();
        Recycling recycling = Optional.ofNullable(code)
                .flatMap(reasons::of)
                .map(reason -> recycling(deal, reason))
                .orElse(null);
        if (recycling == null) {
            throw new Conflict("nobody-to-recycle");
        }
        recycle(viewer, deal, recycling);
        return DealView.of(viewer, locked.seen(), now(), recycling);
    }

    /** Takes an ending back. What a won deal had made of its contacts is worked out anew from what is left. */
    @Transactional
    public DealView reopen(Viewer viewer, DealId id, IfMatch ifMatch, @Nullable String reason) {
        Locked locked = lock(viewer, id, ifMatch, Action.WRITE);
        Deal before = locked.deal();
        String why = limited(reason, "reason");
        Stage back = pipelines.reentry(
                store.closedFrom(id).orElse(null), before.standing().pipelineId());
        Deal deal = stand(viewer, Kind.REOPENED, before, before.reopen(back, now()), why, null);
        switch (before.status()) {
            case WON -> reverse(viewer, deal, deal.contactIds(), deal.companyId());
            case LOST, OPEN -> advance(viewer, deal, deal.contactIds(), deal.companyId());
        }
        tell(viewer, deal, "DEAL_REOPENED");
        events.publish(viewer, DealReopened.of(deal, before.status()));
        return view(viewer, locked.seen().with(deal, SeenDeal.OfStage.of(back)));
    }

    /** Into the bin. A won deal that goes takes along what it had made of its contacts. */
    @Override
    @Transactional
    public void delete(Viewer viewer, DealId id, IfMatch ifMatch) {
        Locked locked = lock(viewer, id, ifMatch, Action.DELETE);
        Deal before = locked.deal();
        Deal deal = before.delete(now());
        store.save(deal);
        if (deal.status() == DealStatus.WON) {
            reverse(viewer, deal, deal.contactIds(), deal.companyId());
        }
        audit.record(viewer, SalesKinds.DEAL, id.value(), "deleted", before.facts(), deal.facts());
    }

    @Override
    @Transactional
    public DealView restore(Viewer viewer, DealId id, IfMatch ifMatch) {
        Locked locked = lock(viewer, id, ifMatch, Action.DELETE, true);
        Deal before = locked.deal();
        requireOnlyOne(before.externalId());
        Deal restored = before.restore(now());
        Deal deal = inUse(restored);
        store.save(deal);
        if (deal != restored) {
            store.insert(DealMove.of(viewer, Kind.MOVED, restored, deal, null, null));
        }
        advance(viewer, deal, deal.contactIds(), deal.companyId());
        audit.record(viewer, SalesKinds.DEAL, id.value(), "restored", before.facts(), deal.facts());
        return require(viewer, id);
    }

    /** An open deal whose stage was archived while it lay in the bin begins its pipeline anew. */
    private Deal inUse(Deal deal) {
        if (deal.status() != DealStatus.OPEN) {
            return deal;
        }
        Deal.Standing standing = deal.standing();
        return deal.move(
                pipelines.reentry(standing.stageId(), standing.pipelineId()),
                deal.times().updatedAt());
    }

    /** Imports know a deal again by its id in the other system, which another has been given while it lay in the bin. */
    private void requireOnlyOne(@Nullable String externalId) {
        if (externalId != null) {
            store.claimExternalIds();
            if (!store.named(List.of(externalId), List.of(), false).isEmpty()) {
                throw new Conflict("external-id-taken", Map.of("externalId", externalId));
            }
        }
    }

    private Locked lock(Viewer viewer, DealId id, IfMatch ifMatch, Action action) {
        return lock(viewer, id, ifMatch, action, false);
    }

    private Locked lock(Viewer viewer, DealId id, IfMatch ifMatch, Action action, boolean deleted) {
        Locked locked = store.lock(viewer, id, deleted).orElseThrow(() -> new NotFound(SalesKinds.DEAL, id));
        Deal deal = locked.deal();
        viewer.require(SalesKinds.DEAL, action, deal.ownerId(), deal.teamId());
        ifMatch.require(deal.version(), () -> view(viewer, locked.seen()));
        return locked;
    }

    private DealView view(Viewer viewer, SeenDeal seen) {
        return DealView.of(viewer, seen, now(), null);
    }

    private Deal.Details checked(DealInput input, Deal.@Nullable Details before) {
        Map<String, Object> custom =
                customFields.check(SalesKinds.DEAL, input.details().custom());
        return input.details().with(custom).checked(before);
    }

    private Stage entry(DealInput input) {
        StageId wanted = input.stageId();
        if (wanted == null) {
            return pipelines.firstEntry(input.pipelineId());
        }
        Stage stage = pipelines.entry(wanted);
        if (input.pipelineId() != null && !input.pipelineId().equals(stage.pipelineId())) {
            throw new Invalid("stageId", "unknown-reference", Map.of("value", wanted.toString()));
        }
        return stage;
    }

    /** The owner's team, when the viewer may give deals to that owner. */
    /** A deal has an owner always. */
    private static TeamId teamOf(Owners.Owner owner) {
        return Objects.requireNonNull(owner.team());
    }

    /** @throws Invalid when the deal would gain a contact or company that the viewer may not see */
    private SeenDeal named(Viewer viewer, Deal deal, Set<ContactId> known, @Nullable CompanyId knownCompany) {
        SeenDeal seen = store.named(viewer, deal);
        Invalid.Check check = new Invalid.Check();
        List<ContactId> contacts = deal.contactIds();
        for (int i = 0; i < contacts.size(); i++) {
            boolean visible =
                    known.contains(contacts.get(i)) || seen.contactNames().get(i) != null;
            check.that(
                    visible,
                    "contactIds[" + i + "]",
                    "unknown-reference",
                    Map.of("value", contacts.get(i).toString()));
        }
        CompanyId company = deal.companyId();
        boolean visible = company == null || company.equals(knownCompany) || seen.companyName() != null;
        check.that(visible, "companyId", "unknown-reference", Map.of("value", String.valueOf(company)))
                .done();
        return seen;
    }

    /** Writes where the deal stands now, the step to there, and who took it. */
    private Deal stand(
            Viewer viewer, Kind kind, Deal before, Deal deal, @Nullable String reason, @Nullable String note) {
        store.save(deal);
        store.insert(DealMove.of(viewer, kind, before, deal, reason, note));
        String action = kind.name().toLowerCase(Locale.ROOT);
        audit.record(viewer, SalesKinds.DEAL, deal.id().value(), action, before.facts(), deal.facts());
        return deal;
    }

    /** Stages only advance: a customer who opens a second deal is still a customer. */
    private void advance(Viewer viewer, Deal deal, List<ContactId> contacts, @Nullable CompanyId company) {
        switch (deal.status()) {
            case OPEN ->
                lifecycle.advance(
                        viewer,
                        contacts,
                        company,
                        OPPORTUNITY,
                        Cause.DEAL_OPENED,
                        deal.id().value(),
                        deal.times().updatedAt());
            case WON ->
                lifecycle.advance(
                        viewer,
                        contacts,
                        company,
                        CUSTOMER,
                        Cause.DEAL_WON,
                        deal.id().value(),
                        deal.times().updatedAt());
            case LOST -> {}
        }
    }

    /** Both who leave and who join, for both will be looked at. */
    private void hold(Deal.Details old, Deal.Details changed) {
        lifecycle.hold(
                Stream.of(old, changed)
                        .flatMap(details -> details.contactIds().stream())
                        .collect(Collectors.toSet()),
                Stream.of(old, changed)
                        .map(Deal.Details::companyId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }

    /** A win is gone: what these are is worked out from the deals that are left. */
    private void reverse(Viewer viewer, Deal deal, List<ContactId> contacts, @Nullable CompanyId company) {
        lifecycle.recompute(
                viewer,
                contacts,
                company == null ? List.of() : List.of(company),
                deal.id().value(),
                deal.times().updatedAt(),
                false);
    }

    /** Who is left without any deal by the loss of this one, and was never a customer; null when nobody is. */
    private @Nullable Recycling recycling(Deal deal, LossReason reason) {
        LifecycleStage to = switch (reason.recyclesTo()) {
            case LEAD -> LifecycleStage.LEAD;
            case OTHER -> LifecycleStage.OTHER;
        };
        CompanyId company = deal.companyId();
        // They are held before their other deals are read: of two who lose the last two deals, the second sees it.
        Set<UUID> recyclable = lifecycle.recyclable(deal.contactIds(), company, to);
        Set<UUID> held = store.heldElsewhere(deal).keySet();
        Predicate<Id> free = id -> recyclable.contains(id.value()) && !held.contains(id.value());
        Recycling recycling = new Recycling(
                deal.contactIds().stream().filter(free).toList(),
                company == null || !free.test(company) ? null : company,
                to,
                reason.code());
        return recycling.isEmpty() ? null : recycling;
    }

    private void recycle(Viewer viewer, Deal deal, Recycling recycling) {
        lifecycle.recycle(
                viewer,
                recycling.contacts(),
                recycling.company(),
                recycling.to(),
                Cause.RECYCLED,
                recycling.reason(),
                deal.id().value(),
                now());
    }

    private static @Nullable String limited(@Nullable String text, String field) {
        String clean = Text.cleanOrNull(text, field);
        if (clean != null && clean.length() > 2000) {
            throw new Invalid(field, "too-long", Map.of("max", 2000));
        }
        return clean;
    }

    private void tell(Viewer viewer, Deal deal, String kind) {
        Deal.Details details = deal.details();
        timeline.add(
                viewer,
                TimelineEntry.of(
                        details.contactIds(),
                        details.companyId(),
                        deal.times().updatedAt(),
                        kind,
                        details.name(),
                        deal.id().value()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
