package vn.songhanh.workspace.imports;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.ImportTarget;
import vn.songhanh.shared.Invalid;

/** What can be imported, as the modules declare it. */
@Component
class ImportTargets {

    private final Map<String, ImportTarget> byObject = new TreeMap<>();

    ImportTargets(List<ImportTarget> targets) {
        targets.forEach(target -> byObject.put(target.object(), target));
    }

    List<ImportTarget> all() {
        return List.copyOf(byObject.values());
    }

    ImportTarget require(String object) {
        ImportTarget target = byObject.get(object);
        if (target == null) {
            throw new Invalid("object", "unknown-choice", Map.of("allowed", List.copyOf(byObject.keySet())));
        }
        return target;
    }
}
