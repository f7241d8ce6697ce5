package vn.songhanh.sample;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import vn.songhanh.shared.AsOf;
import vn.songhanh.workspace.calendar.BusinessCalendar;

/** What is to happen when. Carried out in the order of time, up to the present; what would come later stays undone. */
final class Diary {

    private record Entry(Instant at, int number, Runnable work) {}

    private final BusinessCalendar calendar;
    private final Random random;
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));
    private int written;

    Diary(BusinessCalendar calendar, Random random) {
        this.calendar = calendar;
        this.random = random;
    }

    void write(Instant at, Runnable work) {
        entries.add(new Entry(at, written++, work));
    }

    /** Between {@code from} and {@code to} business minutes after {@code after}. */
    Instant soon(Instant after, int from, int to) {
        return calendar.plus(after, from + random.nextInt(to - from)).plusSeconds(random.nextInt(50));
    }

    /** On a working day, {@code from} to {@code to} of them later. */
    Instant later(Instant after, int from, int to) {
        Instant day = calendar.plusBusinessDays(after, from + random.nextInt(to - from + 1));
        return soon(day, 5, 240);
    }

    /**
     * @param each done after every entry, as of its moment: what others hear of it
     */
    void live(Instant present, Runnable before, Runnable each) {
        while (!entries.isEmpty() && entries.peek().at().isBefore(present)) {
            Entry entry = entries.remove();
            AsOf.run(entry.at(), () -> {
                before.run();
                entry.work().run();
                each.run();
            });
        }
    }
}
