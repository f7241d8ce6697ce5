package vn.songhanh.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

public record TeamId(@JsonValue UUID value) implements Id {

    public static TeamId next() {
        return new TeamId(Ids.next());
    }

    @JsonCreator
    public static TeamId of(String text) {
        return new TeamId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
