package vn.songhanh.contacts.contact;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.Directory;
import vn.songhanh.contacts.company.CompanyId;
import vn.songhanh.contacts.lifecycle.Duplicates;
import vn.songhanh.contacts.lifecycle.ImportCells;
import vn.songhanh.contacts.lifecycle.Lifecycle;
import vn.songhanh.contacts.lifecycle.LifecycleStage;
import vn.songhanh.contacts.lifecycle.OtherKind;
import vn.songhanh.contacts.lifecycle.OtherKindId;
import vn.songhanh.contacts.lifecycle.OtherKinds;
import vn.songhanh.contacts.lifecycle.StagedIntake;
import vn.songhanh.contacts.source.Sources;
import vn.songhanh.contacts.timeline.NoteColumn;
import vn.songhanh.contacts.timeline.Timeline;
import vn.songhanh.shared.CustomValues;
import vn.songhanh.shared.ImportChanges;
import vn.songhanh.shared.ImportRow;
import vn.songhanh.shared.ImportTarget;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MergePatch;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.audit.Audit;
import vn.songhanh.workspace.customfields.CustomFields;
import vn.songhanh.workspace.members.Members;
import vn.songhanh.workspace.members.OwnerColumn;
import vn.songhanh.workspace.members.Owners;

/** Contacts from a file. Duplicates are found by e-mail address and telephone number, in the file and in the tables. */
@Component
class ContactImport implements ImportTarget {

    private static final List<Field> FIELDS = ImportCells.after(
            ContactFields.DETAILS.cells(),
            Field.of("company", "công ty | tên công ty | đơn vị | company | account | organization | company name")
                    .naming("name", "taxCode", "domain")
                    .of("companies"));

    private static final PersonName UNKNOWN = PersonName.of("?", null, null);

    private final ContactStore store;
    private final Directory directory;
    private final Owners owners;
    private final Members members;
    private final Lifecycle lifecycle;
    private final OtherKinds otherKinds;
    private final Sources sources;
    private final CustomFields customFields;
    private final Timeline timeline;
    private final ObjectProvider<ContactUse> uses;
    private final ObjectProvider<ContactBin> bin;
    private final Audit audit;
    private final JsonMapper json;
    private final ImportChanges<Contact> changes;

    ContactImport(
            ContactStore store,
            Directory directory,
            Owners owners,
            Members members,
            Lifecycle lifecycle,
            OtherKinds otherKinds,
            Sources sources,
            CustomFields customFields,
            Timeline timeline,
            ObjectProvider<ContactUse> uses,
            ObjectProvider<ContactBin> bin,
            Audit audit,
            JsonMapper json) {
        this.store = store;
        this.directory = directory;
        this.owners = owners;
        this.members = members;
        this.lifecycle = lifecycle;
        this.otherKinds = otherKinds;
        this.sources = sources;
        this.customFields = customFields;
        this.timeline = timeline;
        this.uses = uses;
        this.bin = bin;
        this.audit = audit;
        this.json = json;
        this.changes = new ImportChanges<>(json, Contact::facts);
    }

    @Override
    public RecordKind kind() {
        return ContactKinds.CONTACT;
    }

    @Override
    public List<Field> fields() {
        return NoteColumn.after(
                customFields.columns(ContactKinds.CONTACT, ImportCells.offering(FIELDS, otherKinds.all())));
    }

    @Override
    public String nameField() {
        return "fullName";
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
        private final Map<String, CompanyId> companies;
        private final StagedIntake<Contact> intake;

        Taking(Batch batch) {
            this.batch = batch;
            ownersInFile = members.owners(batch);
            kinds = batch.texts("otherKind").isEmpty() ? List.of() : otherKinds.all();
            companies = directory.companies(batch.viewer(), batch.texts("company"), batch.by("company"));
            intake = new StagedIntake<>(batch, ContactKinds.CONTACT, Contact::identities, changes, timeline);
        }

        List<Outcome> take() {
            List<Outcome> outcomes = intake.take(this::read, this::holders, this::decide);
            if (!batch.dryRun()) {
                intake.write(lifecycle, store::insertAll, store::saveAll);
            }
            return outcomes;
        }

        private Contact read(ImportRow row) {
            Invalid.Check check = new Invalid.Check();
            CompanyId company = row.reference("company", companies, check);
            OwnerColumn.Owner owner = ownersInFile.of(row, check);
            Instant since = ImportCells.since(row, batch, check);
            NoteColumn.check(row, check);
            Contact.Details details = ContactFields.DETAILS.of(row, check);
            if (isNameless(row)) {
                details = ContactFields.DETAILS.changed(details, "name", UNKNOWN);
            }
            Map<String, Object> custom = customFields.read(ContactKinds.CONTACT, row, check);
            OtherKindId otherKind = ImportCells.otherKind(row, kinds, check);
            check.done();
            ContactInput input = new ContactInput(
                            ContactFields.DETAILS.changed(details, "companyId", company),
                            owner.member(),
                            ImportCells.stage(row),
                            otherKind)
                    .withCustom(CustomValues.asKept(custom))
                    .from(sources.named(details.source()));
            return ImportCells.ofCells(() -> Contact.imported(input, owner.member(), owner.team(), since, batch.now()));
        }

        private List<Contact> holders(List<Contact> read) {
            Set<String> identities = read.stream()
                    .flatMap(contact -> contact.identities().stream())
                    .collect(Collectors.toSet());
            if (batch.claims()) {
                store.hold(identities);
            }
            return store.holders(identities, batch.ids(), batch.edits());
        }

        /** Such a row can say something of somebody who is there. */
        private static boolean isNameless(ImportRow row) {
            return Stream.of("fullName", "familyName", "givenName").noneMatch(row::has);
        }

        private Outcome decide(ImportRow row, Contact said) {
            if (isNameless(row)
                    && (batch.duplicates() == Duplicates.CREATE || intake.there(said, said.identities()) == null)) {
                return new Outcome.Failed("fullName", "required");
            }
            return intake.take(row, said, said.identities(), there -> there.fill(said, row, batch.now()));
        }
    }

    @Override
    public Map<Long, String> undo(Viewer viewer, UUID importId, List<Done> rows, Instant now) {
        List<Contact> present = store.lockAll(Done.ids(rows));
        Set<UUID> gone = present.stream().map(contact -> contact.id().value()).collect(Collectors.toSet());
        gone.retainAll(Set.copyOf(Done.created(rows)));
        Map<UUID, String> used = used(gone);
        gone.removeAll(used.keySet());
        store.deleteAll(gone, now);
        List<ContactId> deleted = gone.stream().map(ContactId::new).toList();
        bin.forEach(part -> part.deleted(viewer, deleted, now));
        Map<Long, String> kept = changes.takeBack(
                rows,
                gone,
                used,
                present,
                (contact, before) -> {
                    ContactInput input = MergePatch.apply(json, ContactInput.of(contact), before, ContactInput.class);
                    Owners.Owner owner = owners.of(viewer, input.ownerId(), contact);
                    return contact.putBack(input, owner.member(), owner.team(), now);
                },
                store::saveAll);
        kept.putAll(moveBack(
                viewer,
                importId,
                rows.stream()
                        .filter(row -> !row.created() && !kept.containsKey(row.number()))
                        .toList(),
                now));
        timeline.deleteNotes(Done.takenBack(rows, kept), importId);
        return kept;
    }

    /**
     * Who was brought to another stage by the import goes back to where he stood, unless somebody has moved him since or
     * has answered what followed from it.
     *
     * @return why rows stay
     */
    private Map<Long, String> moveBack(Viewer viewer, UUID importId, List<Done> updated, Instant now) {
        Map<UUID, Lifecycle.MovedBy> moved = lifecycle.movedBy(importId, Done.ids(updated));
        if (moved.isEmpty()) {
            return Map.of();
        }
        Instant since = moved.values().stream()
                .map(Lifecycle.MovedBy::loggedAt)
                .min(Instant::compareTo)
                .orElse(now);
        Map<UUID, String> used = new HashMap<>();
        uses.forEach(use -> use.used(moved.keySet(), since).forEach(used::putIfAbsent));
        Map<UUID, LifecycleStage> back = new HashMap<>();
        moved.forEach((id, move) -> {
            if (!used.containsKey(id)) {
                back.put(id, move.from());
            }
        });
        lifecycle.moveBack(viewer, ContactKinds.CONTACT, back, importId, now);
        Map<Long, String> kept = new HashMap<>();
        for (Done row : updated) {
            String why = used.get(row.id());
            if (why != null && moved.containsKey(row.id())) {
                kept.put(row.number(), why);
            }
        }
        return kept;
    }

    /** What people have done with them since, each with the code that says so. */
    private Map<UUID, String> used(Collection<UUID> contacts) {
        Map<UUID, String> used = new HashMap<>();
        uses.forEach(use -> use.used(contacts, Instant.EPOCH).forEach(used::putIfAbsent));
        timeline.writtenOn(contacts).forEach(id -> used.putIfAbsent(id, "logged-since"));
        audit.changedByPeople(contacts).forEach(id -> used.putIfAbsent(id, "changed-since"));
        return used;
    }
}
