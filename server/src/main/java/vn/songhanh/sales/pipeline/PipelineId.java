package vn.songhanh.sales.pipeline;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import vn.songhanh.shared.Id;
import vn.songhanh.shared.Ids;

public record PipelineId(@JsonValue UUID value) implements Id {

    public static PipelineId next() {
        return new PipelineId(Ids.next());
    }

    @JsonCreator
    public static PipelineId of(String text) {
        return new PipelineId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
