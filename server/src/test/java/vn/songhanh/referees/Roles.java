package vn.songhanh.referees;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.songhanh.referees.Description.Operation;
import vn.songhanh.referees.Records.Made;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.workspace.events.EventDispatcher;
import vn.songhanh.workspace.members.Role;

/**
 * Gives two reps records full of words that stand nowhere else, and lets everybody ask for everything: by the table of
 * permissions, who may not read a record never meets one of its words, and no question is answered otherwise because a
 * word stands there. Nor does anybody change what he may not write. Who may read does meet them: a kind of record of which
 * nobody saw a word is a finding too, for then the others prove nothing.
 */
final class Roles {

    private static final Pattern SECRET = Pattern.compile(Records.WORD + "\\d{6}|" + Records.NUMBER + "\\d{6}");
    private static final String NOWHERE = Records.WORD + "000000";
    private static final List<String> ACTIONS = List.of("READ", "WRITE", "DELETE", "EXPORT");

    /** Kinds that belong to the company: whoever works there may know them, and only who runs it changes them. */
    private static final Set<String> OF_THE_COMPANY = Set.of("PIPELINE", "SLA", "MEMBER", "WORKSPACE");

    /** What is meant: the figures of the contract cover all of its leads for both sides (ADR 7). */
    private static final Set<String> MEANT = Set.of(
            "GET /api/slas/{id}/report shows CONTACT source.channel",
            "GET /api/slas/{id}/report.csv shows CONTACT source.channel");

    /** Who asks with words, filters and orders too when all have the same rights. */
    private static final Set<String> BY_THE_WAY = Set.of("SALES_MANAGER", "MARKETING_MANAGER");

    /** Where members, teams and keys come from: making these plants nothing. */
    private static final Set<String> NOT_PLANTED = Set.of("/api/members", "/api/teams", "/api/api-keys", "/api/setup");

    /**
     * A planted word.
     *
     * @param kind as the table of permissions calls it, else the list that it stands in
     * @param owner the id of the rep
     */
    private record Secret(String kind, String owner, String field) {}

    /** A planted record, by its path. */
    private record Plant(String collection, String path, String kind, String owner) {}

    /** @param reach by kind of record and action */
    private record Reader(
            String name, Api api, String member, Map<String, Map<String, String>> reach, boolean sameTeam) {

        boolean may(String action, String kind, String owner) {
            String reach = reach().getOrDefault(kind, Map.of()).getOrDefault(action, "NONE");
            return reach.equals("ALL")
                    || !reach.equals("NONE") && owner.equals(member)
                    || reach.equals("TEAM") && sameTeam;
        }

        boolean runsTheWorkspace() {
            return !reach().getOrDefault("WORKSPACE", Map.of())
                    .getOrDefault("WRITE", "NONE")
                    .equals("NONE");
        }
    }

    private record Rep(Api api, String id, boolean near) {}

    private final Api owner;
    private final EventDispatcher events;
    private final Description description;
    private final Records records;
    private final Findings findings = new Findings();
    private final Map<String, Secret> secrets = new ConcurrentHashMap<>();
    private final List<Plant> plants = new ArrayList<>();
    private final List<Rep> reps = new ArrayList<>();
    private final Map<String, Api> seats = new LinkedHashMap<>();
    private final Map<String, Map<String, List<String>>> filters = new HashMap<>();
    private final Set<String> kinds;

    Roles(Api owner, EventDispatcher events) {
        this.owner = owner;
        this.events = events;
        this.description = new Description(owner);
        this.records = new Records(owner, description);
        this.kinds = new TreeSet<>(table().getOrDefault("OWNER", Map.of()).keySet());
    }

    Findings judge() throws Exception {
        settle();
        List<String> questions = questions();
        everyKindIsSeen(questions);
        List<String> plain = questions.stream()
                .filter(one -> !one.contains("q=") && !one.contains("filter=") && !one.contains("sort="))
                .toList();
        // Who may know everything has nothing to find.
        ask(readers().stream().filter(reader -> !mayKnowAll(reader)).toList(), questions);
        ask(narrowKeys(), withOneWordOfEachKind(plain, questions));
        narrow();
        // They may all do the same now: what is asked by the way is asked by two, the rest by everybody.
        ask(
                readers().stream()
                        .filter(reader -> BY_THE_WAY.contains(reader.name()))
                        .toList(),
                questions);
        ask(
                readers().stream()
                        .filter(reader -> !BY_THE_WAY.contains(reader.name()))
                        .toList(),
                plain);
        change(readers());
        return findings;
    }

    // the people and their secrets

    private void settle() {
        Operation customFields = description.find("POST", "/api/custom-fields").orElseThrow();
        for (String kind : kinds) {
            records.create(customFields, "/api/custom-fields", owner, Map.of("kind", kind, "type", "TEXT"));
        }
        for (boolean near : new boolean[] {true, false}) {
            Api rep = owner.as(near ? "Người gần" : "Người xa", Role.INSIDE_REP, near ? "Đội gần" : "Đội xa")
                    .inEnglish();
            reps.add(new Rep(rep, rep.memberId().toString(), near));
        }
        for (Role role : Role.values()) {
            if (role != Role.OWNER) {
                seats.put(role.name(), owner.as("Ghế " + role, role, "Đội gần").inEnglish());
            }
        }
        records.forget();
        reps.forEach(this::plant);
        for (Api seat : seats.values()) {
            leanOnOthers(seat.memberId().toString());
        }
        records.forget();
    }

    /** One of everything that the rep can make, twice where it can be taken different ways, with all that can be said to it. */
    private void plant(Rep rep) {
        for (Operation creator : description.creators()) {
            if (!creator.places().isEmpty() || NOT_PLANTED.contains(creator.path())) {
                continue;
            }
            String kind = kindOf(creator.path());
            List<Operation> says = description.verbs(creator.path()).stream()
                    .filter(one -> one.body() != null)
                    .toList();
            for (int round = 0; round <= says.size(); round++) {
                Made made = records.create(creator, creator.path(), rep.api(), fixed(kind, rep.id()));
                if (!made.ok() || made.id().isEmpty()) {
                    break;
                }
                remember(creator.path(), made.id(), kind, rep.id());
                keep(kind, rep.id(), made.sent(), "");
                // All at the first, then each alone: what is refused after one may be taken before it.
                for (Operation say : round == 0 ? says : List.of(says.get(round - 1))) {
                    Made said = records.create(say, Description.fillFirst(say.path(), made.id()), rep.api(), Map.of());
                    if (said.ok()) {
                        keep(kind, rep.id(), said.sent(), "");
                    }
                }
            }
        }
        Api.Answer key = rep.api()
                .post(
                        "/api/api-keys",
                        Map.of("name", secret("api-keys", rep.id(), "name"), "scopes", List.of("contacts:read")));
        key.expect(201);
        plantImport(rep);
        plantHandoff(rep);
    }

    private Map<String, Object> fixed(String kind, String member) {
        Map<String, Object> custom = new LinkedHashMap<>();
        for (JsonNode field : records.listed("/api/custom-fields")) {
            if (field.path("kind").asString("").equals(kind)) {
                custom.put(field.get("key").stringValue(), secret(kind, member, "custom"));
            }
        }
        Map<String, Object> fixed = new HashMap<>(Map.of("ownerId", member, "lifecycleStage", "LEAD"));
        fixed.put("custom", custom.isEmpty() ? null : custom);
        return fixed;
    }

    private void plantImport(Rep rep) {
        String file = secret("IMPORT", rep.id(), "file");
        String refused = secret("IMPORT", rep.id(), "row");
        Answer made = rep.api()
                .upload(
                        "/api/imports",
                        Map.of("object", "contacts", "dryRun", "true"),
                        file + ".csv",
                        ("Họ tên,Email\nLan,lan@example.vn\n," + refused + "\n")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        remember("/api/imports", made.json("id"), "IMPORT", rep.id());
    }

    /** Hand-offs are made by no request: they open when a contact becomes a lead for sales. */
    private void plantHandoff(Rep rep) {
        Operation contacts = description.find("POST", "/api/contacts").orElseThrow();
        Map<String, Object> fixed = fixed("CONTACT", rep.id());
        fixed.put("lifecycleStage", "MQL");
        Made lead = records.create(contacts, "/api/contacts", rep.api(), fixed);
        lead.answer().expect(201);
        keep("CONTACT", rep.id(), lead.sent(), "");
        remember("/api/contacts", lead.id(), "CONTACT", rep.id());
        events.catchUp();
        String handoff =
                owner.get("/api/handoffs?contactId=" + lead.id()).expect(200).json("items.0.id");
        remember("/api/handoffs", handoff, "HANDOFF", rep.id());
        owner.post(
                "/api/handoffs/" + handoff + "/reassign",
                Map.of("repId", rep.id(), "note", secret("HANDOFF", rep.id(), "note")));
        rep.api()
                .post(
                        "/api/handoffs/" + handoff + "/reject",
                        Map.of("reason", "NOT_ICP", "note", secret("HANDOFF", rep.id(), "note")));
    }

    /** Records of a reader's own that point to those of others: a neighbour may tell what a wall hides. */
    private void leanOnOthers(String member) {
        for (Operation creator : description.creators()) {
            JsonNode parts = description.resolve(creator.body()).path("properties");
            if (!creator.places().isEmpty() || !parts.has("ownerId")) {
                continue;
            }
            for (Rep rep : reps) {
                Map<String, Object> fixed = new HashMap<>(Map.of("ownerId", member, "lifecycleStage", "LEAD"));
                fixed.put("custom", null);
                planted("/api/companies", rep).ifPresent(id -> fixed.put("companyId", id));
                planted("/api/contacts", rep).ifPresent(id -> fixed.put("contactIds", List.of(id)));
                planted("/api/companies", rep).ifPresent(id -> fixed.put("parentId", id));
                Made made = records.create(creator, creator.path(), owner, fixed);
                // What the reader's own record says is no secret of anybody's.
                if (made.ok()) {
                    keep(kindOf(creator.path()), member, made.sent(), "");
                }
            }
        }
    }

    private Optional<String> planted(String collection, Rep rep) {
        return plants.stream()
                .filter(plant ->
                        plant.collection().equals(collection) && plant.owner().equals(rep.id()))
                .map(plant -> plant.path().substring(collection.length() + 1))
                .findFirst();
    }

    private void remember(String collection, String id, String kind, String rep) {
        plants.add(new Plant(collection, collection + "/" + id, kind, rep));
    }

    private String secret(String kind, String rep, String field) {
        String word = records.word();
        secrets.put(word, new Secret(kind, rep, field));
        return word;
    }

    /** Remembers every word in what was sent. */
    private void keep(String kind, String rep, @Nullable Object sent, String field) {
        switch (sent) {
            case Map<?, ?> map ->
                map.forEach((name, part) ->
                        keep(kind, rep, part, field.isEmpty() ? String.valueOf(name) : field + "." + name));
            case Collection<?> list -> list.forEach(part -> keep(kind, rep, part, field));
            case null -> {}
            default ->
                SECRET.matcher(sent.toString())
                        .results()
                        .forEach(found -> secrets.putIfAbsent(found.group(), new Secret(kind, rep, field)));
        }
    }

    private String kindOf(String path) {
        String word = path.split("/")[2];
        return kinds.stream()
                .filter(kind -> word.equals(kind.toLowerCase(java.util.Locale.ROOT) + "s")
                        || word.equals(kind.toLowerCase(java.util.Locale.ROOT).replaceFirst("y$", "ies")))
                .findFirst()
                .orElse(word);
    }

    // the rights

    private Map<String, Map<String, Map<String, String>>> table() {
        Map<String, Map<String, Map<String, String>>> table = new TreeMap<>();
        for (JsonNode role : owner.get("/api/roles").expect(200).at("items").values()) {
            Map<String, Map<String, String>> rights = new TreeMap<>();
            role.get("permissions")
                    .properties()
                    .forEach(kind -> rights.put(
                            kind.getKey(),
                            kind.getValue().properties().stream()
                                    .collect(Collectors.toMap(
                                            Map.Entry::getKey,
                                            one -> one.getValue().stringValue()))));
            table.put(role.get("role").stringValue(), rights);
        }
        return table;
    }

    private List<Reader> readers() {
        Map<String, Map<String, Map<String, String>>> table = table();
        return seats.entrySet().stream()
                .map(seat -> new Reader(
                        seat.getKey(),
                        seat.getValue(),
                        seat.getValue().memberId().toString(),
                        Objects.requireNonNull(table.get(seat.getKey())),
                        true))
                .toList();
    }

    /** The owner behind keys that may read one kind of record. */
    private List<Reader> narrowKeys() {
        List<Reader> keys = new ArrayList<>();
        for (Operation list : description.lists()) {
            String kind = kindOf(list.path());
            if (kinds.contains(kind)) {
                String scope = list.path().split("/")[2] + ":read";
                Map<String, Map<String, String>> reach = new TreeMap<>();
                kinds.forEach(one -> reach.put(
                        one, Map.of("READ", one.equals(kind) ? "ALL" : "NONE", "WRITE", "NONE", "DELETE", "NONE")));
                keys.add(new Reader("a key for " + scope, owner.scopes(scope).inEnglish(), "", reach, false));
            }
        }
        return keys;
    }

    /** Everybody is left with what is his own; the workspace is run by nobody but who must. */
    private void narrow() {
        for (String role : seats.keySet()) {
            Map<String, Map<String, String>> rights = new TreeMap<>();
            for (String kind : kinds) {
                String reach = kind.equals("WORKSPACE") ? "NONE" : "OWN";
                rights.put(kind, ACTIONS.stream().collect(Collectors.toMap(action -> action, action -> reach)));
            }
            owner.put("/api/roles/" + role, Map.of("permissions", rights));
        }
    }

    // the questions

    /** Every path that can be read, plain and with whatever might bring a word to light. */
    private List<String> questions() {
        Set<String> questions = new LinkedHashSet<>();
        for (Operation operation : description.of("GET")) {
            String limit = operation.query().containsKey("limit") ? "limit=200" : "";
            List<String> flags = operation.query().entrySet().stream()
                    .filter(one -> Description.type(description.resolve(one.getValue()))
                            .equals("boolean"))
                    .map(one -> one.getKey() + "=true")
                    .toList();
            for (String path : paths(operation)) {
                questions.add(limit.isEmpty() ? path : path + "?" + limit);
                flags.forEach(flag -> questions.add(path + "?" + flag));
                if (!flags.isEmpty()) {
                    questions.add(path + "?" + String.join("&", flags));
                }
                pointed(operation, path).forEach(question -> questions.add(path + "?" + question));
            }
        }
        return List.copyOf(questions);
    }

    private List<String> withOneWordOfEachKind(List<String> plain, List<String> questions) {
        List<String> chosen = new ArrayList<>(plain);
        Set<String> met = new HashSet<>();
        for (String question : questions) {
            if (question.contains("q=")) {
                SECRET.matcher(question)
                        .results()
                        .map(found -> Objects.requireNonNull(secrets.get(found.group()))
                                .kind())
                        .filter(kind -> met.add(room(question) + kind))
                        .forEach(kind -> chosen.add(question));
            }
        }
        return chosen;
    }

    private Set<String> paths(Operation operation) {
        if (operation.places().isEmpty()) {
            return Set.of(operation.path());
        }
        Set<String> paths = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        for (Plant plant : plants) {
            // The first of each rep: the others differ in nothing that a reader could notice.
            if (operation.path().startsWith(plant.collection() + "/{")
                    && operation.places().size() == 1
                    && (seen.add(plant.collection() + plant.owner())
                            || operation.path().contains("timeline"))) {
                paths.add(Description.fillFirst(
                        operation.path(),
                        plant.path().substring(plant.collection().length() + 1)));
            }
        }
        for (int i = 0; paths.isEmpty() && i < 1 || i < 3 && seen.isEmpty(); i++) {
            records.path(operation, i).ifPresent(paths::add);
        }
        return paths;
    }

    private List<String> pointed(Operation operation, String path) {
        List<String> questions = new ArrayList<>();
        String count = operation.query().containsKey("count") ? "&count=true" : "";
        Map<String, String> some = new TreeMap<>();
        secrets.forEach((word, secret) -> {
            if (kinds.contains(secret.kind())
                    && reps.stream().anyMatch(rep -> rep.id().equals(secret.owner()))) {
                some.merge(
                        secret.kind() + " " + secret.field(),
                        word,
                        (one, other) -> one.compareTo(other) > 0 ? one : other);
            }
        });
        if (operation.query().containsKey("q")) {
            some.values().forEach(word -> questions.add("q=" + word + count));
        }
        if (operation.query().containsKey("sort") && !operation.path().contains("{")) {
            records.sorts(path).forEach(sort -> questions.add("limit=200&sort=" + sort));
        }
        if (operation.query().containsKey("filter")) {
            filters.computeIfAbsent(path, records::filters)
                    .forEach((field, operators) -> some.forEach((planted, word) -> {
                        String leaf = planted.substring(planted.indexOf(' ') + 1);
                        String op = operators.contains("contains") ? "contains" : "eq";
                        if (operators.contains(op) && field.endsWith(leaf)) {
                            questions.add("filter=" + Records.filter(field, op, word) + count);
                        }
                    }));
        }
        operation.query().forEach((name, schema) -> {
            if (description.resolve(schema).path("format").asString("").equals("uuid")) {
                plants.stream()
                        .map(plant -> plant.path().substring(plant.path().lastIndexOf('/') + 1))
                        .skip(Math.max(0, plants.size() - 4))
                        .forEach(id -> questions.add(name + "=" + id));
                reps.forEach(rep -> questions.add(name + "=" + rep.id()));
            }
        });
        return questions;
    }

    // the judgement

    private void everyKindIsSeen(List<String> questions) throws Exception {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        List<Api> all =
                Stream.concat(Stream.of(owner), reps.stream().map(Rep::api)).toList();
        together(all, api -> {
            for (String question : questions) {
                if (!question.contains("q=") && !question.contains("filter=")) {
                    SECRET.matcher(api.get(question).body()).results().forEach(found -> seen.add(found.group()));
                }
            }
        });
        Set<String> shown = seen.stream()
                .filter(secrets::containsKey)
                .map(word -> Objects.requireNonNull(secrets.get(word)).kind())
                .collect(Collectors.toSet());
        Set<String> wanted = new TreeSet<>(kinds);
        wanted.removeAll(OF_THE_COMPANY);
        secrets.values().forEach(secret -> wanted.add(secret.kind()));
        wanted.removeAll(shown);
        wanted.forEach(kind -> findings.add("nobody saw a word of " + kind, "planted or not: it proves nothing"));
    }

    private void ask(List<Reader> readers, List<String> questions) throws Exception {
        together(readers, reader -> {
            Map<String, String> ofNothing = new HashMap<>();
            for (String question : questions) {
                // The audit trail is for those who run the workspace, whatever else they may read.
                if (!question.startsWith("/api/audit") || !reader.runsTheWorkspace()) {
                    ask(reader, question, ofNothing);
                }
            }
        });
    }

    private void ask(Reader reader, String question, Map<String, String> ofNothing) {
        Answer answer = reader.api().get(question);
        if (answer.status() >= 500) {
            findings.add("a " + answer.status() + " at GET " + room(question), question + " as " + reader.name());
        }
        Set<String> asked =
                SECRET.matcher(question).results().map(found -> found.group()).collect(Collectors.toSet());
        SECRET.matcher(answer.body())
                .results()
                .map(found -> found.group())
                .distinct()
                .forEach(word -> {
                    if (!asked.contains(word)) {
                        judge(reader, word, question, "shows");
                    }
                });
        for (String word : answer.status() == 200 ? asked : Set.<String>of()) {
            Secret secret = secrets.get(word);
            if (secret != null && !mayKnow(reader, secret)) {
                String other = question.replace(word, NOWHERE);
                String nothing = ofNothing.computeIfAbsent(
                        other, any -> reader.api().get(any).body().replace(NOWHERE, ""));
                if (!answer.body().replace(word, "").equals(nothing)) {
                    judge(reader, word, question, "answers otherwise for");
                }
            }
        }
    }

    private void judge(Reader reader, String word, String question, String how) {
        Secret secret = secrets.get(word);
        String fault =
                secret == null ? "" : "GET " + room(question) + " " + how + " " + secret.kind() + " " + secret.field();
        if (secret != null && !mayKnow(reader, secret) && !MEANT.contains(fault)) {
            findings.add(
                    fault + (reader.member().isEmpty() ? " to narrow keys" : ""),
                    question + " as " + reader.name() + " with READ of "
                            + reader.reach()
                                    .getOrDefault(secret.kind(), Map.of())
                                    .getOrDefault("READ", "-"));
        }
    }

    /** What somebody made for himself is his, and theirs who run the workspace. */
    private boolean mayKnow(Reader reader, Secret secret) {
        return kinds.contains(secret.kind())
                ? may(reader, "READ", secret.kind(), secret.owner())
                : secret.owner().equals(reader.member()) || reader.runsTheWorkspace();
    }

    private boolean mayKnowAll(Reader reader) {
        return secrets.values().stream().allMatch(secret -> mayKnow(reader, secret));
    }

    private boolean may(Reader reader, String action, String kind, String whose) {
        boolean near = reps.stream().anyMatch(rep -> rep.near() && rep.id().equals(whose))
                || seats.values().stream()
                        .anyMatch(seat -> seat.memberId().toString().equals(whose));
        return new Reader(reader.name(), reader.api(), reader.member(), reader.reach(), reader.sameTeam() && near)
                .may(action, kind, whose);
    }

    // who changes

    /** Whatever can be done to a record is tried by all who may not, and the record is as it was. */
    private void change(List<Reader> readers) {
        List<Plant> targets = plants.stream()
                .filter(plant -> planted(plant.collection(), reps.getFirst())
                        .map(id -> plant.path().endsWith(id))
                        .orElse(false))
                .toList();
        for (Reader reader : readers) {
            for (Plant plant : targets) {
                for (Operation operation : description.operations()) {
                    boolean foreign = kinds.contains(plant.kind())
                            ? ACTIONS.stream()
                                    .noneMatch(action ->
                                            !action.equals("READ") && may(reader, action, plant.kind(), plant.owner()))
                            : !plant.owner().equals(reader.member()) && !reader.runsTheWorkspace();
                    if (foreign
                            && !operation.method().equals("GET")
                            && operation.places().size() == 1
                            && operation.collection().equals(plant.collection())) {
                        attempt(reader, operation, plant);
                    }
                }
            }
        }
    }

    private void attempt(Reader reader, Operation operation, Plant plant) {
        String path = Description.fillFirst(
                operation.path(), plant.path().substring(plant.collection().length() + 1));
        // With all that it needs: what is refused for its form alone would prove nothing.
        Api api = operation.headers().contains("If-Match")
                ? reader.api().with("If-Match", records.tag(plant.path()))
                : reader.api();
        String before = unread(plant.path());
        Answer answer;
        if (operation.method().equals("PATCH")) {
            answer = api.send("PATCH", path, Map.of(firstText(operation), "đã đổi"));
        } else if (operation.body() != null) {
            answer = records.create(operation, path, api, Map.of()).answer();
        } else {
            answer = api.send(operation.method(), path, null);
        }
        if (answer.status() / 100 == 2 || answer.status() >= 500) {
            findings.add(
                    operation.name() + " lets somebody change what is not his",
                    operation.method() + " " + path + " as " + reader.name() + " → " + answer.status());
        } else if (!unread(plant.path()).equals(before)) {
            findings.add(
                    operation.name() + " changes what is not his, and refuses",
                    operation.method() + " " + path + " as " + reader.name() + " → " + answer.status());
        }
    }

    private String firstText(Operation operation) {
        JsonNode parts = description.resolve(operation.body()).path("properties");
        return parts.propertyNames().stream()
                .filter(name -> Set.of("name", "fullName", "note").contains(name))
                .findFirst()
                .orElseGet(() -> parts.propertyNames().stream().findFirst().orElse("name"));
    }

    /** The record as its owner reads it. */
    private String unread(String path) {
        return records.record(path).map(JsonNode::toString).orElse("gone");
    }

    private static String room(String question) {
        return question.replaceFirst("\\?.*", "")
                .replaceAll("/[0-9a-f]{8}-[0-9a-f-]{27}", "/{id}")
                .replaceAll(Records.WORD + "\\d+", "{…}");
    }

    private interface Work<T> {
        void of(T one) throws Exception;
    }

    private static <T> void together(List<T> all, Work<T> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = new ArrayList<>();
            for (T one : all) {
                running.add(threads.submit(() -> {
                    work.of(one);
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
    }
}
