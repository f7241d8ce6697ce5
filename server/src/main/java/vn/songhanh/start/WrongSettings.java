package vn.songhanh.start;

import java.util.List;

/** Everything that is wrong with the settings, at once: nobody likes to learn it one start at a time. */
class WrongSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongSettings(List<String> problems) {
        super(
                problems.size() == 1
                        ? "A setting is wrong: " + problems.getFirst()
                        : problems.size() + " settings are wrong:\n  " + String.join("\n  ", problems));
    }
}
