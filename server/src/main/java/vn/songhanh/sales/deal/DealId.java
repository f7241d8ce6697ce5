package vn.songhanh.sales.deal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import vn.songhanh.shared.Id;
import vn.songhanh.shared.Ids;

public record DealId(@JsonValue UUID value) implements Id {

    public static DealId next() {
        return new DealId(Ids.next());
    }

    @JsonCreator
    public static DealId of(String text) {
        return new DealId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
