package vn.songhanh.contacts.timeline;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import vn.songhanh.shared.Viewer;

/**
 * Keeps what timelines tell of another module's records to those who may see these records. The module declares a bean
 * of this type; it is asked once for a page.
 */
public interface TimelineGuard {

    /** Of the given records those that are its own and that the viewer may not read. */
    Set<UUID> hidden(Viewer viewer, Collection<UUID> refs);
}
