package vn.songhanh.workspace.imports;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import vn.songhanh.shared.Id;
import vn.songhanh.shared.Ids;

public record ImportId(@JsonValue UUID value) implements Id {

    public static ImportId next() {
        return new ImportId(Ids.next());
    }

    @JsonCreator
    public static ImportId of(String text) {
        return new ImportId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
