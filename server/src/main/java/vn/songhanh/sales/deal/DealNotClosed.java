package vn.songhanh.sales.deal;

import java.util.Map;
import vn.songhanh.shared.Conflict;

/** Only what was won or lost can be reopened, or sent back to marketing. */
public final class DealNotClosed extends Conflict {

    public DealNotClosed(DealId id) {
        super("deal-not-closed", Map.of("id", id.toString()));
    }
}
