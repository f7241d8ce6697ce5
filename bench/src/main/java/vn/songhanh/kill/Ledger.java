package vn.songhanh.kill;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the product said it had done, in a file of our own. */
final class Ledger implements AutoCloseable {

    /** What was acknowledged. */
    enum Step {
        CONTACT_CREATED,
        CONTACT_PATCHED,
        DEAL_OPENED,
        DEAL_WON
    }

    /**
     * @param id the record
     * @param token what the record must hold: an e-mail address, a job title, a name
     * @param contact the contact that the deal is with, or the record itself
     */
    record Entry(Step step, String id, String token, String contact) {

        private static Entry of(String line) {
            String[] parts = line.split("\t", -1);
            return new Entry(Step.valueOf(parts[0]), parts[1], parts[2], parts[3]);
        }
    }

    private final Path file;
    private final BufferedWriter writer;
    private int written;

    Ledger(Path file) throws IOException {
        this.file = file;
        this.writer = Files.newBufferedWriter(file);
    }

    synchronized void note(Step step, String id, String token, String contact) {
        try {
            writer.write(String.join("\t", step.name(), id, token, contact) + "\n");
            writer.flush();
            written++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Entry> entries() throws IOException {
        return Files.readAllLines(file).stream().map(Entry::of).toList();
    }

    void awaitMore(int count, Duration limit) throws InterruptedException {
        Instant end = Instant.now().plus(limit);
        while (written() < count) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("the writers get no answers");
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private synchronized int written() {
        return written;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
