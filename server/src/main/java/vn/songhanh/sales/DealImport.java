package vn.songhanh.sales;

import static vn.songhanh.contacts.LifecycleStage.CUSTOMER;
import static vn.songhanh.contacts.LifecycleStage.OPPORTUNITY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
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
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.contacts.Cause;
import vn.songhanh.contacts.CompanyId;
import vn.songhanh.contacts.ContactId;
import vn.songhanh.contacts.Directory;
import vn.songhanh.contacts.Lifecycle;
import vn.songhanh.contacts.Lifecycle.Advance;
import vn.songhanh.contacts.Lifecycle.Proof;
import vn.songhanh.contacts.LifecycleStage;
import vn.songhanh.sales.pipeline.Pipeline;
import vn.songhanh.sales.pipeline.Pipelines;
import vn.songhanh.sales.pipeline.Stage;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.ImportTarget;
import vn.songhanh.shared.Invalid.FieldError;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.members.Members;
import vn.songhanh.workspace.settings.Settings;

/**
 * Deals from files: those of an earlier system with the dates that they had there. They are known again by their id in
 * that system.
 */
@Component
class DealImport implements ImportTarget {

    private final DealStore store;
    private final Pipelines pipelines;
    private final Members members;
    private final Directory directory;
    private final Lifecycle lifecycle;
    private final Settings settings;
    private final JsonMapper json;

    DealImport(
            DealStore store,
            Pipelines pipelines,
            Members members,
            Directory directory,
            Lifecycle lifecycle,
            Settings settings,
            JsonMapper json) {
        this.store = store;
        this.pipelines = pipelines;
        this.members = members;
        this.directory = directory;
        this.lifecycle = lifecycle;
        this.settings = settings;
        this.json = json;
    }

    @Override
    public String object() {
        return "deals";
    }

    @Override
    public RecordKind kind() {
        return RecordKind.DEAL;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.of(
                        "externalId",
                        "opportunity id",
                        "deal id",
                        "external id",
                        "record id",
                        "id",
                        "mã thương vụ",
                        "mã cơ hội",
                        "mã"),
                Field.of(
                        "name",
                        "deal name",
                        "opportunity name",
                        "name",
                        "title",
                        "tên thương vụ",
                        "tên cơ hội",
                        "thương vụ",
                        "tên"),
                Field.of(
                                "company",
                                "account",
                                "account name",
                                "company",
                                "company name",
                                "organization",
                                "công ty",
                                "tên công ty",
                                "khách hàng",
                                "tổ chức")
                        .naming("name", "taxCode"),
                Field.of(
                                "contact",
                                "contact",
                                "contact email",
                                "contact name",
                                "liên hệ",
                                "người liên hệ",
                                "email liên hệ")
                        .naming("email", "phone", "name"),
                Field.of(
                                "owner",
                                "owner",
                                "sales agent",
                                "sales rep",
                                "deal owner",
                                "assigned to",
                                "người phụ trách",
                                "nhân viên",
                                "nhân viên kinh doanh",
                                "chủ sở hữu")
                        .naming("name", "email"),
                Field.of("pipeline", "pipeline", "quy trình", "quy trình bán"),
                Field.of("stage", "stage", "deal stage", "status", "giai đoạn", "trạng thái", "tình trạng")
                        .oneOf(stages())
                        .called(Map.of("Đã thắng", "WON", "Đã thua", "LOST")),
                Field.of(
                        "amount",
                        "amount",
                        "value",
                        "close value",
                        "deal value",
                        "revenue",
                        "giá trị",
                        "số tiền",
                        "doanh thu",
                        "trị giá"),
                Field.of("currency", "currency", "tiền tệ", "loại tiền"),
                Field.of(
                        "openedAt",
                        "opened",
                        "open date",
                        "engage date",
                        "created",
                        "create date",
                        "created at",
                        "ngày mở",
                        "ngày tạo",
                        "ngày bắt đầu"),
                Field.of(
                        "closedAt",
                        "closed",
                        "close date",
                        "closed at",
                        "won date",
                        "ngày đóng",
                        "ngày chốt",
                        "ngày kết thúc"),
                Field.of(
                        "expectedCloseDate",
                        "expected close",
                        "expected close date",
                        "dự kiến chốt",
                        "ngày dự kiến",
                        "ngày chốt dự kiến"),
                Field.of("tags", "tags", "labels", "product", "products", "nhãn", "thẻ", "sản phẩm"));
    }

    /** The stages of every pipeline, and the two ends. */
    private List<String> stages() {
        return Stream.concat(
                        pipelines.all(Viewer.SYSTEM).stream()
                                .flatMap(pipeline -> pipeline.stages().stream())
                                .filter(stage -> !stage.archived())
                                .map(Stage::name)
                                .distinct(),
                        Stream.of(DealStatus.WON.name(), DealStatus.LOST.name()))
                .toList();
    }

    @Override
    public List<Outcome> take(Batch batch) {
        return new Taking(batch).take();
    }

    /** One batch: everything is looked up at once, decided row by row, and written in sets. */
    private final class Taking {

        private final Batch batch;
        private final Viewer viewer;
        private final DealRow.Reader reader;
        private final Map<String, MemberId> owners;
        private final Map<MemberId, TeamId> teams = new HashMap<>();
        private final Map<String, CompanyId> companies;
        private final Map<String, ContactId> contacts;
        private final Map<String, Deal> known;
        private final List<Deal> opened = new ArrayList<>();
        private final List<Deal> changed = new ArrayList<>();
        private final List<DealMove> moves = new ArrayList<>();

        Taking(Batch batch) {
            this.batch = batch;
            this.viewer = batch.viewer();
            List<Pipeline> drawn = pipelines.all(viewer);
            reader = new DealRow.Reader(drawn, settings.workspace().zone(), batch.now());
            owners = members.named(named("owner"));
            Set<MemberId> people = new LinkedHashSet<>(owners.values());
            people.add(viewer.member());
            members.find(people).forEach((id, member) -> teams.put(id, member.teamId()));
            companies = directory.companies(viewer, named("company"), by("company", "name"));
            contacts = directory.contacts(viewer, named("contact"), by("contact", "email"));
            known = batch.duplicates() == Duplicates.CREATE ? Map.of() : store.byExternalId(named("externalId"));
        }

        List<Outcome> take() {
            List<Outcome> outcomes = new ArrayList<>();
            Map<String, UUID> taken = new HashMap<>();
            for (Row row : batch.rows()) {
                outcomes.add(take(row, taken));
            }
            if (!batch.dryRun()) {
                store.copy(opened);
                for (Deal deal : changed) {
                    store.save(deal);
                    store.saveContacts(deal);
                }
                store.copyMoves(moves);
                advance(OPPORTUNITY, Cause.DEAL_OPENED, Deal::openedAt, DealStatus.OPEN, DealStatus.WON);
                advance(CUSTOMER, Cause.DEAL_WON, deal -> deal.standing().since(), DealStatus.WON);
            }
            return outcomes;
        }

        private Outcome take(Row row, Map<String, UUID> taken) {
            List<FieldError> errors = new ArrayList<>();
            DealRow said = reader.read(row, errors);
            MemberId owner = reference(row, "owner", owners, errors);
            CompanyId company = reference(row, "company", companies, errors);
            ContactId contact = reference(row, "contact", contacts, errors);
            TeamId team = teams.get(owner == null ? viewer.member() : owner);
            if (owner != null && !viewer.may(RecordKind.DEAL, Action.WRITE, owner, team)) {
                errors.add(new FieldError("owner", "not-yours-to-give", Map.of()));
            }
            if (said == null || !errors.isEmpty()) {
                return new Outcome.Failed(errors);
            }
            String externalId = said.externalId();
            if (externalId != null && batch.duplicates() != Duplicates.CREATE) {
                String key = "externalId:" + externalId;
                if (taken.containsKey(key) || batch.seen().has(key)) {
                    return new Outcome.Skipped(taken.get(key), "duplicate-in-file");
                }
                Deal before = known.get(externalId);
                if (before != null) {
                    return again(row, said, before, owner, company, contact);
                }
                batch.seen().add(key);
            }
            Deal.Terms terms = new Deal.Terms(
                    said.name(),
                    said.amount(),
                    contact == null ? List.of() : List.of(contact),
                    company,
                    owner == null ? viewer.member() : owner,
                    said.expectedCloseDate(),
                    null,
                    null,
                    said.tags(),
                    Map.of());
            Deal deal = Deal.imported(terms, said, Objects.requireNonNull(team), batch.now());
            opened.add(deal);
            moves.add(said.opening(viewer, deal));
            if (deal.status() != DealStatus.OPEN) {
                moves.add(said.step(viewer, deal.id(), said.first().id()));
            }
            if (externalId != null) {
                taken.put("externalId:" + externalId, deal.id().value());
            }
            return new Outcome.Created(deal.id().value());
        }

        private Outcome again(
                Row row,
                DealRow said,
                Deal before,
                @Nullable MemberId owner,
                @Nullable CompanyId company,
                @Nullable ContactId contact) {
            boolean visible =
                    viewer.may(RecordKind.DEAL, Action.READ, before.terms().ownerId(), before.teamId());
            if (batch.duplicates() == Duplicates.SKIP) {
                return new Outcome.Skipped(visible ? before.id().value() : null, "duplicate");
            }
            if (!viewer.may(RecordKind.DEAL, Action.WRITE, before.terms().ownerId(), before.teamId())) {
                return new Outcome.Failed("externalId", "not-yours-to-change");
            }
            Deal after = said.onto(before, row, owner, company, contact, this::teamOf, batch.now());
            Snapshot was = Snapshot.of(before);
            Snapshot is = Snapshot.of(after);
            if (is.equals(was)) {
                return new Outcome.Skipped(before.id().value(), "unchanged");
            }
            changed.add(after);
            if (!after.standing().equals(before.standing())) {
                moves.add(said.step(viewer, before.id(), before.standing().stageId()));
            }
            return new Outcome.Updated(before.id().value(), json.writeValueAsString(was), json.writeValueAsString(is));
        }

        /** Open and won deals have made opportunities of their contacts and companies, won ones customers. */
        private void advance(LifecycleStage to, Cause cause, Function<Deal, Instant> at, DealStatus... statuses) {
            Set<DealStatus> some = Set.of(statuses);
            List<Advance> advances = Stream.concat(opened.stream(), changed.stream())
                    .filter(deal -> some.contains(deal.status()))
                    .flatMap(deal -> advances(deal, at.apply(deal)))
                    .toList();
            lifecycle.advanceEach(viewer, advances, to, cause, batch.importId(), batch.history());
        }

        private static Stream<Advance> advances(Deal deal, Instant at) {
            UUID ref = deal.id().value();
            return Stream.concat(
                    deal.terms().contactIds().stream()
                            .map(contact -> new Advance(RecordKind.CONTACT, contact.value(), at, ref)),
                    Stream.ofNullable(deal.terms().companyId())
                            .map(company -> new Advance(RecordKind.COMPANY, company.value(), at, ref)));
        }

        private TeamId teamOf(MemberId owner) {
            return Objects.requireNonNull(teams.get(owner));
        }

        private Set<String> named(String field) {
            return batch.rows().stream()
                    .map(row -> row.get(field))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
        }

        private String by(String field, String otherwise) {
            return batch.matches().getOrDefault(field, otherwise);
        }

        private static <T> @Nullable T reference(Row row, String field, Map<String, T> found, List<FieldError> errors) {
            String name = row.get(field);
            T id = name == null ? null : found.get(name);
            if (name != null && id == null) {
                errors.add(new FieldError(field, "unknown-reference", Map.of("value", name)));
            }
            return id;
        }
    }

    /** What an import changes of a deal that is there already. */
    record Snapshot(Deal.Terms terms, Deal.Standing standing, Instant openedAt) {

        static Snapshot of(Deal deal) {
            return new Snapshot(deal.terms(), deal.standing(), deal.openedAt());
        }
    }

    @Override
    public Map<Long, String> undo(Viewer viewer, UUID importId, List<Done> rows, Instant now) {
        Map<Long, String> kept = new HashMap<>();
        Map<UUID, Deal> deals = store.lockAll(rows.stream().map(Done::id).toList());
        List<Deal> gone = new ArrayList<>();
        for (Done row : rows) {
            Deal deal = deals.get(row.id());
            if (deal == null) {
                kept.put(row.number(), "gone-since");
                continue;
            }
            String before = row.before();
            if (before == null) {
                if (deal.version() > 1) {
                    kept.put(row.number(), "changed-since");
                } else {
                    gone.add(deal.delete(now));
                }
                continue;
            }
            Snapshot after = json.readValue(row.after(), Snapshot.class);
            if (!Snapshot.of(deal).equals(after)) {
                kept.put(row.number(), "changed-since");
                continue;
            }
            Snapshot was = json.readValue(before, Snapshot.class);
            TeamId team = was.terms().ownerId().equals(deal.terms().ownerId())
                    ? deal.teamId()
                    : members.teamOf(was.terms().ownerId());
            Deal back = deal.amend(was.terms(), was.standing(), team, was.openedAt(), now);
            store.save(back);
            store.saveContacts(back);
            gone.add(deal);
        }
        store.deleteAll(gone.stream().filter(Deal::isDeleted).map(Deal::id).toList(), now);
        recompute(viewer, importId, gone, now);
        return kept;
    }

    /** Contacts and companies stand where the deals that are left put them. */
    private void recompute(Viewer viewer, UUID importId, List<Deal> gone, Instant now) {
        Set<UUID> contacts = gone.stream()
                .flatMap(deal -> deal.terms().contactIds().stream())
                .map(ContactId::value)
                .collect(Collectors.toSet());
        Set<UUID> companies = gone.stream()
                .map(deal -> deal.terms().companyId())
                .filter(Objects::nonNull)
                .map(CompanyId::value)
                .collect(Collectors.toSet());
        Map<UUID, DealStatus> held = store.holding(contacts, companies, null);
        List<Proof> proofs = new ArrayList<>();
        contacts.forEach(contact -> proofs.add(proof(RecordKind.CONTACT, contact, held)));
        companies.forEach(company -> proofs.add(proof(RecordKind.COMPANY, company, held)));
        lifecycle.recompute(viewer, proofs, importId, now);
    }

    private static Proof proof(RecordKind kind, UUID id, Map<UUID, DealStatus> held) {
        DealStatus best = held.get(id);
        return new Proof(kind, id, best == null ? null : best == DealStatus.WON ? CUSTOMER : OPPORTUNITY);
    }
}
