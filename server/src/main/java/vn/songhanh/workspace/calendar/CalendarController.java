package vn.songhanh.workspace.calendar;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.shared.MergePatch;
import vn.songhanh.shared.PreconditionRequired;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.access.Idempotency;

@RestController
@RequestMapping("/api/calendar")
class CalendarController {

    record CalendarDayList(List<CalendarDay> items) {}

    private final Calendars calendars;
    private final Idempotency idempotency;
    private final JsonMapper json;

    CalendarController(Calendars calendars, Idempotency idempotency, JsonMapper json) {
        this.calendars = calendars;
        this.idempotency = idempotency;
        this.json = json;
    }

    /** @param year the present one when none is named */
    @GetMapping
    CalendarView read(Viewer viewer, @RequestParam @Nullable Integer year) {
        return calendars.year(viewer, year);
    }

    @PostMapping("/hours")
    ResponseEntity<DatedHours> addHours(
            Viewer viewer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody HoursInput input) {
        idempotency.once(
                viewer,
                key,
                input,
                () -> DatedHours.idOf(calendars.addHours(viewer, input).validFrom()));
        DatedHours hours = calendars.requireHours(Objects.requireNonNull(input.validFrom()));
        return ResponseEntity.created(URI.create("/api/calendar/hours/" + hours.validFrom()))
                .eTag("\"" + hours.version() + "\"")
                .body(hours);
    }

    @PatchMapping("/hours/{validFrom}")
    ResponseEntity<DatedHours> changeHours(
            Viewer viewer,
            @PathVariable LocalDate validFrom,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        long version = PreconditionRequired.version(ifMatch);
        HoursInput input =
                MergePatch.apply(json, HoursInput.of(calendars.requireHours(validFrom)), patch, HoursInput.class);
        DatedHours hours = calendars.changeHours(viewer, validFrom, version, input);
        return ResponseEntity.ok().eTag("\"" + hours.version() + "\"").body(hours);
    }

    @DeleteMapping("/hours/{validFrom}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeHours(Viewer viewer, @PathVariable LocalDate validFrom) {
        calendars.removeHours(viewer, validFrom);
    }

    /** One day, or several in a row with the same name. */
    @PostMapping("/days")
    @ResponseStatus(HttpStatus.CREATED)
    CalendarDayList addDays(
            Viewer viewer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody CalendarDayInput input) {
        idempotency.once(viewer, key, input, () -> {
            calendars.addDays(viewer, input);
            return CalendarDay.idOf(Objects.requireNonNull(input.date()));
        });
        LocalDate first = Objects.requireNonNull(input.date());
        return new CalendarDayList(calendars.days(first, input.last(first)));
    }

    @PatchMapping("/days/{date}")
    ResponseEntity<CalendarDay> changeDay(
            Viewer viewer,
            @PathVariable LocalDate date,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        long version = PreconditionRequired.version(ifMatch);
        CalendarDayInput input =
                MergePatch.apply(json, CalendarDayInput.of(calendars.requireDay(date)), patch, CalendarDayInput.class);
        CalendarDay day = calendars.changeDay(viewer, date, version, input);
        return ResponseEntity.ok().eTag("\"" + day.version() + "\"").body(day);
    }

    @DeleteMapping("/days/{date}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeDay(Viewer viewer, @PathVariable LocalDate date) {
        calendars.removeDay(viewer, date);
    }
}
