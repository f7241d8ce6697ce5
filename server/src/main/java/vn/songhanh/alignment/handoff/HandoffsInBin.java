package vn.songhanh.alignment.handoff;

import java.time.Instant;
import java.util.Collection;
import org.springframework.stereotype.Component;
import vn.songhanh.contacts.contact.ContactBin;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.contacts.lifecycle.LifecycleStage;
import vn.songhanh.shared.Viewer;

/** Hand-offs go with their contacts. */
@Component
class HandoffsInBin implements ContactBin {

    private final Handoffs handoffs;

    HandoffsInBin(Handoffs handoffs) {
        this.handoffs = handoffs;
    }

    @Override
    public void deleted(Viewer viewer, Collection<ContactId> ids, Instant at) {
        handoffs.contactsDeleted(viewer, ids, at);
    }

    @Override
    public void restored(Viewer viewer, ContactId id, LifecycleStage stage, Instant at) {
        handoffs.contactRestored(viewer, id, stage, at);
    }
}
