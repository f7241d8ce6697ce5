package vn.songhanh.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** One of a list that the company arranges by hand. */
public interface Placed {

    Id id();

    /** From 1. */
    int position();

    /**
     * Puts one at its place, and lets the others make room.
     *
     * @param all locked; the one may be among them as it was
     * @param move told of each that stands elsewhere then, and where
     */
    static <T extends Placed> void arrange(List<T> all, T placed, ObjIntConsumer<T> move) {
        List<T> order = new ArrayList<>(all);
        order.removeIf(one -> one.id().equals(placed.id()));
        order.add(placed.position() - 1, placed);
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i).position() != i + 1) {
                move.accept(order.get(i), i + 1);
            }
        }
    }
}
