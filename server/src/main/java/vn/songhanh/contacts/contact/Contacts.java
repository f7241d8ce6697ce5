package vn.songhanh.contacts.contact;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.Emails;
import vn.songhanh.contacts.Phones;
import vn.songhanh.contacts.company.Companies;
import vn.songhanh.contacts.lifecycle.Cause;
import vn.songhanh.contacts.lifecycle.Lifecycle;
import vn.songhanh.contacts.lifecycle.LifecycleStage;
import vn.songhanh.contacts.lifecycle.OtherKindId;
import vn.songhanh.contacts.lifecycle.OtherKinds;
import vn.songhanh.contacts.lifecycle.StagedRecords;
import vn.songhanh.contacts.source.Source;
import vn.songhanh.contacts.source.Sources;
import vn.songhanh.contacts.timeline.Timeline;
import vn.songhanh.contacts.timeline.TimelineDoors;
import vn.songhanh.contacts.timeline.TimelineItem;
import vn.songhanh.contacts.timeline.TouchInput;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.IfMatch;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.ListRequest;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.MergePatch;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.StaleVersion;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.audit.Audit;
import vn.songhanh.workspace.customfields.CustomFields;
import vn.songhanh.workspace.members.Owners;

/** The people whom we know, and the rules by which they come, change and go. */
@Service
public class Contacts implements StagedRecords<ContactId, ContactInput, ContactView>, TimelineDoors.Logged<ContactId> {

    private final ContactStore store;
    private final Companies companies;
    private final Owners owners;
    private final Lifecycle lifecycle;
    private final OtherKinds otherKinds;
    private final Timeline timeline;
    private final Sources sources;
    private final CustomFields customFields;
    private final ObjectProvider<ContactBin> bin;
    private final Audit audit;
    private final JsonMapper json;
    private final Clock clock;

    Contacts(
            ContactStore store,
            Companies companies,
            Owners owners,
            Lifecycle lifecycle,
            OtherKinds otherKinds,
            Timeline timeline,
            Sources sources,
            CustomFields customFields,
            ObjectProvider<ContactBin> bin,
            Audit audit,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.companies = companies;
        this.owners = owners;
        this.lifecycle = lifecycle;
        this.otherKinds = otherKinds;
        this.timeline = timeline;
        this.sources = sources;
        this.customFields = customFields;
        this.bin = bin;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public RecordKind kind() {
        return ContactKinds.CONTACT;
    }

    @Override
    public Page<ContactView> list(ListRequest request, FilterField.Context context) {
        return store.list(request, context);
    }

    @Override
    public ContactView require(Viewer viewer, ContactId id) {
        return store.view(viewer, id);
    }

    /** @throws Invalid naming {@code field} when one of them is not there, or not for the viewer to see */
    public void requireAll(Viewer viewer, Collection<ContactId> ids, String field) {
        List<ContactId> visible = ids.isEmpty() ? List.of() : store.visible(viewer, ids);
        for (ContactId id : ids) {
            if (!visible.contains(id)) {
                throw new Invalid(field, "unknown-reference", Map.of("value", id.toString()));
            }
        }
    }

    /**
     * Whoever names no owner becomes it himself.
     *
     * @param duplicates whether another contact may have the same e-mail address or phone number
     * @throws ContactDuplicate when one has, and none may
     */
    @Override
    @Transactional
    public ContactView create(Viewer viewer, ContactInput input, boolean duplicates) {
        viewer.require(ContactKinds.CONTACT, Action.WRITE);
        Owners.Owner owner =
                owners.given(viewer, ContactKinds.CONTACT, input.ownerId() == null ? viewer.actor() : input.ownerId());
        Contact contact = Contact.create(checked(input), owner.member(), owner.team(), now());
        if (contact.lifecycleStage() == LifecycleStage.OTHER) {
            otherKinds.given(contact.otherKindId());
        }
        String companyName = companies.nameOf(viewer, contact.companyId());
        if (!duplicates) {
            refuseDuplicates(viewer, contact.identities(), store.claim(contact.identities()));
        }
        store.insert(contact);
        lifecycle.begin(
                viewer,
                ContactKinds.CONTACT,
                contact.id().value(),
                contact.lifecycleStage(),
                contact.otherKindId(),
                Cause.CREATED,
                contact.times().createdAt());
        audit.record(viewer, ContactKinds.CONTACT, contact.id().value(), "created", Map.of(), contact.facts());
        return ContactView.of(contact, companyName, viewer);
    }

    /**
     * Merges a patch into what people say about the contact. A stage in it is a move by hand, forward only; backwards
     * it needs a reason, so it goes through {@link #move}.
     *
     * @throws StaleVersion when it is not of that version any more
     */
    @Override
    @Transactional
    public ContactView patch(Viewer viewer, ContactId id, long version, JsonNode patch, boolean duplicates) {
        // Claimed before the contact is held, as imports do it, so that nobody waits for one who waits for him.
        List<ContactStore.Holder> claimed = duplicates ? List.of() : store.claim(identitiesIn(patch));
        Contact before = lock(viewer, id, Action.WRITE, false);
        new IfMatch(version).require(before.version(), () -> store.view(viewer, id));
        ContactInput input = MergePatch.apply(json, ContactInput.of(before), patch, ContactInput.class);
        Owners.Owner owner = owners.given(viewer, ContactKinds.CONTACT, input.ownerId(), before);
        otherKinds.check(input.otherKindId(), before.otherKindId());
        Contact after = before.edit(checked(input), owner.member(), owner.team(), now());
        if (!Objects.equals(after.companyId(), before.companyId())) {
            companies.nameOf(viewer, after.companyId());
        }
        refuseDuplicates(
                viewer,
                newIdentities(before, after),
                claimed.stream().filter(holder -> !holder.id().equals(id)).toList());
        store.save(after);
        LifecycleStage stage = Objects.requireNonNullElse(input.lifecycleStage(), before.lifecycleStage());
        lifecycle.move(
                viewer,
                ContactKinds.CONTACT,
                id.value(),
                before.lifecycleStage(),
                stage,
                after.otherKindId(),
                null,
                after.times().updatedAt());
        audit.record(viewer, ContactKinds.CONTACT, id.value(), "updated", before.facts(), after.facts());
        return store.viewOfWriter(viewer, id);
    }

    /**
     * A move to another lifecycle stage by hand; backwards it needs the permission and a reason.
     *
     * @param otherKind which kind of OTHER, needed to go there; somebody who is there gets it
     */
    @Override
    @Transactional
    public void move(
            Viewer viewer,
            ContactId id,
            IfMatch ifMatch,
            LifecycleStage to,
            @Nullable OtherKindId otherKind,
            @Nullable String reason) {
        Contact contact = lock(viewer, id, Action.WRITE, false);
        ifMatch.require(contact.version(), () -> store.view(viewer, id));
        boolean aside = to == LifecycleStage.OTHER;
        if (otherKind != null && !aside) {
            throw new Invalid("otherKindId", "only-for-other");
        }
        OtherKindId kind =
                aside && !(otherKind == null && contact.lifecycleStage() == to) ? otherKinds.given(otherKind) : null;
        if (kind != null && contact.lifecycleStage() == to) {
            Contact after = contact.ofKind(kind, now());
            store.save(after);
            audit.record(viewer, ContactKinds.CONTACT, id.value(), "updated", contact.facts(), after.facts());
            return;
        }
        boolean moved = lifecycle.move(
                viewer, ContactKinds.CONTACT, id.value(), contact.lifecycleStage(), to, kind, reason, now());
        if (moved) {
            audit.record(
                    viewer,
                    ContactKinds.CONTACT,
                    id.value(),
                    "updated",
                    stageFacts(contact.lifecycleStage(), contact.otherKindId()),
                    stageFacts(to, kind));
        }
    }

    /** Into the bin, from which {@link #restore} brings it back. */
    @Override
    @Transactional
    public void delete(Viewer viewer, ContactId id, IfMatch ifMatch) {
        Contact contact = lock(viewer, id, Action.DELETE, false);
        ifMatch.require(contact.version(), () -> store.view(viewer, id));
        Contact deleted = contact.delete(now());
        store.save(deleted);
        bin.forEach(part -> part.deleted(viewer, List.of(id), deleted.times().updatedAt()));
        audit.record(viewer, ContactKinds.CONTACT, id.value(), "deleted", contact.facts(), deleted.facts());
    }

    /** @throws ContactDuplicate when its e-mail address or phone number has been given to another meanwhile */
    @Override
    @Transactional
    public ContactView restore(Viewer viewer, ContactId id, IfMatch ifMatch, boolean duplicates) {
        List<ContactStore.Holder> claimed = duplicates
                ? List.of()
                : store.claim(store.deleted(id).map(Contact::identities).orElse(List.of()));
        Contact contact = lock(viewer, id, Action.DELETE, true);
        ifMatch.require(contact.version(), () -> ContactView.of(contact, null, viewer));
        refuseDuplicates(viewer, contact.identities(), claimed);
        Contact restored = contact.restore(now());
        store.save(restored);
        bin.forEach(part -> part.restored(
                viewer, id, restored.lifecycleStage(), restored.times().updatedAt()));
        audit.record(viewer, ContactKinds.CONTACT, id.value(), "restored", contact.facts(), restored.facts());
        return store.view(viewer, id);
    }

    /** A call, a message, a note: onto the contact's timeline. */
    @Override
    @Transactional
    public TimelineItem log(Viewer viewer, ContactId id, TouchInput input) {
        lock(viewer, id, Action.WRITE, false);
        return timeline.log(viewer, ContactKinds.CONTACT, id.value(), input);
    }

    /** Those of the contacts that live and that the viewer may change, held until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<ContactId> holdMine(Viewer viewer, Collection<ContactId> ids) {
        return store.lockAll(ids.stream().map(ContactId::value).toList()).stream()
                .filter(contact -> viewer.may(ContactKinds.CONTACT, Action.WRITE, contact.ownerId(), contact.teamId()))
                .map(Contact::id)
                .toList();
    }

    /**
     * Holds contacts until the transaction ends: nobody else changes, touches or deletes them. Whoever also locks what
     * hangs on contacts holds these first, for so does everybody else. For modules that act for the product.
     *
     * @return those that live
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<ContactId, Held> hold(Collection<ContactId> ids) {
        return store.holdAll(ids);
    }

    /** What somebody who holds a contact knows of it. */
    public record Held(LifecycleStage stage, @Nullable MemberId ownerId, Source source) {}

    /** As {@link #hold}, but without waiting: those at which somebody is at work are left out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<ContactId> holdFree(Collection<ContactId> ids) {
        return store.holdFree(ids);
    }

    /** Gives contacts to new owners, by a rule of the product and not by the viewer's permission. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void assign(Viewer viewer, Map<ContactId, MemberId> newOwners) {
        Map<MemberId, Owners.Owner> known = owners.all(newOwners.values());
        Map<ContactId, Owners.Owner> given = new LinkedHashMap<>();
        newOwners.forEach((id, owner) -> given.put(id, Objects.requireNonNull(known.get(owner))));
        List<Audit.Change> changes = new ArrayList<>();
        store.assign(given, now())
                .forEach((id, before) -> changes.add(new Audit.Change(
                        id.value(),
                        before.map(this::ownerFact).orElse(null),
                        ownerFact(Objects.requireNonNull(newOwners.get(id))))));
        audit.recordAll(viewer, ContactKinds.CONTACT, "assigned", changes);
    }

    private String ownerFact(MemberId owner) {
        return json.writeValueAsString(Map.of("ownerId", owner));
    }

    private static Map<String, Object> stageFacts(LifecycleStage stage, @Nullable OtherKindId kind) {
        return kind == null ? Map.of("lifecycleStage", stage) : Map.of("lifecycleStage", stage, "otherKindId", kind);
    }

    private Contact lock(Viewer viewer, ContactId id, Action action, boolean deleted) {
        Contact contact = store.lock(viewer, id, deleted);
        viewer.require(ContactKinds.CONTACT, action, contact.ownerId(), contact.teamId());
        return contact;
    }

    /** @param holders who has one of them, claimed */
    private static void refuseDuplicates(Viewer viewer, List<String> identities, List<ContactStore.Holder> holders) {
        for (ContactStore.Holder holder : holders) {
            identities.stream()
                    .filter(holder.identities()::contains)
                    .findFirst()
                    .ifPresent(taken -> {
                        boolean visible = viewer.may(ContactKinds.CONTACT, Action.READ, holder.owner(), holder.team());
                        throw new ContactDuplicate(
                                taken.contains("@") ? "email" : "phone", taken, visible ? holder.id() : null);
                    });
        }
    }

    /** The e-mail addresses and phone numbers that a patch names, as they would be kept. */
    private static List<String> identitiesIn(JsonNode patch) {
        Stream<String> emails = Stream.concat(
                        Stream.of(patch.path("email")), patch.path("emails").valueStream())
                .flatMap(text -> Emails.parse(Text.clean(text.asString(""), "email")).stream());
        Stream<String> phones = Stream.concat(
                        Stream.of(patch.path("phone")), patch.path("phones").valueStream())
                .flatMap(text -> Phones.parse(Text.clean(text.asString(""), "phone")).stream());
        return Stream.concat(emails, phones).distinct().toList();
    }

    private static List<String> newIdentities(Contact before, Contact after) {
        List<String> known = before.identities();
        return after.identities().stream()
                .filter(identity -> !known.contains(identity))
                .toList();
    }

    private ContactInput checked(ContactInput input) {
        ContactInput checked = input.withCustom(
                customFields.check(ContactKinds.CONTACT, input.details().custom()));
        return checked.from(sources.named(checked.details().source()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
