package vn.songhanh.kill;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Sends one customer after another their way until it is told to stop. */
final class Writer implements Runnable {

    private final Api api;
    private final Ledger ledger;
    private final Stages stages;
    private final List<Attempt> open = new ArrayList<>();
    private volatile boolean stopped;

    Writer(Api api, Ledger ledger, Stages stages) {
        this.api = api;
        this.ledger = ledger;
        this.stages = stages;
    }

    @Override
    public void run() {
        while (!stopped) {
            Attempt attempt = new Attempt(UUID.randomUUID().toString().substring(0, 13));
            try {
                attempt.run(api, ledger, stages);
            } catch (IOException unanswered) {
                open.add(attempt);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    void stop() {
        stopped = true;
    }

    /** After the thread has ended: the attempts whose last request got no answer. */
    List<Attempt> open() {
        return open;
    }
}
