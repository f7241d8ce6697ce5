package vn.songhanh.contacts.contact;

import java.time.Instant;
import java.util.Collection;
import vn.songhanh.contacts.lifecycle.LifecycleStage;
import vn.songhanh.shared.Viewer;

/**
 * What a higher module must do when contacts go into the bin or come back, in the same transaction: nobody is to work
 * at, or to be measured by, what he cannot open.
 */
public interface ContactBin {

    /** The contacts are held. */
    void deleted(Viewer viewer, Collection<ContactId> ids, Instant at);

    /**
     * The contact is held.
     *
     * @param stage where it stands, as before it was deleted
     */
    void restored(Viewer viewer, ContactId id, LifecycleStage stage, Instant at);
}
