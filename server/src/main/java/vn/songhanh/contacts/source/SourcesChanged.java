package vn.songhanh.contacts.source;

import java.util.UUID;
import vn.songhanh.shared.DomainEvent;
import vn.songhanh.shared.EventName;

/** Sources are called otherwise from now on: whoever keeps their names looks again at {@link Sources#words}. */
@EventName("contacts.sources-changed")
public record SourcesChanged(UUID list, long version) implements DomainEvent {

    @Override
    public UUID aggregate() {
        return list;
    }
}
