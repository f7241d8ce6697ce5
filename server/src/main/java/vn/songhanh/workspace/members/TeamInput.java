package vn.songhanh.workspace.members;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Text;

/** What a caller says about a team, new or changed. */
public record TeamInput(@Nullable String name, @Nullable MemberId leaderId) {

    static final int LONGEST_NAME = 100;

    public static TeamInput of(Team team) {
        return new TeamInput(team.name(), team.leaderId());
    }

    record Checked(String name, @Nullable MemberId leaderId) {

        /** For the audit trail. */
        Map<String, Object> facts() {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("name", name);
            facts.put("leaderId", leaderId == null ? null : leaderId.toString());
            return facts;
        }
    }

    Checked checked() {
        String clean = Text.cleanOrNull(name, "name");
        if (clean == null) {
            throw new Invalid("name", "required");
        }
        if (clean.length() > LONGEST_NAME) {
            throw new Invalid("name", "too-long", Map.of("max", LONGEST_NAME));
        }
        return new Checked(clean, leaderId);
    }
}
