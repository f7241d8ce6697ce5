package vn.songhanh.contacts.lifecycle;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import vn.songhanh.shared.Id;
import vn.songhanh.shared.Ids;

public record OtherKindId(@JsonValue UUID value) implements Id {

    public static OtherKindId next() {
        return new OtherKindId(Ids.next());
    }

    @JsonCreator
    public static OtherKindId of(String text) {
        return new OtherKindId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
