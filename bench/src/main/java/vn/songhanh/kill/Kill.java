package vn.songhanh.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * {@code bin/kill N}: N times, eight writers work through the API until the application, PostgreSQL or both are killed
 * at a random moment. What was answered with success is noted outside; after each return all of it must be there,
 * whole, once. {@code --synchronous-commit=off} shows that the drill can fail.
 */
public final class Kill {

    private static final int WRITERS = 8;

    private Kill() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = 3;
        boolean durable = true;
        boolean bothOnly = false;
        long seed = System.nanoTime();
        for (String argument : arguments) {
            switch (argument) {
                case "--synchronous-commit=off" -> durable = false;
                case "--both" -> bothOnly = true;
                default -> {
                    if (argument.startsWith("--seed=")) {
                        seed = Long.parseLong(argument.substring("--seed=".length()));
                    } else {
                        rounds = Integer.parseInt(argument);
                    }
                }
            }
        }
        Path folder = Files.createTempDirectory("songhanh-kill");
        int faults = drill(folder, rounds, durable, bothOnly, new Random(seed));
        System.out.println(faults == 0 ? "Nothing was lost." : faults + " FAULTS; the data are in " + folder);
        if (faults == 0) {
            delete(folder);
        }
        System.exit(faults == 0 ? 0 : 1);
    }

    private static int drill(Path folder, int rounds, boolean durable, boolean bothOnly, Random random)
            throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        if (!durable) {
            Files.writeString(data.resolve("postgresql.conf"), "synchronous_commit = off\n");
        }
        Set<String> faults = new LinkedHashSet<>();
        try (Victim victim = new Victim(Path.of("").toAbsolutePath(), data);
                Ledger ledger = new Ledger(folder.resolve("acknowledged.log"))) {
            victim.start();
            Api api = new Api(victim.address(), Victim.OWNER_KEY);
            try (Evidence evidence = new Evidence(data)) {
                System.out.println(evidence.settings());
            }
            for (Target target : targets(rounds, bothOnly, random)) {
                round(victim, api, ledger, target, random, faults);
            }
            System.out.printf(
                    "%d rounds, %d writers, %d requests answered with success, %d faults%n",
                    rounds, WRITERS, ledger.entries().size(), faults.size());
        }
        return faults.size();
    }

    private static void round(Victim victim, Api api, Ledger ledger, Target target, Random random, Set<String> known)
            throws Exception {
        Stages stages = Stages.of(api);
        List<Writer> writers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        int before = ledger.entries().size();
        for (int i = 0; i < WRITERS; i++) {
            Writer writer = new Writer(api, ledger, stages);
            writers.add(writer);
            threads.add(Thread.ofPlatform().name("writer-" + i).start(writer));
        }
        ledger.awaitMore(before + WRITERS, Duration.ofSeconds(60));
        int moment = random.nextInt(300, 4_000);
        TimeUnit.MILLISECONDS.sleep(moment);
        Instant killed = Instant.now();
        victim.kill(target);
        writers.forEach(Writer::stop);
        for (Thread thread : threads) {
            thread.join();
        }
        victim.awaitReturn(target);
        Duration away = Duration.between(killed, Instant.now());
        List<Attempt> open =
                writers.stream().flatMap(writer -> writer.open().stream()).toList();
        List<String> faults = new ArrayList<>();
        for (Attempt attempt : open) {
            try {
                attempt.settle(api, ledger, stages);
            } catch (IOException refused) {
                faults.add("sent again and refused: " + refused.getMessage());
            }
        }
        try (Evidence evidence = new Evidence(victim.data())) {
            faults.addAll(evidence.faults(ledger.entries()));
            faults.addAll(evidence.halves(open));
        }
        faults.addAll(
                api.faults(ledger.entries().subList(before, ledger.entries().size())));
        faults.removeIf(fault -> !known.add(fault));
        System.out.printf(
                "%-11s killed after %4d ms: %4d answered, %2d open, back after %.1f s, %d faults%n",
                target, moment, ledger.entries().size() - before, open.size(), away.toMillis() / 1000.0, faults.size());
        faults.stream().limit(10).forEach(fault -> System.out.println("  " + fault));
    }

    /** Each kind of death comes in every three rounds, in an order that nobody knows beforehand. */
    private static List<Target> targets(int rounds, boolean bothOnly, Random random) {
        List<Target> targets = new ArrayList<>();
        while (targets.size() < rounds) {
            List<Target> three = new ArrayList<>(bothOnly ? List.of(Target.BOTH) : List.of(Target.values()));
            Collections.shuffle(three, random);
            targets.addAll(three);
        }
        return targets.subList(0, rounds);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
