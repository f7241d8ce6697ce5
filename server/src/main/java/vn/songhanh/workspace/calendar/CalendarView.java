package vn.songhanh.workspace.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * The calendar of one year.
 *
 * @param today in the calendar's zone; what lies before it cannot be changed any more
 * @param zone as it is valid now
 * @param hours all that ever were or will be valid, the latest first
 * @param days holidays and swapped-in working days of that year
 */
record CalendarView(int year, LocalDate today, ZoneId zone, List<DatedHours> hours, List<CalendarDay> days) {}
