package vn.songhanh.workspace.changes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.songhanh.shared.MemberId;

/**
 * One page that listens. Whoever tells it something never waits: what it has not been sent yet is a set of kinds, which
 * grows no longer than there are kinds, and one thread at a time, there only while something is to be sent, writes it.
 * How long that may take is the web server's business, as with every answer: a reader who does not take it is cut off.
 */
final class OpenPage {

    /** The way to the page. */
    interface Line {
        void write(byte[] bytes) throws IOException;

        void close();
    }

    private static final Logger log = LoggerFactory.getLogger(OpenPage.class);

    /** A comment, as the format has them: nobody hears it, and whatever stands between us sees that the line is used. */
    private static final byte[] BEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final MemberId member;
    private final Set<String> waiting = new TreeSet<>();
    private Set<String> knows;
    private @Nullable Line line;
    private boolean beat;
    private boolean doubtful;
    private boolean writing;
    private boolean ended;
    private boolean closed;

    /** @param knows the kinds that its viewer may know of */
    OpenPage(MemberId member, Set<String> knows) {
        this.member = member;
        this.knows = knows;
    }

    /** What changes from its making on is sent once there is a line, and at first that there is one. */
    synchronized void connect(Line its) {
        line = its;
        beat();
    }

    MemberId member() {
        return member;
    }

    /** Sends that these have changed, as far as its viewer may know. */
    synchronized void tell(Set<String> kinds) {
        for (String kind : kinds) {
            if (knows.contains(kind)) {
                waiting.add(kind);
            }
        }
        write();
    }

    /** Says that we are still there; by that, too, it comes out that the other side is not. */
    synchronized void beat() {
        beat = true;
        write();
    }

    /** What its viewer may know has perhaps become less: nothing more is told before that is known. */
    synchronized void doubt() {
        doubtful = true;
    }

    synchronized boolean isDoubtful() {
        return doubtful;
    }

    synchronized void mayKnow(Set<String> kinds) {
        knows = kinds;
        doubtful = false;
        waiting.retainAll(kinds);
        write();
    }

    /** For good; what waits is not sent any more. */
    synchronized void end() {
        ended = true;
        write();
    }

    private void write() {
        Line to = line;
        if (to != null && !writing && (ended || beat || (!doubtful && !waiting.isEmpty()))) {
            writing = true;
            Thread.ofVirtual().name("open page").start(() -> writeAll(to));
        }
    }

    private void writeAll(Line to) {
        try {
            for (byte[] next = next(); next.length > 0; next = next()) {
                to.write(next);
            }
        } catch (IOException gone) {
            log.debug("A page was closed", gone);
            end();
        }
        if (isToBeClosed()) {
            to.close();
        }
    }

    /** Empty when there is nothing more, and then nobody writes any more. */
    private synchronized byte[] next() {
        if (!ended && !doubtful && !waiting.isEmpty()) {
            byte[] message = message(waiting);
            waiting.clear();
            beat = false;
            return message;
        }
        if (!ended && beat) {
            beat = false;
            return BEAT;
        }
        writing = false;
        return new byte[0];
    }

    /** Said to one. */
    private synchronized boolean isToBeClosed() {
        boolean first = ended && !closed;
        closed = ended;
        // Nobody writes to what is closed.
        writing |= closed;
        return first;
    }

    private static byte[] message(Set<String> kinds) {
        return kinds.stream()
                .collect(Collectors.joining("\",\"", "data: {\"kinds\":[\"", "\"]}\n\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
