package vn.songhanh.workspace.members;

import java.time.LocalDate;
import java.util.UUID;
import vn.songhanh.shared.Invalid;

/** Days away, from the first to the last, both included. */
public record Absence(UUID id, LocalDate from, LocalDate until) {

    public Absence {
        if (until.isBefore(from)) {
            throw new Invalid("until", "before-its-begin");
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
