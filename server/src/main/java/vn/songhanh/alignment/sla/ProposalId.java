package vn.songhanh.alignment.sla;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import vn.songhanh.shared.Id;
import vn.songhanh.shared.Ids;

public record ProposalId(@JsonValue UUID value) implements Id {

    static ProposalId next() {
        return new ProposalId(Ids.next());
    }

    @JsonCreator
    public static ProposalId of(String text) {
        return new ProposalId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
