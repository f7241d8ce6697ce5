package vn.songhanh.sales.loss;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import vn.songhanh.shared.Id;
import vn.songhanh.shared.Ids;

public record LossReasonId(@JsonValue UUID value) implements Id {

    public static LossReasonId next() {
        return new LossReasonId(Ids.next());
    }

    @JsonCreator
    public static LossReasonId of(String text) {
        return new LossReasonId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
