package vn.songhanh.contacts.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Text;

/**
 * Where people come from: one word for each source, so that reports count it once.
 *
 * @param items in the order in which screens offer them
 */
public record SourceList(long version, List<Named> items) {

    private static final int MOST = 100;
    private static final int MOST_ALIASES = 30;
    private static final int LONGEST = 100;

    /** @param aliases what else it is called, in files and by others; case and accents do not count */
    public record Named(@Nullable String name, @Nullable List<String> aliases) {}

    /** What a channel is called here; itself where the list does not know it. */
    String named(String channel) {
        return Optional.ofNullable(byWord().get(Text.fold(channel))).orElse(channel);
    }

    /** Every word by which a source is known, folded, and its name. */
    Map<String, String> byWord() {
        Map<String, String> words = new LinkedHashMap<>();
        items.forEach(item -> {
            String name = String.valueOf(item.name());
            words.put(Text.fold(name), name);
            aliases(item).forEach(alias -> words.put(Text.fold(alias), name));
        });
        return words;
    }

    /** @throws Invalid naming every name and alias that is empty, too long, or stands for something else already */
    SourceList checked() {
        Invalid.Check check = new Invalid.Check();
        check.that(items.size() <= MOST, "items", "too-many", Map.of("max", MOST));
        check.done();
        Map<String, String> taken = new LinkedHashMap<>();
        List<Named> clean = java.util.stream.IntStream.range(0, items.size())
                .mapToObj(i -> {
                    Named item = items.get(i);
                    String path = "items[" + i + "]";
                    String name = word(item.name(), path + ".name", taken, check);
                    List<String> aliases = aliases(item);
                    check.that(
                            aliases.size() <= MOST_ALIASES, path + ".aliases", "too-many", Map.of("max", MOST_ALIASES));
                    return new Named(
                            name,
                            aliases.stream()
                                    .map(alias -> word(alias, path + ".aliases", taken, check))
                                    .toList());
                })
                .toList();
        check.done();
        return new SourceList(version, clean);
    }

    private static String word(@Nullable String text, String path, Map<String, String> taken, Invalid.Check check) {
        String clean = Text.cleanOrNull(text, path);
        check.that(clean != null, path, "required");
        if (clean == null) {
            return "";
        }
        check.that(clean.length() <= LONGEST, path, "too-long", Map.of("max", LONGEST));
        String before = taken.putIfAbsent(Text.fold(clean), clean);
        check.that(before == null, path, "source-twice", Map.of("value", clean));
        return clean;
    }

    private static List<String> aliases(Named item) {
        return item.aliases() == null ? List.of() : item.aliases();
    }

    /** As the audit trail tells it. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        items.forEach(item -> facts.put(String.valueOf(item.name()), aliases(item)));
        return facts;
    }
}
