package vn.songhanh.workspace.members;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.RecordKind;

/** The kinds of records that the modules have registered. */
@Component
public class Kinds {

    private final List<RegisteredKind> registered;

    Kinds(List<RegisteredKind> registered) {
        this.registered = registered.stream()
                .sorted(Comparator.comparing(RegisteredKind::kind))
                .toList();
    }

    List<RegisteredKind> registered() {
        return registered;
    }

    public List<RecordKind> all() {
        return registered.stream().map(RegisteredKind::kind).toList();
    }

    public List<RecordKind> withCustomFields() {
        return registered.stream()
                .filter(RegisteredKind::custom)
                .map(RegisteredKind::kind)
                .toList();
    }

    /** @throws Invalid naming {@code field} when there is no such kind */
    public void check(String field, @Nullable RecordKind kind) {
        if (kind != null && !all().contains(kind)) {
            throw new Invalid(field, "unknown-choice", Map.of("allowed", all()));
        }
    }
}
