package vn.songhanh.contacts.company;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.Directory;
import vn.songhanh.contacts.lifecycle.Duplicates;
import vn.songhanh.contacts.lifecycle.ImportCells;
import vn.songhanh.contacts.lifecycle.Lifecycle;
import vn.songhanh.contacts.lifecycle.OtherKind;
import vn.songhanh.contacts.lifecycle.OtherKindId;
import vn.songhanh.contacts.lifecycle.OtherKinds;
import vn.songhanh.contacts.lifecycle.StagedIntake;
import vn.songhanh.contacts.timeline.NoteColumn;
import vn.songhanh.contacts.timeline.Timeline;
import vn.songhanh.shared.CustomValues;
import vn.songhanh.shared.ImportChanges;
import vn.songhanh.shared.ImportRow;
import vn.songhanh.shared.ImportTarget;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MergePatch;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.customfields.CustomFields;
import vn.songhanh.workspace.members.Members;
import vn.songhanh.workspace.members.OwnerColumn;
import vn.songhanh.workspace.members.Owners;

/**
 * Companies from a file. Duplicates are found by tax code and domain, and by the whole name when a row has neither. A
 * row may name as its parent a company that stands in the same file.
 */
@Component
class CompanyImport implements ImportTarget {

    private static final List<Field> FIELDS = ImportCells.after(
            CompanyFields.DETAILS.cells(),
            Field.of("parent", "công ty mẹ | trực thuộc | parent | subsidiary of | parent company")
                    .naming("name", "taxCode", "domain")
                    .of("companies"));

    private final CompanyStore store;
    private final Directory directory;
    private final Owners owners;
    private final Members members;
    private final Lifecycle lifecycle;
    private final OtherKinds otherKinds;
    private final CustomFields customFields;
    private final Timeline timeline;
    private final JsonMapper json;
    private final ImportChanges<Company> changes;

    CompanyImport(
            CompanyStore store,
            Directory directory,
            Owners owners,
            Members members,
            Lifecycle lifecycle,
            OtherKinds otherKinds,
            CustomFields customFields,
            Timeline timeline,
            JsonMapper json) {
        this.store = store;
        this.directory = directory;
        this.owners = owners;
        this.members = members;
        this.lifecycle = lifecycle;
        this.otherKinds = otherKinds;
        this.customFields = customFields;
        this.timeline = timeline;
        this.json = json;
        this.changes = new ImportChanges<>(json, Company::facts);
    }

    @Override
    public RecordKind kind() {
        return ContactKinds.COMPANY;
    }

    @Override
    public List<Field> fields() {
        return NoteColumn.after(
                customFields.columns(ContactKinds.COMPANY, ImportCells.offering(FIELDS, otherKinds.all())));
    }

    @Override
    public List<Outcome> take(Batch batch) {
        return new Taking(batch).take();
    }

    /** One batch on its way in. */
    private final class Taking {

        private final Batch batch;
        private final OwnerColumn ownersInFile;
        private final List<OtherKind> kinds;
        private final String parentBy;
        private final Map<String, CompanyId> parents;
        private final Map<String, CompanyId> parentsInFile = new HashMap<>();
        private final Map<CompanyId, CompanyId> became = new HashMap<>();
        /** Who stands under whom, in the tables and by the rows so far. */
        private Map<CompanyId, CompanyId> line = new HashMap<>();

        private final StagedIntake<Company> intake;

        Taking(Batch batch) {
            this.batch = batch;
            ownersInFile = members.owners(batch);
            kinds = batch.texts("otherKind").isEmpty() ? List.of() : otherKinds.all();
            parentBy = batch.by("parent");
            parents = directory.companies(batch.viewer(), batch.texts("parent"), parentBy);
            intake = new StagedIntake<>(batch, ContactKinds.COMPANY, Company::keys, changes, timeline);
        }

        List<Outcome> take() {
            List<Outcome> outcomes = intake.take(this::read, this::holders, this::decide);
            if (!batch.dryRun()) {
                intake.write(
                        lifecycle,
                        created -> store.insertAll(placed(created)),
                        updated -> store.saveAll(placed(updated)));
            }
            return outcomes;
        }

        private Company read(ImportRow row) {
            Invalid.Check check = new Invalid.Check();
            OwnerColumn.Owner owner = ownersInFile.of(row, check);
            Instant since = ImportCells.since(row, batch, check);
            NoteColumn.check(row, check);
            Company.Details details = CompanyFields.DETAILS.of(row, check);
            Map<String, Object> custom = customFields.read(ContactKinds.COMPANY, row, check);
            OtherKindId otherKind = ImportCells.otherKind(row, kinds, check);
            check.done();
            String id = row.get("id");
            // A row may speak of a company by its id alone; no other has that for a name.
            Company.Details named =
                    row.has("name") || id == null ? details : CompanyFields.DETAILS.changed(details, "name", id);
            CompanyInput input = new CompanyInput(named, owner.member(), ImportCells.stage(row), otherKind)
                    .withCustom(CustomValues.asKept(custom));
            return Company.imported(input, owner.member(), owner.team(), since, batch.now());
        }

        private List<Company> holders(List<Company> read) {
            read.forEach(this::mayBeParent);
            if (batch.claims()) {
                store.hold(read.stream()
                        .flatMap(company -> company.keys().stream())
                        .collect(Collectors.toSet()));
            }
            List<Company> holders = store.holders(
                    values(read, Company::taxCode),
                    values(read, Company::domain),
                    values(read, company -> Text.fold(company.name())),
                    batch.ids(),
                    batch.edits());
            if (!batch.texts("parent").isEmpty()) {
                line = store.line(
                        Stream.concat(holders.stream().map(Company::id), parents.values().stream())
                                .toList(),
                        !batch.dryRun());
            }
            return holders;
        }

        /** A parent may stand further down in the file than its child. */
        private void mayBeParent(Company company) {
            String written = switch (parentBy) {
                case "taxCode" -> company.taxCode();
                case "domain" -> company.domain();
                default -> company.name();
            };
            if (written != null) {
                parentsInFile.putIfAbsent(Directory.companyKey(parentBy, written), company.id());
            }
        }

        private Outcome decide(ImportRow row, Company read) {
            Company said = read.under(parent(row, read));
            List<String> sought = sought(said);
            Company holder = intake.there(said, sought);
            if ((holder == null || batch.duplicates() == Duplicates.CREATE) && !row.has("name")) {
                return new Outcome.Failed("name", "required");
            }
            if (holder != null && batch.duplicates() != Duplicates.CREATE) {
                became.put(said.id(), holder.id());
            } else if (holder != null
                    && said.taxCode() != null
                    && said.taxCode().equals(holder.taxCode())) {
                return new Outcome.Failed("taxCode", "tax-code-taken");
            }
            CompanyId id = holder == null || batch.duplicates() == Duplicates.CREATE ? said.id() : holder.id();
            boolean changes = holder == null || batch.duplicates() != Duplicates.SKIP;
            if (changes && isAbove(id, said.parentId())) {
                return new Outcome.Failed("parent", "company-circle");
            }
            Outcome outcome = intake.take(row, said, sought, there -> there.fill(said, row, batch.now()));
            boolean taken = outcome instanceof Outcome.Created || outcome instanceof Outcome.Updated;
            if (taken && said.parentId() != null) {
                line.put(id, said.parentId());
            }
            return outcome;
        }

        /** Whether the company would stand above itself under that parent. */
        private boolean isAbove(CompanyId company, @Nullable CompanyId parent) {
            if (parent == null || company.equals(became.get(parent))) {
                return false;
            }
            Set<CompanyId> passed = new HashSet<>();
            CompanyId at = parent;
            while (at != null && passed.add(at)) {
                CompanyId present = became.getOrDefault(at, at);
                if (present.equals(company)) {
                    return true;
                }
                at = line.get(present);
            }
            return false;
        }

        private @Nullable CompanyId parent(ImportRow row, Company company) {
            String named = row.get("parent");
            if (named == null || parents.containsKey(named)) {
                return named == null ? null : parents.get(named);
            }
            String key = Directory.companyKey(parentBy, named);
            CompanyId inFile = parentsInFile.get(key);
            new Invalid.Check()
                    .that(
                            inFile != null || batch.seen().has(parentBy + ":" + key),
                            "parent",
                            "unknown-reference",
                            Map.of("value", named))
                    .that(!company.id().equals(inFile), "parent", "own-parent", Map.of("value", named))
                    .done();
            return inFile;
        }

        /** The parent that was named may be a row that turned out to be a company we had. */
        private List<Company> placed(Collection<Company> companies) {
            Set<CompanyId> inFile = Set.copyOf(parentsInFile.values());
            return companies.stream()
                    .map(company -> {
                        CompanyId parent = company.parentId();
                        if (parent == null || !inFile.contains(parent) || intake.isNew(parent)) {
                            return company;
                        }
                        CompanyId known = became.get(parent);
                        return company.under(company.id().equals(known) ? null : known);
                    })
                    .toList();
        }
    }

    /** By what a row looks for one: the name counts only when there is nothing surer. */
    private static List<String> sought(Company company) {
        List<String> keys = company.keys();
        return keys.size() == 1 ? keys : keys.subList(0, keys.size() - 1);
    }

    private static Set<String> values(List<Company> companies, Function<Company, @Nullable String> value) {
        return companies.stream().map(value).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    @Override
    public Map<Long, String> undo(Viewer viewer, UUID importId, List<Done> rows, Instant now) {
        List<UUID> created = Done.created(rows);
        Map<UUID, String> used = store.used(created);
        Set<UUID> gone = store.deleteUntouched(created, used.keySet(), now);
        List<Company> present = store.lockAll(Done.ids(rows));
        Map<Long, String> kept = changes.takeBack(
                rows,
                gone,
                used,
                present,
                (company, before) -> {
                    CompanyInput input = MergePatch.apply(json, CompanyInput.of(company), before, CompanyInput.class);
                    Owners.Owner owner = owners.of(viewer, input.ownerId(), company);
                    Company back = company.putBack(input, owner.member(), owner.team(), now);
                    CompanyId parent = back.parentId();
                    boolean circle = parent != null
                            && !parent.equals(company.parentId())
                            && store.wouldCircle(company.id(), parent);
                    // Its former parent has come to stand under it meanwhile, so that stays as it is.
                    return circle ? back.under(company.parentId()) : back;
                },
                store::saveAll);
        timeline.deleteNotes(Done.takenBack(rows, kept), importId);
        return kept;
    }
}
