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
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.customfields.CustomFields;
import vn.songhanh.workspace.settings.Settings;

/** Contacts from a file. Duplicates are found by e-mail address and telephone number, in the file and in the tables. */
@Component
class ContactImport implements ImportTarget {

    private static final List<Field> FIELDS = fieldList();

    private final ContactStore store;
    private final Directory directory;
    private final Owners owners;
    private final Lifecycle lifecycle;
    private final CustomFields customFields;
    private final Settings settings;
    private final ImportChanges changes;

    ContactImport(
            ContactStore store,
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
                Field.of(
                        "fullName",
                        "họ tên",
                        "họ và tên",
                        "tên liên hệ",
                        "tên khách hàng",
                        "tên",
                        "full name",
                        "name",
                        "contact"),
                Field.of("familyName", "họ", "họ đệm", "họ và tên đệm", "last name", "surname", "family name"),
                Field.of("givenName", "tên gọi", "tên riêng", "first name", "given name"),
                Field.of("email", "email", "e-mail", "thư điện tử", "địa chỉ email", "email address", "mail"),
                Field.of(
                        "phone",
                        "điện thoại",
                        "số điện thoại",
                        "sđt",
                        "di động",
                        "đt",
                        "phone",
                        "mobile",
                        "phone number",
                        "tel"),
                Field.of("jobTitle", "chức vụ", "chức danh", "job title", "title", "position"),
                Field.of(
                                "company",
                                "công ty",
                                "tên công ty",
                                "đơn vị",
                                "company",
                                "account",
                                "organization",
                                "company name")
                        .naming("name", "taxCode", "domain")));
        fields.addAll(ImportCells.FIELDS);
        return List.copyOf(fields);
    }

    @Override
    public String object() {
        return "contacts";
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CONTACT;
    }

    @Override
    public List<Field> fields() {
        return ImportCells.with(FIELDS, customFields.of(RecordKind.CONTACT).values());
    }

    @Override
    public List<Outcome> take(Batch batch) {
        return new Taking(batch).all();
    }

    /** One batch on its way in. */
    private final class Taking {

        private final Batch batch;
        private final Instant now;
        private final Map<String, Owners.Owner> ownersByName;
        private final Map<String, CompanyId> companiesByName;
        private final Map<String, Contact> holders = new HashMap<>();
        private final Map<ContactId, Contact> created = new LinkedHashMap<>();
        private final Map<ContactId, Contact> updated = new LinkedHashMap<>();
        private final Set<ContactId> staged = new LinkedHashSet<>();
        private final Map<LifecycleStage, List<Lifecycle.Advance>> advanced = new LinkedHashMap<>();

        Taking(Batch batch) {
            this.batch = batch;
            this.now = batch.now().truncatedTo(ChronoUnit.MICROS);
            this.ownersByName = owners.named(texts("owner"));
            this.companiesByName = directory.companies(
                    batch.viewer(), texts("company"), batch.matches().getOrDefault("company", "name"));
        }

        List<Outcome> all() {
            List<@Nullable Contact> read = new ArrayList<>(batch.rows().size());
            List<Outcome> outcomes = new ArrayList<>(batch.rows().size());
            for (Row row : batch.rows()) {
                Contact contact = null;
                Outcome outcome = new Outcome.Failed("row", "required");
                try {
                    contact = read(row);
                } catch (Invalid wrong) {
                    outcome = new Outcome.Failed(ImportCells.ofCells(wrong));
                }
                read.add(contact);
                outcomes.add(outcome);
            }
            findHolders(read);
            for (int i = 0; i < read.size(); i++) {
                Contact contact = read.get(i);
                if (contact != null) {
                    outcomes.set(i, take(batch.rows().get(i), contact));
                }
            }
            if (!batch.dryRun()) {
                write();
            }
            return outcomes;
        }

        private Contact read(Row row) {
            String company = row.get("company");
            CompanyId companyId = company == null ? null : companiesByName.get(company);
            String owner = row.get("owner");
            Owners.Owner found = owner == null
                    ? new Owners.Owner(batch.viewer().member(), batch.viewer().team())
                    : ownersByName.get(owner);
            Invalid.Check check = new Invalid.Check()
                    .that(company == null || companyId != null, "company", "unknown-reference", value(company))
                    .that(found != null, "owner", "unknown-reference", value(owner));
            Instant since = ImportCells.moment(
                    row, "lifecycleSince", settings.workspace().zone(), now);
            check.done();
            Owners.Owner owned = Objects.requireNonNull(found);
            ContactInput input = new ContactInput(
                    row.get("fullName"),
                    row.get("familyName"),
                    row.get("givenName"),
                    null,
                    null,
                    ImportCells.list(row.get("email")),
                    ImportCells.list(row.get("phone")),
                    row.get("jobTitle"),
                    companyId,
                    owned.member(),
                    ImportCells.stage(row),
                    ImportCells.customerStatus(row),
                    ImportCells.source(row),
                    ImportCells.list(row.get("tags")),
                    ImportCells.address(row),
                    Custom.read(Custom.write(customFields.check(RecordKind.CONTACT, ImportCells.custom(row)))));
            return Contact.imported(input, owned.member(), owned.team(), since == null ? now : since, now);
        }

        /** Asks once for all rows who has their addresses and numbers. */
        private void findHolders(List<@Nullable Contact> read) {
            Set<String> identities = new TreeSet<>();
            for (Contact contact : read) {
                if (contact != null) {
                    identities.addAll(contact.identities());
                }
            }
            for (Contact holder :
                    store.holders(identities, batch.duplicates() == Duplicates.UPDATE && !batch.dryRun())) {
                holder.identities().forEach(identity -> holders.putIfAbsent(identity, holder));
            }
        }

        private Outcome take(Row row, Contact contact) {
            if (batch.duplicates() != Duplicates.CREATE) {
                for (String identity : contact.identities()) {
                    Contact holder = holders.get(identity);
                    if (holder != null) {
                        return duplicate(row, holder, contact);
                    }
                    if (batch.seen().has(identity)) {
                        return new Outcome.Skipped(null, "duplicate-in-file");
                    }
                }
            }
            if (!batch.viewer().may(RecordKind.CONTACT, Action.WRITE, contact.ownerId(), contact.teamId())) {
                return new Outcome.Failed("owner", "not-yours-to-make");
            }
            created.put(contact.id(), contact);
            if (row.get("lifecycleStage") != null && contact.lifecycleStage() != LifecycleStage.LEAD) {
                staged.add(contact.id());
            }
            hold(contact);
            return new Outcome.Created(contact.id().value());
        }

        private Outcome duplicate(Row row, Contact holder, Contact contact) {
            Contact present = updated.getOrDefault(holder.id(), created.getOrDefault(holder.id(), holder));
            if (batch.duplicates() == Duplicates.SKIP) {
                String code = created.containsKey(present.id()) ? "duplicate-in-file" : "duplicate";
                return new Outcome.Skipped(present.id().value(), code);
            }
            if (!batch.viewer().may(RecordKind.CONTACT, Action.WRITE, present.ownerId(), present.teamId())) {
                return new Outcome.Skipped(null, "duplicate-of-others");
            }
            Contact merged = present.fill(contact, row.values().keySet(), now);
            boolean forward = row.get("lifecycleStage") != null
                    && contact.lifecycleStage().reachableFrom(Cause.IMPORTED).contains(present.lifecycleStage());
            if (merged.facts().equals(present.facts()) && !forward) {
                return new Outcome.Skipped(present.id().value(), "unchanged");
            }
            hold(merged);
            if (created.containsKey(present.id())) {
                // Nothing to put back: undoing takes the whole contact away.
                created.put(present.id(), merged);
                return new Outcome.Updated(present.id().value(), "{}", "{}");
            }
            updated.put(present.id(), merged);
            if (forward) {
                advanced.computeIfAbsent(contact.lifecycleStage(), stage -> new ArrayList<>())
                        .add(new Lifecycle.Advance(
                                RecordKind.CONTACT, present.id().value(), contact.lifecycleSince(), batch.importId()));
            }
            return changes.updated(present.id().value(), present.facts(), merged.facts());
        }

        private void hold(Contact contact) {
            for (String identity : contact.identities()) {
                holders.put(identity, contact);
                if (batch.dryRun()) {
                    batch.seen().add(identity);
                }
            }
        }

        private void write() {
            store.insertAll(created.values());
            lifecycle.beginAll(
                    batch.viewer(),
                    RecordKind.CONTACT,
                    created.values().stream()
                            .map(contact -> new Lifecycle.Beginning(
                                    contact.id().value(),
                                    contact.lifecycleStage(),
                                    contact.lifecycleSince(),
                                    staged.contains(contact.id())))
                            .toList(),
                    batch.importId(),
                    batch.history(),
                    now);
            store.saveAll(updated.values());
            advanced.forEach((stage, some) -> lifecycle.advanceEach(
                    batch.viewer(), some, stage, Cause.IMPORTED, batch.importId(), batch.history()));
        }

        private Set<String> texts(String field) {
            return batch.rows().stream()
                    .map(row -> row.get(field))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Override
    public Map<Long, String> undo(Viewer viewer, UUID importId, List<Done> rows, Instant moment) {
        Instant now = moment.truncatedTo(ChronoUnit.MICROS);
        Map<Long, String> kept = new HashMap<>();
        Set<UUID> gone = store.deleteUntouched(
                rows.stream().filter(Done::created).map(Done::id).toList(), now);
        Map<UUID, Contact> present = store.living(rows.stream().map(Done::id).toList());
        Map<ContactId, Contact> restored = new LinkedHashMap<>();
        for (Done row : rows) {
            Contact contact = present.get(row.id());
            if (row.created()) {
                if (!gone.contains(row.id()) && contact != null) {
                    kept.put(row.number(), "used-since");
                }
            } else if (contact != null && !"{}".equals(row.before())) {
                Contact latest = restored.getOrDefault(contact.id(), contact);
                if (!changes.stillHolds(latest.facts(), row.after())) {
                    kept.put(row.number(), "changed-since");
                    continue;
                }
                ContactInput input = changes.restored(ContactInput.of(latest), row.before(), ContactInput.class);
                Owners.Owner owner = owners.of(viewer, input.ownerId());
                restored.put(contact.id(), latest.putBack(input, owner.member(), owner.team(), now));
            }
        }
        store.saveAll(restored.values());
        return kept;
    }

    private static Map<String, Object> value(@Nullable String text) {
        return Map.of("value", text == null ? "" : text);
    }
}
