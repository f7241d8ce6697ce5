package vn.songhanh.referees;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.songhanh.referees.Description.Operation;
import vn.songhanh.referees.Records.Made;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.TestTimers;
import vn.songhanh.workspace.events.EventDispatcher;

/**
 * Does the same thing many times at the same moment. What may happen only once is not written here but tried out: it is
 * what is refused when it is done a second time. Then it happens once however many try, and nobody gets a 5xx.
 */
final class Races {

    private static final int MANY = 8;
    private static final int ROUNDS = 2;
    private static final int ROWS = 60;
    private static final int LEADS = 40;

    /** What can be imported twice, with its headings and a row of one word. */
    private static final Map<String, String> FILES = Map.of(
            "contacts", "Họ tên,Email\n|Người %1$s,%1$s@example.vn\n|email",
            "companies", "Tên công ty,Website\n|Công ty %1$s,%1$s.vn\n|domain");

    private final Api owner;
    private final TestTimers timers;
    private final EventDispatcher events;
    private final StartLine line;
    private final Description description;
    private final Records records;
    private final Random random = new Random(1);
    private final Findings findings = new Findings();
    private final ExecutorService threads = Executors.newFixedThreadPool(MANY * 2);

    Races(Api owner, TestTimers timers, EventDispatcher events, StartLine line) {
        this.owner = owner;
        this.timers = timers;
        this.events = events;
        this.line = line;
        this.description = new Description(owner);
        this.records = new Records(owner, description);
    }

    Findings run() throws Exception {
        try (threads) {
            for (Operation creator : description.creators()) {
                if (creator.places().isEmpty()) {
                    creates(creator);
                }
            }
            for (Operation edit : description.of("PATCH")) {
                edits(edit);
            }
            for (Map.Entry<String, String> file : FILES.entrySet()) {
                imports(file.getKey(), file.getValue().split("\\|"), false);
                imports(file.getKey(), file.getValue().split("\\|"), true);
            }
            leads();
            Set<String> collections = description.operations().stream()
                    .filter(Operation::isVerb)
                    .map(Operation::collection)
                    .collect(Collectors.toSet());
            for (String collection : collections) {
                acts(collection);
            }
            for (Operation bare : description.of("POST")) {
                if (bare.places().isEmpty() && bare.body() == null && !bare.takesFiles()) {
                    race(bare.name(), Collections.nCopies(MANY, () -> owner.post(bare.path(), null)), MANY);
                }
            }
        }
        return findings;
    }

    /** All at the same moment: each has looked before one of them changes anything. */
    private List<Answer> race(String what, List<Supplier<Answer>> calls, int most) throws Exception {
        line.draw(calls.size());
        List<Future<Answer>> running = new ArrayList<>();
        calls.forEach(call -> running.add(threads.submit(call::get)));
        List<Answer> won = new ArrayList<>();
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (Future<Answer> each : running) {
            Answer answer = each.get();
            statuses.merge(answer.status(), 1, Integer::sum);
            if (answer.status() / 100 == 2) {
                won.add(answer);
            } else if (answer.status() >= 500
                    && !(answer.status() == 503 && !answer.header("Retry-After").isEmpty())) {
                findings.add(what + " → " + answer.status(), answer.body());
            }
        }
        line.lift();
        if (won.size() > most) {
            findings.add(
                    what + ": more than " + most + " won",
                    statuses + " " + won.getLast().body());
        }
        return won;
    }

    // creating

    private void creates(Operation creator) throws Exception {
        String path = creator.path();
        if (!records.create(creator, path, owner, Map.of()).ok()) {
            return;
        }
        for (String field : unique(creator)) {
            for (int round = 0; round < ROUNDS; round++) {
                Object same = records.body(creator, Map.of()).get(field);
                race(
                        creator.name() + ", the same " + field,
                        times(MANY, () -> post(path, with(creator, field, same))),
                        1);
            }
        }
        if (creator.headers().contains("Idempotency-Key")) {
            Map<String, Object> body = records.body(creator, Map.of());
            Api keyed = owner.with("Idempotency-Key", records.word());
            List<Answer> won = race(
                    creator.name() + " with one Idempotency-Key",
                    times(MANY, () -> () -> keyed.post(path, body)),
                    MANY);
            if (won.stream().map(one -> one.json("id")).distinct().count() > 1) {
                findings.add(
                        creator.name() + " with one Idempotency-Key makes several",
                        won.getFirst().body());
            }
        }
    }

    private Supplier<Answer> post(String path, Object body) {
        return () -> owner.post(path, body);
    }

    private Map<String, Object> with(Operation creator, String field, @Nullable Object value) {
        Map<String, Object> body = records.body(creator, Map.of());
        body.put(field, value);
        return body;
    }

    /** What no second record may share with a first: refused each of two times, for once may be chance. */
    private List<String> unique(Operation creator) {
        List<String> unique = new ArrayList<>();
        records.body(creator, Map.of()).forEach((field, value) -> {
            boolean refused = value instanceof String;
            for (int i = 0; refused && i < 2; i++) {
                Map<String, Object> one = records.body(creator, Map.of());
                Map<String, Object> two = with(creator, field, one.get(field));
                refused = owner.post(creator.path(), one).status() / 100 == 2
                        && owner.post(creator.path(), two).status() == 409
                        && !Objects.equals(records.body(creator, Map.of()).get(field), one.get(field));
            }
            if (refused) {
                unique.add(field);
            }
        });
        return unique;
    }

    private static List<Supplier<Answer>> times(int count, Supplier<Supplier<Answer>> call) {
        List<Supplier<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            calls.add(call.get());
        }
        return calls;
    }

    // changing

    private void edits(Operation edit) throws Exception {
        records.forget();
        Optional<String> path = records.path(edit, 0);
        if (path.isEmpty() || !edit.headers().contains("If-Match")) {
            return;
        }
        for (String field : description.resolve(edit.body()).path("properties").propertyNames()) {
            String tag = records.tag(path.get());
            Answer changed = owner.patch(path.get(), tag, Map.of(field, records.word()));
            if (changed.status() == 200 && !records.tag(path.get()).equals(tag)) {
                String now = records.tag(path.get());
                race(
                        edit.name() + ", " + field + ", of one version",
                        times(MANY, () -> {
                            Map<String, String> body = Map.of(field, records.word());
                            return () -> owner.patch(path.get(), now, body);
                        }),
                        1);
                return;
            }
        }
    }

    // acting

    private void leads() {
        Operation contacts = description.find("POST", "/api/contacts").orElseThrow();
        for (int i = 0; i < LEADS; i++) {
            records.create(contacts, contacts.path(), owner, Map.of("lifecycleStage", "MQL"));
        }
        events.catchUp();
        records.forget();
    }

    private void acts(String collection) throws Exception {
        List<Operation> verbs = description.verbs(collection);
        Iterator<String> subjects = subjects(collection);
        for (Operation verb : verbs) {
            act(verb, befores(collection, verb, verbs), subjects);
        }
        for (Operation one : verbs) {
            for (Operation other : verbs) {
                if (one.path().compareTo(other.path()) < 0) {
                    opposites(one, other, subjects);
                }
            }
        }
        if (subjects.hasNext()) {
            String path = subjects.next();
            List<Supplier<Answer>> calls = new ArrayList<>();
            for (Operation verb : verbs) {
                calls.add(doing(verb, path));
                calls.add(doing(verb, path));
            }
            description.find("DELETE", collection + "/{id}").ifPresent(gone -> calls.add(() -> owner.delete(path)));
            Collections.shuffle(calls, random);
            race("everything at " + collection, calls.subList(0, Math.min(calls.size(), MANY * 2)), MANY * 2);
        }
    }

    /** What may have to happen before a verb: nothing, or another verb, or going into the bin. */
    private List<Optional<Operation>> befores(String collection, Operation verb, List<Operation> verbs) {
        List<Optional<Operation>> befores = new ArrayList<>(List.of(Optional.empty()));
        verbs.stream().filter(one -> !one.equals(verb)).forEach(one -> befores.add(Optional.of(one)));
        description.find("DELETE", collection + "/{id}").ifPresent(gone -> befores.add(Optional.of(gone)));
        return befores;
    }

    /** New records where such can be made, else those that there are, each once. */
    private Iterator<String> subjects(String collection) {
        Optional<Operation> creator = description.creators().stream()
                .filter(one -> one.path().equals(collection))
                .findFirst();
        if (creator.isEmpty()) {
            return records.listed(collection).stream()
                    .map(one -> collection + "/" + one.path("id").asString(""))
                    .toList()
                    .iterator();
        }
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public String next() {
                Made made = records.create(creator.get(), collection, owner, Map.of());
                return collection + "/" + (made.ok() ? made.id() : "none");
            }
        };
    }

    private Answer done(Operation verb, String path) {
        return doing(verb, path).get();
    }

    /** Ready to be sent: making a body asks questions of its own. */
    private Supplier<Answer> doing(Operation verb, String path) {
        String whole = path + verb.path().replaceFirst(".*}", "");
        Object body = verb.body() == null ? null : records.body(verb, Map.of());
        return () -> owner.send(verb.method(), whole, body);
    }

    private boolean learned(Operation verb, String path) {
        String whole = path + verb.path().replaceFirst(".*}", "");
        int status = verb.body() == null
                ? owner.send(verb.method(), whole, null).status()
                : records.create(verb, whole, owner, Map.of()).answer().status();
        return status / 100 == 2;
    }

    private void act(Operation verb, List<Optional<Operation>> befores, Iterator<String> subjects) throws Exception {
        for (Optional<Operation> before : befores) {
            if (!subjects.hasNext()) {
                return;
            }
            String path = subjects.next();
            if (before.isPresent() && !learned(before.get(), path) || !learned(verb, path)) {
                continue;
            }
            int most = done(verb, path).status() / 100 == 2 ? MANY : 1;
            for (int round = 0; round < ROUNDS && subjects.hasNext(); round++) {
                String next = subjects.next();
                if (before.isEmpty() || learned(before.get(), next)) {
                    String what = verb.name()
                            + before.map(one -> " after " + one.name()).orElse("");
                    race(what, times(MANY, () -> doing(verb, next)), most);
                }
            }
            return;
        }
    }

    /** Two of which each shuts the other out: together they happen once. */
    private void opposites(Operation one, Operation other, Iterator<String> subjects) throws Exception {
        if (shutsOut(one, other, subjects) && shutsOut(other, one, subjects)) {
            for (int round = 0; round < ROUNDS && subjects.hasNext(); round++) {
                String path = subjects.next();
                List<Supplier<Answer>> calls = new ArrayList<>();
                for (int i = 0; i < MANY / 2; i++) {
                    calls.add(doing(one, path));
                    calls.add(doing(other, path));
                }
                race(one.name() + " against " + other.name(), calls, 1);
            }
        }
    }

    private boolean shutsOut(Operation one, Operation other, Iterator<String> subjects) {
        if (!subjects.hasNext()) {
            return false;
        }
        String path = subjects.next();
        return learned(one, path)
                && done(one, path).status() / 100 != 2
                && done(other, path).status() / 100 != 2;
    }

    // importing

    /** The same file twice at once: each of its rows makes one record. */
    private void imports(String object, String[] file, boolean oneKey) throws Exception {
        // Nothing else is due then.
        timers.runDue();
        String word = records.word();
        StringBuilder csv = new StringBuilder(file[0]);
        for (int row = 0; row < ROWS; row++) {
            csv.append(file[1].formatted(word + "x" + row));
        }
        Api api = oneKey ? owner.with("Idempotency-Key", word) : owner;
        race(
                "the same import of " + object,
                Collections.nCopies(
                        2,
                        () -> api.upload(
                                "/api/imports",
                                Map.of("object", object, "duplicates", "skip"),
                                "tệp.csv",
                                csv.toString().getBytes(StandardCharsets.UTF_8))),
                2);
        line.draw(2);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            running.add(threads.submit(() -> line.run(timers::runDue)));
        }
        for (Future<?> each : running) {
            each.get();
        }
        line.lift();
        timers.runDue();
        int made = owner.get("/api/" + object + "?count=true&limit=1&filter="
                        + Records.filter(file[2], "startsWith", word + "x"))
                .expect(200)
                .at("total")
                .asInt(-1);
        if (made != ROWS) {
            findings.add(
                    "the same import of " + object + " twice at once" + (oneKey ? " with one key" : ""),
                    made + " records of " + ROWS + " rows");
        }
    }
}
