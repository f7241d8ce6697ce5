package vn.songhanh.contacts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.ImportTarget;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.customfields.CustomFields;
import vn.songhanh.workspace.settings.Settings;

/**
 * Companies from a file. Duplicates are found by tax code and domain, and by the whole name when a row has neither. A
 * row may name as its parent a company that stands in the same file.
 */
@Component
class CompanyImport implements ImportTarget {

    private static final List<Field> FIELDS = fieldList();

    private final CompanyStore store;
    private final Directory directory;
    private final Owners owners;
    private final Lifecycle lifecycle;
    private final CustomFields customFields;
    private final Settings settings;
    private final ImportChanges changes;

    CompanyImport(
            CompanyStore store,
            Directory directory,
            Owners owners,
            Lifecycle lifecycle,
            CustomFields customFields,
            Settings settings,
            JsonMapper json) {
        this.store = store;
        this.directory = directory;
        this.owners = owners;
        this.lifecycle = lifecycle;
        this.customFields = customFields;
        this.settings = settings;
        this.changes = new ImportChanges(json);
    }

    private static List<Field> fieldList() {
        List<Field> fields = new ArrayList<>(List.of(
                Field.required(
                        "name",
                        "tên công ty",
                        "công ty",
                        "tên",
                        "đơn vị",
                        "company",
                        "account",
                        "name",
                        "company name",
                        "organization"),
                Field.of("taxCode", "mã số thuế", "mst", "tax code", "tax id", "vat number"),
                Field.of("domain", "tên miền", "website", "trang web", "web", "domain", "url"),
                Field.of("phone", "điện thoại", "số điện thoại", "sđt", "phone", "telephone"),
                Field.of("industry", "ngành", "ngành nghề", "lĩnh vực", "industry", "sector"),
                Field.of("employees", "số nhân viên", "quy mô", "nhân sự", "employees", "number of employees"),
                Field.of("parent", "công ty mẹ", "trực thuộc", "parent", "subsidiary of", "parent company")
                        .naming("name", "taxCode", "domain")));
        fields.addAll(ImportCells.FIELDS);
        return List.copyOf(fields);
    }

    @Override
    public String object() {
        return "companies";
    }

    @Override
    public RecordKind kind() {
        return RecordKind.COMPANY;
    }

    @Override
    public List<Field> fields() {
        return ImportCells.with(FIELDS, customFields.of(RecordKind.COMPANY).values());
    }

    @Override
    public List<Outcome> take(Batch batch) {
        return new Taking(batch).all();
    }

    /** One batch on its way in. */
    private final class Taking {

        private final Batch batch;
        private final Instant now;
        private final String parentBy;
        private final Map<String, Owners.Owner> ownersByName;
        private final Map<String, CompanyId> parents;
        private final Map<String, CompanyId> parentsInFile = new HashMap<>();
        private final Map<CompanyId, CompanyId> became = new HashMap<>();
        private final Map<String, Company> holders = new HashMap<>();
        private final Map<CompanyId, Company> created = new LinkedHashMap<>();
        private final Map<CompanyId, Company> updated = new LinkedHashMap<>();
        private final Set<CompanyId> staged = new LinkedHashSet<>();
        private final Map<LifecycleStage, List<Lifecycle.Advance>> advanced = new LinkedHashMap<>();

        Taking(Batch batch) {
            this.batch = batch;
            this.now = batch.now().truncatedTo(ChronoUnit.MICROS);
            this.parentBy = batch.matches().getOrDefault("parent", "name");
            this.ownersByName = owners.named(texts("owner"));
            this.parents = directory.companies(batch.viewer(), texts("parent"), parentBy);
        }

        List<Outcome> all() {
            List<@Nullable Company> read = new ArrayList<>(batch.rows().size());
            List<Outcome> outcomes = new ArrayList<>(batch.rows().size());
            for (Row row : batch.rows()) {
                Company company = null;
                Outcome outcome = new Outcome.Failed("row", "required");
                try {
                    company = read(row);
                } catch (Invalid wrong) {
                    outcome = new Outcome.Failed(ImportCells.ofCells(wrong));
                }
                read.add(company);
                outcomes.add(outcome);
            }
            findHolders(read);
            findParentsInFile(read);
            for (int i = 0; i < read.size(); i++) {
                Company company = read.get(i);
                if (company != null) {
                    outcomes.set(i, take(batch.rows().get(i), company));
                }
            }
            if (!batch.dryRun()) {
                write();
            }
            return outcomes;
        }

        private Company read(Row row) {
            String owner = row.get("owner");
            Owners.Owner found = owner == null
                    ? new Owners.Owner(batch.viewer().member(), batch.viewer().team())
                    : ownersByName.get(owner);
            new Invalid.Check()
                    .that(found != null, "owner", "unknown-reference", Map.of("value", String.valueOf(owner)))
                    .done();
            Owners.Owner owned = Objects.requireNonNull(found);
            Instant since = ImportCells.moment(
                    row, "lifecycleSince", settings.workspace().zone(), now);
            CompanyInput input = new CompanyInput(
                    row.get("name"),
                    row.get("taxCode"),
                    row.get("domain"),
                    row.get("phone"),
                    row.get("industry"),
                    ImportCells.count(row, "employees"),
                    null,
                    owned.member(),
                    ImportCells.stage(row),
                    ImportCells.customerStatus(row),
                    ImportCells.source(row),
                    ImportCells.list(row.get("tags")),
                    ImportCells.address(row),
                    Custom.read(Custom.write(customFields.check(RecordKind.COMPANY, ImportCells.custom(row)))));
            return Company.imported(input, owned.member(), owned.team(), since == null ? now : since, now);
        }

        /** Asks once for all rows who has their tax codes, domains and names. */
        private void findHolders(List<@Nullable Company> read) {
            Set<String> taxCodes = new TreeSet<>();
            Set<String> domains = new TreeSet<>();
            Set<String> names = new TreeSet<>();
            for (Company company : read) {
                if (company != null) {
                    add(taxCodes, company.taxCode());
                    add(domains, company.domain());
                    names.add(Text.fold(company.name()));
                }
            }
            for (Company holder : store.holders(taxCodes, domains, names, isEditing())) {
                keys(holder).forEach(key -> holders.putIfAbsent(key, holder));
            }
        }

        private boolean isEditing() {
            return batch.duplicates() == Duplicates.UPDATE && !batch.dryRun();
        }

        /** A parent may stand further down in the file than its child. */
        private void findParentsInFile(List<@Nullable Company> read) {
            for (Company company : read) {
                if (company != null) {
                    String written = switch (parentBy) {
                        case "taxCode" -> company.taxCode();
                        case "domain" -> company.domain();
                        default -> company.name();
                    };
                    if (written != null) {
                        parentsInFile.putIfAbsent(Directory.companyKey(parentBy, written), company.id());
                    }
                }
            }
        }

        private Outcome take(Row row, Company company) {
            String parent = row.get("parent");
            CompanyId parentId = parent == null ? null : parents.get(parent);
            if (parent != null && parentId == null) {
                parentId = parentsInFile.get(Directory.companyKey(parentBy, parent));
                boolean known =
                        parentId != null || batch.seen().has(parentBy + ":" + Directory.companyKey(parentBy, parent));
                if (!known || company.id().equals(parentId)) {
                    return new Outcome.Failed(List.of(new Invalid.FieldError(
                            "parent", known ? "own-parent" : "unknown-reference", Map.of("value", parent))));
                }
            }
            Company placed = company.under(parentId);
            Company holder = keysOfRow(placed).stream()
                    .map(holders::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            boolean sameTaxCode = holder != null && Objects.equals(holder.taxCode(), placed.taxCode());
            if (holder != null && (batch.duplicates() != Duplicates.CREATE)) {
                return duplicate(row, holder, placed);
            }
            if (holder != null && sameTaxCode && placed.taxCode() != null) {
                return new Outcome.Failed("taxCode", "tax-code-taken");
            }
            if (batch.duplicates() != Duplicates.CREATE
                    && keysOfRow(placed).stream().anyMatch(batch.seen()::has)) {
                return new Outcome.Skipped(null, "duplicate-in-file");
            }
            if (!batch.viewer().may(RecordKind.COMPANY, Action.WRITE, placed.ownerId(), placed.teamId())) {
                return new Outcome.Failed("owner", "not-yours-to-make");
            }
            created.put(placed.id(), placed);
            if (row.get("lifecycleStage") != null && placed.lifecycleStage() != LifecycleStage.LEAD) {
                staged.add(placed.id());
            }
            hold(placed);
            return new Outcome.Created(placed.id().value());
        }

        private Outcome duplicate(Row row, Company holder, Company company) {
            Company present = updated.getOrDefault(holder.id(), created.getOrDefault(holder.id(), holder));
            became.put(company.id(), present.id());
            if (batch.duplicates() == Duplicates.SKIP) {
                String code = created.containsKey(present.id()) ? "duplicate-in-file" : "duplicate";
                return new Outcome.Skipped(present.id().value(), code);
            }
            if (!batch.viewer().may(RecordKind.COMPANY, Action.WRITE, present.ownerId(), present.teamId())) {
                return new Outcome.Skipped(null, "duplicate-of-others");
            }
            Company merged = present.fill(company, row.values().keySet(), now);
            boolean forward = row.get("lifecycleStage") != null
                    && company.lifecycleStage().reachableFrom(Cause.IMPORTED).contains(present.lifecycleStage());
            if (merged.facts().equals(present.facts()) && !forward) {
                return new Outcome.Skipped(present.id().value(), "unchanged");
            }
            hold(merged);
            if (created.containsKey(present.id())) {
                // Nothing to put back: undoing takes the whole company away.
                created.put(present.id(), merged);
                return new Outcome.Updated(present.id().value(), "{}", "{}");
            }
            updated.put(present.id(), merged);
            if (forward) {
                advanced.computeIfAbsent(company.lifecycleStage(), stage -> new ArrayList<>())
                        .add(new Lifecycle.Advance(
                                RecordKind.COMPANY, present.id().value(), company.lifecycleSince(), batch.importId()));
            }
            return changes.updated(present.id().value(), present.facts(), merged.facts());
        }

        private void hold(Company company) {
            for (String key : keys(company)) {
                holders.put(key, company);
                if (batch.dryRun()) {
                    batch.seen().add(key);
                }
            }
        }

        private void write() {
            created.replaceAll((id, company) -> placed(company));
            updated.replaceAll((id, company) -> placed(company));
            store.insertAll(created.values());
            lifecycle.beginAll(
                    batch.viewer(),
                    RecordKind.COMPANY,
                    created.values().stream()
                            .map(company -> new Lifecycle.Beginning(
                                    company.id().value(),
                                    company.lifecycleStage(),
                                    company.lifecycleSince(),
                                    staged.contains(company.id())))
                            .toList(),
                    batch.importId(),
                    batch.history(),
                    now);
            store.saveAll(updated.values());
            advanced.forEach((stage, some) -> lifecycle.advanceEach(
                    batch.viewer(), some, stage, Cause.IMPORTED, batch.importId(), batch.history()));
        }

        /** The parent that was named may be a row that turned out to be a company we had. */
        private Company placed(Company company) {
            CompanyId parent = company.parentId();
            if (parent == null || !parentsInFile.containsValue(parent) || created.containsKey(parent)) {
                return company;
            }
            CompanyId known = became.get(parent);
            return company.under(company.id().equals(known) ? null : known);
        }

        private Set<String> texts(String field) {
            return batch.rows().stream()
                    .map(row -> row.get(field))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** By what a company in the tables, or in an earlier row, is found again. */
    private static List<String> keys(Company company) {
        List<String> keys = new ArrayList<>();
        if (company.taxCode() != null) {
            keys.add("taxCode:" + company.taxCode());
        }
        if (company.domain() != null) {
            keys.add("domain:" + company.domain());
        }
        keys.add("name:" + Text.fold(company.name()));
        return keys;
    }

    /** By what a row looks for one: the name counts only when there is nothing surer. */
    private static List<String> keysOfRow(Company company) {
        List<String> keys = keys(company);
        return keys.size() == 1 ? keys : keys.subList(0, keys.size() - 1);
    }

    private static void add(Set<String> set, @Nullable String value) {
        if (value != null) {
            set.add(value);
        }
    }

    @Override
    public Map<Long, String> undo(Viewer viewer, UUID importId, List<Done> rows, Instant moment) {
        Instant now = moment.truncatedTo(ChronoUnit.MICROS);
        Map<Long, String> kept = new HashMap<>();
        Set<UUID> gone = store.deleteUntouched(
                rows.stream().filter(Done::created).map(Done::id).toList(), now);
        Map<UUID, Company> present = store.living(rows.stream().map(Done::id).toList());
        Map<CompanyId, Company> restored = new LinkedHashMap<>();
        for (Done row : rows) {
            Company company = present.get(row.id());
            if (row.created()) {
                if (!gone.contains(row.id()) && company != null) {
                    kept.put(row.number(), "used-since");
                }
            } else if (company != null && !"{}".equals(row.before())) {
                Company latest = restored.getOrDefault(company.id(), company);
                if (!changes.stillHolds(latest.facts(), row.after())) {
                    kept.put(row.number(), "changed-since");
                    continue;
                }
                CompanyInput input = changes.restored(CompanyInput.of(latest), row.before(), CompanyInput.class);
                Owners.Owner owner = owners.of(viewer, input.ownerId());
                restored.put(company.id(), latest.putBack(input, owner.member(), owner.team(), now));
            }
        }
        store.saveAll(restored.values());
        return kept;
    }
}
