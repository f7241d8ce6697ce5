package vn.songhanh.alignment.handoff;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import vn.songhanh.shared.Id;
import vn.songhanh.shared.Ids;

public record HandoffId(@JsonValue UUID value) implements Id {

    public static HandoffId next() {
        return new HandoffId(Ids.next());
    }

    @JsonCreator
    public static HandoffId of(String text) {
        return new HandoffId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
