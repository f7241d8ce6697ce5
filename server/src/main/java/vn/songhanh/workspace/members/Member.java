package vn.songhanh.workspace.members;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.TeamId;

/**
 * A person of the company. Every member is in exactly one team; one without an e-mail address can own records but not
 * sign in.
 *
 * @param locale the language chosen; null: what the browser asks for
 * @param signsIn whether a password was set: until then an invitation is needed
 * @param absences present and coming ones, by their first day
 */
public record Member(
        MemberId id,
        long version,
        String fullName,
        @Nullable String email,
        Role role,
        TeamId teamId,
        boolean active,
        @Nullable String locale,
        boolean signsIn,
        List<Absence> absences,
        Instant createdAt) {

    public boolean awayOn(LocalDate day) {
        return absences.stream().anyMatch(absence -> absence.covers(day));
    }

    /** Whether work can be handed to this member on that day. */
    public boolean availableOn(LocalDate day) {
        return active && !awayOn(day);
    }
}
