package vn.songhanh.contacts.company;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import vn.songhanh.shared.Id;
import vn.songhanh.shared.Ids;

public record CompanyId(@JsonValue UUID value) implements Id {

    public static CompanyId next() {
        return new CompanyId(Ids.next());
    }

    @JsonCreator
    public static CompanyId of(String text) {
        return new CompanyId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
