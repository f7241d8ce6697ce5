package vn.songhanh.workspace.notices;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import vn.songhanh.shared.MemberId;
import vn.songhanh.workspace.changes.Changes;

/** Tells members that something waits for them. */
@Service
public class Notices {

    private final NoticeStore store;
    private final Changes changes;
    private final Clock clock;

    Notices(NoticeStore store, Changes changes, Clock clock) {
        this.store = store;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Joins the caller's transaction: nobody is told of what did not happen.
     *
     * @param kind names the message {@code notice.<kind>}
     * @param args fill its {@code {places}}; in the place of an id stands what the record is called, if the reader may
     *     see it when he reads
     * @param path of the page to open: {@code /handoffs/0190…}
     */
    public void tell(MemberId member, String kind, Map<String, String> args, String path) {
        tell(List.of(member), kind, args, path);
    }

    /** What {@link #tell(Collection, String, Map, String)} takes. */
    public record Message(Collection<MemberId> members, String kind, Map<String, String> args, String path) {}

    /** Tells many things at once. */
    public void tellAll(Collection<Message> messages) {
        if (!messages.isEmpty()) {
            store.insertAll(messages, clock.instant());
            messages.forEach(message -> changes.ofTheirOwn("notices", message.members()));
        }
    }

    /** Tells several the same. */
    public void tell(Collection<MemberId> members, String kind, Map<String, String> args, String path) {
        if (!members.isEmpty()) {
            store.insert(members, kind, args, path, clock.instant());
            changes.ofTheirOwn("notices", members);
        }
    }
}
