package vn.songhanh.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import vn.songhanh.bench.Visitor.Answer;

/**
 * {@code bin/crowd}: {@value #PEOPLE} people who are signed in work for a minute, while strangers hold {@value #BEGUN}
 * requests that have begun and {@value #BODIES} bodies that do not end, and try {@value #SIGN_INS} sign-ins a second from as many
 * addresses. Then {@code --requests} more follow each other, and the memory of all processes is counted.
 *
 * <p>Fails for an answer of the product's own fault other than a 503 that says when to come again, for no answer, for a
 * p99 of the people above {@value #MOST_MILLIS} ms, and for more than {@value #MOST_MEGABYTES} MB at the end.
 */
final class Siege {

    static final int PEOPLE = 200;
    static final int BEGUN = 4_000;
    static final int BODIES = 100;
    static final int SIGN_INS = 50;
    static final int MOST_MILLIS = 2_000;
    static final int MOST_MEGABYTES = 700;

    private static final int CONTACTS = 20_000;

    private final int port;
    private final long until;
    private final ConcurrentLinkedQueue<Long> waits = new ConcurrentLinkedQueue<>();
    private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();
    private final AtomicInteger made = new AtomicInteger();

    private Siege(int port, int seconds) {
        this.port = port;
        this.until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    }

    public static void main(String[] args) throws Exception {
        List<String> options = List.of(args);
        int seconds = number(options, "--seconds", 60);
        int requests = number(options, "--requests", 100_000);
        Path root = Path.of("").toAbsolutePath();
        Path data = root.resolve("bench/target/crowd");
        clear(data);
        List<String> faults = new ArrayList<>();
        try (Product product = Product.start(root, data)) {
            try (Connection db = product.database()) {
                Crowd crowd = new Crowd(db);
                crowd.settle();
                crowd.grow(0, CONTACTS);
            }
            Siege warmUp = new Siege(product.port(), 0);
            warmUp.work(Math.min(requests, 4_000));
            Siege siege = new Siege(product.port(), seconds);
            siege.besiege();
            faults.addAll(siege.judge("people", true));
            System.out.printf("most resident: %d MB%n", Processes.peakResidentKilobytes(product.pid()) >> 10);
            Siege after = new Siege(product.port(), 0);
            after.work(requests);
            faults.addAll(after.judge("afterwards", false));
            long application = Processes.proportionalKilobytes(product.pid()) >> 10;
            long postgres = Processes.proportionalKilobytesOfPostgres(product.postmaster()) >> 10;
            System.out.printf(
                    "memory after %,d requests: application %d MB, PostgreSQL %d MB (PSS), at most %d together%n",
                    requests, application, postgres, MOST_MEGABYTES);
            if (application + postgres > MOST_MEGABYTES) {
                faults.add("more memory than " + MOST_MEGABYTES + " MB");
            }
        }
        faults.forEach(fault -> System.out.println("FAULT: " + fault));
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    private void besiege() throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> hold(BEGUN, "GET / HTTP/1.1\r\nHost: crowd\r\n"));
            threads.submit(() -> hold(
                    BODIES,
                    "POST /api/session HTTP/1.1\r\nHost: crowd\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 9000000\r\n\r\n{\"password\":\"" + "x".repeat(12_000)));
            TimeUnit.SECONDS.sleep(2);
            threads.submit(this::guessOnAndOn);
            for (int i = 0; i < PEOPLE; i++) {
                int person = i;
                threads.submit(() -> person(person));
            }
        }
    }

    /** So many connections at any time: what the product closes is opened again. */
    private Void hold(int many, String beginning) throws IOException, InterruptedException {
        byte[] bytes = beginning.getBytes(StandardCharsets.US_ASCII);
        SocketChannel[] held = new SocketChannel[many];
        ByteBuffer answer = ByteBuffer.allocate(4_096);
        LongAdder opened = new LongAdder();
        while (System.nanoTime() < until) {
            for (int i = 0; i < many && System.nanoTime() < until; i++) {
                if (held[i] == null || isClosed(held[i], answer.clear())) {
                    held[i] = open(bytes);
                    opened.increment();
                }
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        for (SocketChannel one : held) {
            if (one != null) {
                one.close();
            }
        }
        System.out.printf("%,d held, opened %,d times%n", many, opened.sum());
        return null;
    }

    private static boolean isClosed(SocketChannel channel, ByteBuffer answer) throws IOException {
        boolean closed;
        try {
            closed = channel.read(answer) < 0;
        } catch (IOException reset) {
            closed = true;
        }
        if (closed) {
            channel.close();
        }
        return closed;
    }

    private SocketChannel open(byte[] bytes) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        channel.configureBlocking(false);
        try {
            channel.write(ByteBuffer.wrap(bytes));
        } catch (IOException refused) {
            channel.close();
        }
        return channel;
    }

    private Void guessOnAndOn() throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; System.nanoTime() < until; i++) {
                int guess = i;
                threads.submit(() -> guess(guess));
                TimeUnit.MILLISECONDS.sleep(1_000 / SIGN_INS);
            }
        }
        return null;
    }

    private Void guess(int number) {
        String from = "127.%d.%d.%d".formatted(20 + number / 62_500, number / 250 % 250, 1 + number % 250);
        try (Visitor stranger = new Visitor(port, from, "")) {
            String body = "{\"email\":\"nobody%d@bench.vn\",\"password\":\"a wrong one\"}".formatted(number);
            count("sign-in", stranger.ask("POST", "/api/session", body));
        } catch (IOException e) {
            count("sign-in without an answer: " + e.getMessage());
        }
        return null;
    }

    private Void person(int number) throws InterruptedException, IOException {
        Random random = new Random(number);
        try (Visitor visitor = visitor(number)) {
            while (System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(1_000));
                act(visitor, random);
            }
        }
        return null;
    }

    /** Eight at once, one request after another. */
    private void work(int requests) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(requests);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                int number = i;
                threads.submit(() -> {
                    Random random = new Random(-number);
                    try (Visitor visitor = visitor(number)) {
                        while (left.decrementAndGet() >= 0) {
                            act(visitor, random);
                        }
                    }
                    return null;
                });
            }
        }
    }

    private Visitor visitor(int number) {
        String key = switch (number % 3) {
            case 0 -> Product.OWNER_KEY;
            case 1 -> Crowd.LEAD_KEY;
            default -> Crowd.REP_KEY;
        };
        return new Visitor(port, "127.0.0.1", "Authorization: Bearer " + key + "\r\n");
    }

    private void act(Visitor visitor, Random random) throws IOException {
        int what = random.nextInt(100);
        try {
            Answer answer;
            if (what < 15) {
                String body = "{\"fullName\":\"Nguyễn Thị Đông\",\"email\":\"dong.%d.%d@bench.vn\"}"
                        .formatted(made.incrementAndGet(), random.nextInt(Integer.MAX_VALUE));
                answer = visitor.ask("POST", "/api/contacts", body);
            } else if (what < 45) {
                answer = visitor.ask("GET", "/api/contacts/" + Crowd.contact(1 + random.nextInt(CONTACTS)), "");
            } else if (what < 75) {
                answer = visitor.ask("GET", "/api/contacts", "");
            } else if (what < 85) {
                answer = visitor.ask("GET", "/api/deals", "");
            } else if (what < 92) {
                answer = visitor.ask("GET", "/api/contacts?q=nguyen%20an", "");
            } else {
                answer = visitor.ask("GET", "/api/contacts?count=true&limit=20", "");
            }
            waits.add(answer.nanos());
            count("people", answer);
        } catch (IOException e) {
            count("people without an answer: " + e.getMessage());
            visitor.close();
        }
    }

    private void count(String who, Answer answer) {
        boolean fault = answer.status() >= 500 && !(answer.status() == 503 && answer.retryAfter());
        count((fault ? "FAULT " : "") + who + " " + answer.status());
    }

    private void count(String what) {
        answers.computeIfAbsent(what, unused -> new LongAdder()).increment();
    }

    private List<String> judge(String who, boolean quick) {
        List<String> faults = new ArrayList<>();
        long[] sorted = waits.stream().mapToLong(Long::longValue).sorted().toArray();
        long p99 = sorted.length == 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(sorted[sorted.length * 99 / 100]);
        long p50 = sorted.length == 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(sorted[sorted.length / 2]);
        long longest = TimeUnit.NANOSECONDS.toMillis(Arrays.stream(sorted).max().orElse(0));
        System.out.printf(
                "%s: %,d requests, half within %d ms, p99 %d ms, longest %d ms; %s%n",
                who, sorted.length, p50, p99, longest, answers);
        if (quick && p99 > MOST_MILLIS) {
            faults.add("p99 of the people is " + p99 + " ms, more than " + MOST_MILLIS);
        }
        if (quick && answers.keySet().stream().noneMatch(what -> what.startsWith("sign-in"))) {
            faults.add("nobody signed in");
        }
        answers.keySet().stream()
                .filter(what -> what.startsWith("FAULT") || what.startsWith("people without"))
                .forEach(what -> faults.add(answers.get(what) + " × " + what));
        return faults;
    }

    private static int number(List<String> options, String name, int otherwise) {
        return options.contains(name) ? Integer.parseInt(options.get(options.indexOf(name) + 1)) : otherwise;
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
