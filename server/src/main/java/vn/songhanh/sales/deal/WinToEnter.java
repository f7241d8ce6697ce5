package vn.songhanh.sales.deal;

import java.util.Map;
import vn.songhanh.sales.pipeline.Stage;
import vn.songhanh.shared.Conflict;

/** A deal enters the care after the sale by being won, and not otherwise. */
public final class WinToEnter extends Conflict {

    public WinToEnter(Stage stage) {
        super("win-to-enter", Map.of("stage", stage.name()));
    }
}
