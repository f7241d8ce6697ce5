package vn.songhanh.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Somebody who hears what changes, as a page does. */
public final class Listening implements AutoCloseable {

    private static final String END = "";

    private final InputStream answer;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    Listening(InputStream answer) {
        this.answer = answer;
        Thread.ofVirtual().start(this::read);
        // What changes from here on is heard.
        next();
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isEmpty()) {
                    lines.add(line);
                }
            }
        } catch (IOException cutOff) {
            // Over, one way or the other.
        }
        lines.add(END);
    }

    /** The next line that says something, waited for as long as anybody may have to wait for it; empty when it is over. */
    public String next() {
        try {
            String line = lines.poll(10, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("nothing was heard");
            }
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** All kinds that are told until this one is. */
    public Set<String> until(String kind) {
        Set<String> heard = new TreeSet<>();
        while (!heard.contains(kind)) {
            heard.addAll(kinds(next()));
        }
        return heard;
    }

    /** Every message that has come by now. */
    public List<String> soFar() {
        List<String> all = new ArrayList<>();
        lines.drainTo(all);
        return all;
    }

    /** Whether it ends by itself, whatever is still said before. */
    public boolean ends() {
        while (true) {
            if (next().equals(END)) {
                return true;
            }
        }
    }

    private static List<String> kinds(String line) {
        if (line.equals(END)) {
            throw new AssertionError("it is over");
        }
        return line.startsWith("data: {\"kinds\":[\"")
                ? List.of(line.substring(17, line.length() - 3).split("\",\""))
                : List.of();
    }

    @Override
    public void close() {
        try {
            answer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
