package vn.songhanh.shared;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.OrderField;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Finds names by a part of them, whatever accents were typed; those that have just the accents typed come first, then
 * those of which a word is, or begins, so. Words may stand in any order. A needle of one or two letters must begin a
 * word, since an index of trigrams knows no shorter parts.
 *
 * @param folded the folded name, with a trigram index on it
 * @param match which rows are candidates; can be answered from a trigram index
 * @param rank best first, over the candidates' columns {@link #NAME}, {@link #FOLDED} and {@link #NEWEST}
 */
public record NameSearch(Field<String> name, Field<String> folded, Condition match, List<OrderField<?>> rank) {

    public static final int CANDIDATES = 10_000;
    static final int BEST = 50;

    static final Name FOUND = DSL.name("found");
    static final Field<UUID> ID = DSL.field(DSL.name("found", "id"), UUID.class);
    static final Field<String> NAME = DSL.field(DSL.name("found", "name"), String.class);
    static final Field<String> FOLDED = DSL.field(DSL.name("found", "folded"), String.class);
    static final Field<OffsetDateTime> NEWEST =
            DSL.field(DSL.name("found", "newest"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    private static final int MAX = 200;

    public static NameSearch of(String typed, Field<String> name, Field<String> folded) {
        if (typed.length() > MAX) {
            throw new Invalid("q", "too-long", Map.of("max", MAX));
        }
        String lower = Text.clean(typed, "q").toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        String needle = Text.fold(lower);
        Condition match = DSL.noCondition();
        for (String word : needle.split(" ")) {
            String pattern = escaped(word);
            match = match.and(
                    word.length() > 2
                            ? folded.like("%" + pattern + "%")
                            : folded.like(pattern + "%").or(folded.like("% " + pattern + "%")));
        }
        List<OrderField<?>> rank = new ArrayList<>();
        if (!needle.equals(lower)) {
            rank.add(first(DSL.lower(NAME).like("%" + escaped(lower) + "%")));
        }
        Field<String> words = DSL.concat(DSL.inline(" "), FOLDED, DSL.inline(" "));
        rank.add(first(words.like("% " + escaped(needle) + " %")));
        rank.add(first(words.like("% " + escaped(needle) + "%")));
        rank.add(NEWEST.desc());
        return new NameSearch(name, folded, match, rank);
    }

    /** What matches in another way instead: the newest first. */
    public NameSearch newest(Condition other) {
        return new NameSearch(name, folded, other, List.of(NEWEST.desc()));
    }

    /** What matches by name or in this way. */
    public NameSearch orElse(Condition other) {
        return new NameSearch(name, folded, match.or(other), rank);
    }

    /** Those that match, {@value #CANDIDATES} at most: that many are looked at. */
    Select<?> matching(Table<?> table, Condition wanted) {
        return DSL.selectOne().from(table).where(wanted).and(match).limit(DSL.inline(CANDIDATES));
    }

    private static OrderField<?> first(Condition condition) {
        return DSL.field(condition).desc();
    }

    /** With the wildcards of LIKE taken literally. */
    public static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
