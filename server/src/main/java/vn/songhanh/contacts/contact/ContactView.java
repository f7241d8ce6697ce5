package vn.songhanh.contacts.contact;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.lifecycle.Audience;
import vn.songhanh.contacts.lifecycle.Can;
import vn.songhanh.contacts.lifecycle.LifecycleStage;
import vn.songhanh.contacts.lifecycle.StagedRecords;
import vn.songhanh.shared.Viewer;

/** A contact as a viewer sees it. */
public record ContactView(
        @JsonUnwrapped Contact contact,
        @Nullable String companyName,
        @Nullable Audience audience,
        Can can) implements StagedRecords.Staged<ContactId> {

    static ContactView of(Contact contact, @Nullable String companyName, Viewer viewer) {
        return new ContactView(
                contact,
                companyName,
                contact.lifecycleStage().audience(),
                Can.with(
                        viewer,
                        ContactKinds.CONTACT,
                        contact.ownerId(),
                        contact.teamId(),
                        contact.times().deletedAt() != null));
    }

    @Override
    public ContactId id() {
        return contact.id();
    }

    @Override
    public long version() {
        return contact.version();
    }

    @Override
    public LifecycleStage lifecycleStage() {
        return contact.lifecycleStage();
    }
}
