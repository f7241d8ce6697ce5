package vn.songhanh.workspace.members;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Text;

/**
 * What a caller says about a member, new or changed; what is missing is found by {@link #checked}.
 *
 * @param active null means yes
 */
public record MemberInput(
        @Nullable String fullName,
        @Nullable String email,
        @Nullable Role role,
        @Nullable TeamId teamId,
        @Nullable Boolean active,
        @Nullable String locale) {

    static final List<String> LOCALES = List.of("vi", "en");

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]+\\.[^\\s@\\p{Cntrl}]+");

    /** The same, clean and complete. */
    record Checked(
            String fullName,
            @Nullable String email,
            Role role,
            TeamId teamId,
            boolean active,
            @Nullable String locale) {

        /** For the audit trail. */
        Map<String, Object> facts() {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("fullName", fullName);
            facts.put("email", email);
            facts.put("role", role.name());
            facts.put("teamId", teamId.toString());
            facts.put("active", active);
            facts.put("locale", locale);
            return facts;
        }
    }

    public static MemberInput of(Member member) {
        return new MemberInput(
                member.fullName(), member.email(), member.role(), member.teamId(), member.active(), member.locale());
    }

    Checked checked() {
        String name = Text.cleanOrNull(fullName, "fullName");
        String address = Text.cleanOrNull(email, "email");
        new Invalid.Check()
                .that(name != null, "fullName", "required")
                .that(name == null || name.length() <= 200, "fullName", "too-long", Map.of("max", 200))
                .that(address == null || isEmail(address), "email", "not-an-email")
                .that(role != null, "role", "required")
                .that(teamId != null, "teamId", "required")
                .that(
                        locale == null || LOCALES.contains(locale),
                        "locale",
                        "unknown-choice",
                        Map.of("allowed", LOCALES))
                .done();
        return new Checked(
                Objects.requireNonNull(name),
                address,
                Objects.requireNonNull(role),
                Objects.requireNonNull(teamId),
                active == null || active,
                locale);
    }

    public static boolean isEmail(String address) {
        return address.length() <= 254 && EMAIL.matcher(address).matches();
    }
}
