package vn.songhanh.sales.deal;

import java.util.Map;
import vn.songhanh.shared.Conflict;

/** Somebody closed it before; a second click on "won" ends here too. */
public final class DealAlreadyClosed extends Conflict {

    public DealAlreadyClosed(DealId id, DealStatus status) {
        super("deal-already-closed", Map.of("id", id.toString(), "dealStatus", status.name()));
    }
}
