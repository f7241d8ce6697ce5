package vn.songhanh.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

public record MemberId(@JsonValue UUID value) implements Id {

    public static MemberId next() {
        return new MemberId(Ids.next());
    }

    @JsonCreator
    public static MemberId of(String text) {
        return new MemberId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
