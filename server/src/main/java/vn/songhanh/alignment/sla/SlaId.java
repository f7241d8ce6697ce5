package vn.songhanh.alignment.sla;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import vn.songhanh.shared.Id;
import vn.songhanh.shared.Ids;

public record SlaId(@JsonValue UUID value) implements Id {

    @JsonCreator
    public static SlaId of(String text) {
        return new SlaId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
