package vn.songhanh.sales.pipeline;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import vn.songhanh.shared.Id;
import vn.songhanh.shared.Ids;

public record StageId(@JsonValue UUID value) implements Id {

    public static StageId next() {
        return new StageId(Ids.next());
    }

    @JsonCreator
    public static StageId of(String text) {
        return new StageId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
