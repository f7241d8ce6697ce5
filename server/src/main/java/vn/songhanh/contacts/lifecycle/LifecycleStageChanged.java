package vn.songhanh.contacts.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.company.CompanyId;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.shared.DomainEvent;
import vn.songhanh.shared.EventName;
import vn.songhanh.shared.RecordKind;

/**
 * Contacts or companies came to another lifecycle stage, all by one operation.
 *
 * @param operation the deal, hand-off or import that did it, or the one record that changed
 * @param history whether the past was written down, as by an import: it starts no clock and notifies nobody
 */
@EventName("contacts.lifecycle-stage-changed")
public record LifecycleStageChanged(UUID operation, Cause cause, Instant at, boolean history, List<Change> changes)
        implements DomainEvent {

    /**
     * @param kind {@link RecordKind#CONTACT} or {@link RecordKind#COMPANY}
     * @param from null for a new record
     */
    public record Change(RecordKind kind, UUID id, @Nullable LifecycleStage from, LifecycleStage to) {}

    @Override
    public UUID aggregate() {
        return operation;
    }

    /** The contacts that came to {@code stage} by this. */
    public List<ContactId> contactsNow(LifecycleStage stage) {
        return changed(ContactKinds.CONTACT, stage).map(ContactId::new).toList();
    }

    /** The companies that came to {@code stage} by this. */
    public List<CompanyId> companiesNow(LifecycleStage stage) {
        return changed(ContactKinds.COMPANY, stage).map(CompanyId::new).toList();
    }

    /** The companies that came to whatever stage by this. */
    public List<CompanyId> companies() {
        return changes.stream()
                .filter(change -> change.kind().equals(ContactKinds.COMPANY))
                .map(change -> new CompanyId(change.id()))
                .toList();
    }

    private Stream<UUID> changed(RecordKind kind, LifecycleStage stage) {
        return changes.stream()
                .filter(change -> change.kind().equals(kind) && change.to() == stage)
                .map(Change::id);
    }
}
