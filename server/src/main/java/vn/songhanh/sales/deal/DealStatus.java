package vn.songhanh.sales.deal;

import java.util.EnumSet;
import java.util.Set;

public enum DealStatus {
    OPEN,
    WON,
    LOST;

    /** A closed deal is opened again before it can end otherwise. */
    Set<DealStatus> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(WON, LOST);
            case WON, LOST -> EnumSet.of(OPEN);
        };
    }
}
