package vn.songhanh.sales.competitor;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import vn.songhanh.shared.Id;
import vn.songhanh.shared.Ids;

public record CompetitorId(@JsonValue UUID value) implements Id {

    @JsonCreator
    public static CompetitorId of(String text) {
        return new CompetitorId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
