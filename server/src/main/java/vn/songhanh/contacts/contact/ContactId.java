package vn.songhanh.contacts.contact;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import vn.songhanh.shared.Id;
import vn.songhanh.shared.Ids;

public record ContactId(@JsonValue UUID value) implements Id {

    public static ContactId next() {
        return new ContactId(Ids.next());
    }

    @JsonCreator
    public static ContactId of(String text) {
        return new ContactId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
