package vn.songhanh.contacts.lifecycle;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.songhanh.shared.Placed;

/**
 * What somebody is who stands beside the ladder, in {@link LifecycleStage#OTHER}: a partner, a supplier, our own staff.
 *
 * @param position from 1, the order in which screens offer them
 * @param archived given to nobody any more; whoever has it keeps it
 */
public record OtherKind(OtherKindId id, long version, String name, int position, boolean archived) implements Placed {

    /** As the audit trail tells it. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", name);
        facts.put("position", position);
        facts.put("archived", archived);
        return facts;
    }
}
