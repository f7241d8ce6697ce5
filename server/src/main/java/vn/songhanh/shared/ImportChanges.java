package vn.songhanh.shared;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.shared.ImportTarget.Done;
import vn.songhanh.shared.ImportTarget.Outcome;

/** What an import changed in records that were there, written down so that it can be put back. */
public final class ImportChanges<T extends Owned> {

    private final JsonMapper json;
    private final Function<T, Map<String, ? extends @Nullable Object>> facts;

    /** @param facts all that an import may change, by the names that the audit trail uses */
    public ImportChanges(JsonMapper json, Function<T, Map<String, ? extends @Nullable Object>> facts) {
        this.json = json;
        this.facts = facts;
    }

    boolean none(T before, T after) {
        return facts.apply(before).equals(facts.apply(after));
    }

    /** The facts that differ, as they were and as they are; one that was empty is null there. */
    Outcome.Updated between(T before, T after) {
        Map<String, ? extends @Nullable Object> old = facts.apply(before);
        Map<String, @Nullable Object> was = new LinkedHashMap<>();
        Map<String, @Nullable Object> is = new LinkedHashMap<>();
        facts.apply(after).forEach((field, value) -> {
            if (!Objects.equals(value, old.get(field))) {
                was.put(field, old.get(field));
                is.put(field, value);
            }
        });
        return new Outcome.Updated(after.id().value(), json.writeValueAsString(was), json.writeValueAsString(is));
    }

    /**
     * Takes rows of an import back: what it made is gone already or was used since; what it changed gets its earlier
     * values, unless somebody has changed them since.
     *
     * @param rows latest first
     * @param gone those of the created records that could go
     * @param present the records that are still there, held
     * @param putBack the record with the earlier values, a merge patch
     * @param save writes what was put back
     * @return why rows stay, as {@link ImportTarget#undo} tells it
     */
    public Map<Long, String> takeBack(
            List<Done> rows,
            Set<UUID> gone,
            Collection<T> present,
            BiFunction<T, JsonNode, T> putBack,
            Consumer<Collection<T>> save) {
        return takeBack(rows, gone, Map.of(), present, putBack, save);
    }

    /**
     * As the other.
     *
     * @param used why records that the import made could not go, where that is known
     */
    public Map<Long, String> takeBack(
            List<Done> rows,
            Set<UUID> gone,
            Map<UUID, String> used,
            Collection<T> present,
            BiFunction<T, JsonNode, T> putBack,
            Consumer<Collection<T>> save) {
        Map<Long, String> kept = new HashMap<>();
        Map<UUID, T> known = new HashMap<>();
        present.forEach(record -> known.put(record.id().value(), record));
        Map<UUID, T> restored = new LinkedHashMap<>();
        for (Done row : rows) {
            T record = restored.getOrDefault(row.id(), known.get(row.id()));
            String before = row.before();
            if (record == null) {
                continue;
            }
            if (before == null) {
                if (!gone.contains(row.id())) {
                    String otherwise = record.version() > 1 ? "changed-since" : "used-since";
                    kept.put(row.number(), used.getOrDefault(row.id(), otherwise));
                }
            } else if (!stillHolds(record, row.after())) {
                kept.put(row.number(), "changed-since");
            } else if (!before.equals("{}")) {
                restored.put(row.id(), putBack.apply(record, json.readTree(before)));
            }
        }
        save.accept(restored.values());
        return kept;
    }

    /** Whether the record is still as the import left it. */
    private boolean stillHolds(T record, @Nullable String after) {
        JsonNode present = json.valueToTree(facts.apply(record));
        return json.readTree(after == null ? "{}" : after).properties().stream()
                .allMatch(left -> Objects.equals(present.path(left.getKey()), left.getValue())
                        || (present.path(left.getKey()).isMissingNode()
                                && left.getValue().isNull()));
    }
}
