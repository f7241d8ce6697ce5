package vn.songhanh.referees;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** What a referee has found: each fault once, with the first example. */
final class Findings {

    private final Map<String, String> found = new ConcurrentSkipListMap<>();

    void add(String fault, String example) {
        found.putIfAbsent(fault, example);
    }

    /** Those of the product itself. */
    List<String> real() {
        return told(found.keySet().stream().filter(fault -> !isPlanted(fault)).toList());
    }

    /** Those that {@link PlantedFaults} are there for. */
    List<String> planted() {
        return told(found.keySet().stream().filter(Findings::isPlanted).toList());
    }

    private static boolean isPlanted(String fault) {
        return fault.contains("planted");
    }

    private List<String> told(Collection<String> faults) {
        return faults.stream()
                .map(fault -> fault + "\n      " + found.get(fault))
                .toList();
    }
}
