package vn.songhanh.contacts.contact;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * What people have done with contacts in a higher module. A contact that somebody has worked with stays when the import
 * that made it is undone; what the product itself did with it is no use. The module declares a bean of this type.
 */
public interface ContactUse {

    /**
     * Those of the contacts that have come into use since then, each with the code of a message {@code import.<code>}
     * that says how.
     */
    Map<UUID, String> used(Collection<UUID> contacts, Instant since);
}
