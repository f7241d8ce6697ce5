package vn.songhanh.workspace.members;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Text;

/** What a caller says about a team, new or changed. */
public record TeamInput(@Nullable String name, @Nullable MemberId leaderId) {

    public static TeamInput of(Team team) {
        return new TeamInput(team.name(), team.leaderId());
    }

    record Checked(String name, @Nullable MemberId leaderId) {}

    Checked checked() {
        String clean = Text.cleanOrNull(name, "name");
        if (clean == null) {
            throw new Invalid("name", "required");
        }
        if (clean.length() > 100) {
            throw new Invalid("name", "too-long", Map.of("max", 100));
        }
        return new Checked(clean, leaderId);
    }
}
