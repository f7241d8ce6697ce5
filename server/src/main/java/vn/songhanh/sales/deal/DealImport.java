package vn.songhanh.sales.deal;

import static vn.songhanh.contacts.lifecycle.LifecycleStage.CUSTOMER;
import static vn.songhanh.contacts.lifecycle.LifecycleStage.OPPORTUNITY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.Directory;
import vn.songhanh.contacts.company.CompanyId;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.contacts.lifecycle.Cause;
import vn.songhanh.contacts.lifecycle.Lifecycle;
import vn.songhanh.contacts.lifecycle.Lifecycle.Advance;
import vn.songhanh.contacts.lifecycle.LifecycleStage;
import vn.songhanh.contacts.timeline.NoteColumn;
import vn.songhanh.contacts.timeline.Timeline;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.sales.deal.DealMove.Kind;
import vn.songhanh.sales.pipeline.Pipelines;
import vn.songhanh.sales.pipeline.Stage;
import vn.songhanh.sales.pipeline.StageId;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.CustomValues;
import vn.songhanh.shared.ImportChanges;
import vn.songhanh.shared.ImportRow;
import vn.songhanh.shared.ImportTarget;
import vn.songhanh.shared.Intake;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.MergePatch;
import vn.songhanh.shared.Money;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.customfields.CustomFields;
import vn.songhanh.workspace.members.Members;
import vn.songhanh.workspace.members.OwnerColumn;

/**
 * Deals from files: those of an earlier system with the dates that they had there. They are known again by their id in
 * that system.
 */
@Component
class DealImport implements ImportTarget {

    private static final Set<String> STANDING =
            Set.of("pipelineId", "stageId", "status", "stageSince", "closedAt", "lostReason", "lostNote");

    /** As the facts of imports called it whose undoing is still to come. */
    private static final String FORMER_STAGE_SINCE = "since";

    private final DealStore store;
    private final Pipelines pipelines;
    private final Members members;
    private final Directory directory;
    private final Lifecycle lifecycle;
    private final Timeline timeline;
    private final CustomFields customFields;
    private final JsonMapper json;
    private final ImportChanges<Deal> changes;

    DealImport(
            DealStore store,
            Pipelines pipelines,
            Members members,
            Directory directory,
            Lifecycle lifecycle,
            Timeline timeline,
            CustomFields customFields,
            JsonMapper json) {
        this.store = store;
        this.pipelines = pipelines;
        this.members = members;
        this.directory = directory;
        this.lifecycle = lifecycle;
        this.timeline = timeline;
        this.customFields = customFields;
        this.json = json;
        this.changes = new ImportChanges<>(json, DealImport::facts);
    }

    @Override
    public RecordKind kind() {
        return SalesKinds.DEAL;
    }

    @Override
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>(List.of(
                ImportTarget.ID,
                Field.of("externalId", "opportunity id | deal id | external id | id | mã thương vụ | mã cơ hội | mã")));
        fields.addAll(DealFields.DETAILS.cells());
        fields.addAll(List.of(
                Field.of(
                                "company",
                                "account | account name | company | company name | organization | công ty"
                                        + " | tên công ty | khách hàng | tổ chức")
                        .naming("name", "taxCode")
                        .of("companies"),
                Field.of("contact", "contact | contact email | contact name | liên hệ | người liên hệ | email liên hệ")
                        .naming("email", "phone", "name")
                        .of("contacts"),
                OwnerColumn.FIELD,
                Field.of("pipeline", "pipeline | quy trình | quy trình bán"),
                Field.of("stage", "stage | deal stage | status | giai đoạn | trạng thái | tình trạng")
                        .oneOf(DealReader.choices(pipelines.all(Viewer.SYSTEM).stream()
                                .flatMap(pipeline -> pipeline.stages().stream())
                                .filter(stage -> !stage.archived())))
                        .called(Map.of("Thắng", "WON", "Thua", "LOST", "Đã thắng", "WON", "Đã thua", "LOST")),
                Field.of(
                        "openedAt",
                        "opened | open date | engage date | created | create date | created at | ngày mở"
                                + " | ngày tạo | ngày bắt đầu"),
                Field.of(
                        "closedAt",
                        "closed | close date | closed at | won date | ngày đóng | ngày chốt | ngày kết thúc")));
        return NoteColumn.after(customFields.columns(SalesKinds.DEAL, fields));
    }

    @Override
    public List<Outcome> take(Batch batch) {
        return new Taking(batch).take();
    }

    /** One batch on its way in. */
    private final class Taking {

        private final Batch batch;
        private final DealReader reader;
        private final OwnerColumn owners;
        private final Map<String, CompanyId> companies;
        private final Map<String, ContactId> contacts;
        private final List<Deal> known;
        /** By external id and by our own: of the deals that are there, and of the rows so far. */
        private final Map<String, String> currencies = new HashMap<>();

        private final Intake<Deal> intake;
        private final NoteColumn notes;
        /** As they were: won, and no longer so for their contacts or company. */
        private final List<Deal> reversed = new ArrayList<>();

        private final List<DealMove> moves = new ArrayList<>();

        Taking(Batch batch) {
            this.batch = batch;
            Viewer viewer = batch.viewer();
            reader =
                    new DealReader(batch.dryRun() ? pipelines.all(viewer) : pipelines.allForEntry(viewer), batch.now());
            owners = members.owners(batch);
            companies = directory.companies(viewer, batch.texts("company"), batch.by("company"));
            contacts = directory.contacts(viewer, batch.texts("contact"), batch.by("contact"));
            known = known();
            // Of two with one external id the older is meant.
            known.reversed().forEach(this::rememberCurrency);
            intake = new Intake<>(batch, SalesKinds.DEAL, DealImport::keys, changes);
            notes = timeline.notes(batch, SalesKinds.DEAL);
            notes.known(known.stream().map(deal -> deal.id().value()).toList());
        }

        List<Outcome> take() {
            List<Outcome> outcomes = intake.take(this::read, read -> known, this::decide);
            if (!batch.dryRun()) {
                hold();
                store.insertAll(intake.created());
                store.saveAll(intake.updated());
                store.copyMoves(moves);
                notes.write();
                advance(OPPORTUNITY, Cause.DEAL_OPENED, Deal::openedAt, DealStatus.OPEN, DealStatus.WON);
                advance(CUSTOMER, Cause.DEAL_WON, deal -> deal.standing().stageSince(), DealStatus.WON);
                recompute(batch.viewer(), batch.importId(), reversed, batch.now(), batch.history());
            }
            return outcomes;
        }

        /** All whom the deals of the batch move, or moved before, for they are moved in several statements. */
        private void hold() {
            List<Deal> all = Stream.of(intake.created(), intake.updated(), reversed)
                    .flatMap(Collection::stream)
                    .toList();
            lifecycle.hold(contacts(all), companies(all));
        }

        private Deal read(ImportRow row) {
            Invalid.Check check = new Invalid.Check();
            OwnerColumn.Owner owner = owners.of(row, check);
            CompanyId company = row.reference("company", companies, check);
            ContactId contact = row.reference("contact", contacts, check);
            String currency = Stream.of("id", "externalId")
                    .map(row::get)
                    .filter(Objects::nonNull)
                    .map(currencies::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(Money.VND);
            NoteColumn.check(row, check);
            Map<String, Object> custom = CustomValues.asKept(customFields.read(SalesKinds.DEAL, row, check));
            Deal deal = reader.read(row.inCurrency(currency), owner, company, contact, custom, check);
            if (batch.duplicates() != Duplicates.CREATE) {
                rememberCurrency(deal);
            }
            return deal;
        }

        /** A row that names no currency does not change it. */
        private void rememberCurrency(Deal deal) {
            Money amount = deal.amount();
            boolean his = batch.viewer().may(SalesKinds.DEAL, Action.WRITE, deal.ownerId(), deal.teamId());
            if (amount != null && his) {
                currencies.put(deal.id().value().toString(), amount.currency());
                if (deal.externalId() != null) {
                    currencies.put(deal.externalId(), amount.currency());
                }
            }
        }

        private List<Deal> known() {
            if (batch.claims()) {
                store.claimExternalIds();
            }
            return batch.duplicates() == Duplicates.CREATE
                    ? List.of()
                    : store.named(batch.texts("externalId"), batch.ids(), batch.edits());
        }

        private Outcome decide(ImportRow row, Deal said) {
            Deal before = intake.there(said, keys(said));
            if ((before == null || batch.duplicates() == Duplicates.CREATE)
                    && said.name().equals(row.get("id"))) {
                return new Outcome.Failed("name", "required");
            }
            boolean noted = notes.adds(row, before == null ? null : before.id().value());
            Outcome outcome = intake.take(said, keys(said), there -> there.fill(said, row, batch.now()), noted);
            notes.took(row, outcome);
            if (outcome instanceof Outcome.Created) {
                opened(said);
            } else if (outcome instanceof Outcome.Updated && before != null) {
                Deal after = intake.require(before.id());
                if (!after.standing().equals(before.standing())) {
                    moved(after, before.standing().stageId());
                }
                boolean stands =
                        after.status() == DealStatus.WON && Objects.equals(after.companyId(), before.companyId());
                if (before.status() == DealStatus.WON && !stands) {
                    reversed.add(before);
                }
            }
            return outcome;
        }

        /** What is closed already was open once, where its pipeline begins. */
        private void opened(Deal deal) {
            boolean open = deal.status() == DealStatus.OPEN;
            StageId first = open
                    ? deal.standing().stageId()
                    : reader.first(deal.standing().pipelineId()).id();
            moves.add(DealMove.imported(batch.viewer(), deal, Kind.OPENED, null, first, deal.openedAt()));
            if (!open) {
                moved(deal, first);
            }
        }

        private void moved(Deal deal, StageId from) {
            Kind kind = switch (deal.status()) {
                case OPEN -> Kind.MOVED;
                case WON -> Kind.WON;
                case LOST -> Kind.LOST;
            };
            Deal.Standing to = deal.standing();
            moves.add(DealMove.imported(batch.viewer(), deal, kind, from, to.stageId(), to.stageSince()));
        }

        /** Open and won deals have made opportunities of their contacts and companies, won ones customers. */
        private void advance(LifecycleStage to, Cause cause, Function<Deal, Instant> at, DealStatus... statuses) {
            Set<DealStatus> some = Set.of(statuses);
            List<Advance> advances = Stream.concat(intake.created().stream(), intake.updated().stream())
                    .filter(deal -> some.contains(deal.status()))
                    .flatMap(deal -> advances(deal, at.apply(deal)))
                    .toList();
            lifecycle.advanceEach(batch.viewer(), advances, to, cause, batch.importId(), batch.history());
        }

        private static Stream<Advance> advances(Deal deal, Instant at) {
            UUID ref = deal.id().value();
            return Stream.concat(
                    deal.contactIds().stream()
                            .map(contact -> new Advance(ContactKinds.CONTACT, contact.value(), at, ref)),
                    Stream.ofNullable(deal.companyId())
                            .map(company -> new Advance(ContactKinds.COMPANY, company.value(), at, ref)));
        }
    }

    /** By its id in the other system only: two deals may have everything else alike. */
    private static List<String> keys(Deal deal) {
        return deal.externalId() == null ? List.of() : List.of("externalId:" + deal.externalId());
    }

    /** All that an import may change of a deal: also the dates that files bring along. */
    private static Map<String, @Nullable Object> facts(Deal deal) {
        Map<String, @Nullable Object> facts = deal.facts();
        facts.put("openedAt", deal.openedAt());
        facts.put("pipelineId", deal.standing().pipelineId());
        facts.put("stageSince", deal.standing().stageSince());
        facts.put("closedAt", deal.standing().closedAt());
        return facts;
    }

    @Override
    public Map<Long, String> undo(Viewer viewer, UUID importId, List<Done> rows, Instant now) {
        List<Deal> deals = store.lockAll(Done.ids(rows));
        Set<StageId> inUse = pipelines.allForEntry(Viewer.SYSTEM).stream()
                .flatMap(pipeline -> pipeline.stages().stream())
                .map(Stage::id)
                .collect(Collectors.toSet());
        List<DealMove> moves = new ArrayList<>();
        Map<UUID, String> used = new HashMap<>();
        timeline.writtenOn(Done.created(rows)).forEach(id -> used.put(id, "logged-since"));
        List<UUID> unused =
                Done.created(rows).stream().filter(id -> !used.containsKey(id)).toList();
        Map<Long, String> kept = changes.takeBack(
                rows,
                store.deleteUntouched(unused, now),
                used,
                deals,
                (deal, before) -> {
                    Deal back = putBack(deal, before, now);
                    if (back.status() != DealStatus.OPEN
                            || inUse.contains(back.standing().stageId())) {
                        return back;
                    }
                    // An open deal never stands in an archived stage: its pipeline begins anew.
                    Deal moved = back.move(
                            pipelines.reentry(
                                    back.standing().stageId(), back.standing().pipelineId()),
                            now);
                    moves.add(DealMove.of(viewer, Kind.MOVED, back, moved, null, null));
                    return moved;
                },
                store::saveAll);
        store.copyMoves(moves);
        Set<UUID> takenBack = Set.copyOf(Done.takenBack(rows, kept));
        timeline.deleteNotes(takenBack, importId);
        List<Deal> gone = deals.stream()
                .filter(deal -> takenBack.contains(deal.id().value()))
                .toList();
        recompute(viewer, importId, gone, now, false);
        return kept;
    }

    private Deal putBack(Deal deal, JsonNode before, Instant now) {
        ObjectNode details = json.createObjectNode();
        ObjectNode standing = json.createObjectNode();
        before.properties().forEach(fact -> {
            String name = fact.getKey().equals(FORMER_STAGE_SINCE) ? "stageSince" : fact.getKey();
            (STANDING.contains(name) ? standing : details).set(name, fact.getValue());
        });
        JsonNode opened = details.remove("openedAt");
        DealInput input = MergePatch.apply(json, DealInput.of(deal), details, DealInput.class);
        MemberId owner = Objects.requireNonNull(input.ownerId());
        return deal.amend(
                input.details().checked(deal.details()),
                owner,
                owner.equals(deal.ownerId()) ? deal.teamId() : members.teamOf(owner),
                MergePatch.apply(json, deal.standing(), standing, Deal.Standing.class),
                opened == null ? deal.openedAt() : Instant.parse(opened.stringValue()),
                now);
    }

    /** Contacts and companies stand where the deals that are left put them. */
    private void recompute(Viewer viewer, UUID importId, List<Deal> gone, Instant now, boolean history) {
        lifecycle.recompute(viewer, contacts(gone), companies(gone), importId, now, history);
    }

    private static Set<ContactId> contacts(List<Deal> deals) {
        return deals.stream().flatMap(deal -> deal.contactIds().stream()).collect(Collectors.toSet());
    }

    private static Set<CompanyId> companies(List<Deal> deals) {
        return deals.stream()
                .map(deal -> deal.companyId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
