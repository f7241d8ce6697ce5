package vn.songhanh.sales.loss;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.songhanh.shared.Placed;

/**
 * Why a deal is lost: the workspace's own data.
 *
 * @param code by which deals name it; it never changes
 * @param recyclesTo where its contacts should go then, unless another deal still holds them
 * @param position from 1, the order in which screens offer them
 * @param archived given to no deal any more; those that have it keep it
 */
public record LossReason(
        LossReasonId id, long version, String code, String name, RecyclesTo recyclesTo, int position, boolean archived)
        implements Placed {

    public enum RecyclesTo {
        /** Not now, not from us, not this year: marketing may try again. */
        LEAD,
        /** Never was one for us. */
        OTHER
    }

    /** As the audit trail tells it. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", name);
        facts.put("recyclesTo", recyclesTo);
        facts.put("position", position);
        facts.put("archived", archived);
        return facts;
    }
}
