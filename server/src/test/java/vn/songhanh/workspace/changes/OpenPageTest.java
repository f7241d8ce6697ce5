package vn.songhanh.workspace.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.MemberId;

class OpenPageTest {

    /** Takes what is written only as often as it is let. */
    private static final class Slow implements OpenPage.Line {

        final List<String> taken = new ArrayList<>();
        final Semaphore lets = new Semaphore(0);
        boolean broken;
        int closed;

        @Override
        public void write(byte[] bytes) throws IOException {
            lets.acquireUninterruptibly();
            synchronized (this) {
                if (broken) {
                    throw new IOException("nobody takes it");
                }
                taken.add(new String(bytes, StandardCharsets.UTF_8));
            }
        }

        @Override
        public synchronized void close() {
            closed++;
        }

        synchronized List<String> taken() {
            return List.copyOf(taken);
        }

        synchronized int closed() {
            return closed;
        }
    }

    private final Slow line = new Slow();
    private final OpenPage page = new OpenPage(new MemberId(Ids.next()), Set.of("contacts", "deals"));

    @BeforeEach
    void connect() {
        page.connect(line);
        line.lets.release();
        await().until(() -> line.taken().equals(List.of(":\n\n")));
    }

    @Test
    void whoever_does_not_read_keeps_nobody_waiting_and_gets_all_of_it_in_one_message() {
        page.tell(Set.of("contacts"));
        await().until(() -> line.lets.hasQueuedThreads());
        for (int i = 0; i < 1_000; i++) {
            page.tell(Set.of("contacts", "deals", "slas"));
        }
        line.lets.release(2);

        await().until(() -> line.taken().size() == 3);
        assertThat(line.taken())
                .containsExactly(
                        ":\n\n",
                        "data: {\"kinds\":[\"contacts\"]}\n\n",
                        "data: {\"kinds\":[\"contacts\",\"deals\"]}\n\n");
    }

    @Test
    void whoever_takes_nothing_any_more_is_closed_once() {
        synchronized (line) {
            line.broken = true;
        }
        page.tell(Set.of("contacts"));
        line.lets.release();
        await().until(() -> line.closed() == 1);
        page.tell(Set.of("deals"));
        page.end();

        assertThat(line.lets.availablePermits()).isZero();
        assertThat(line.closed()).isEqualTo(1);
    }

    @Test
    void nothing_is_told_while_it_is_in_doubt_whether_it_may_be() {
        page.doubt();
        page.tell(Set.of("contacts", "deals"));
        page.mayKnow(Set.of("deals"));
        line.lets.release();

        await().until(() -> line.taken().size() == 2);
        assertThat(line.taken().getLast()).isEqualTo("data: {\"kinds\":[\"deals\"]}\n\n");
    }
}
