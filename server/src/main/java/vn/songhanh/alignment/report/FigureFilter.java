package vn.songhanh.alignment.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Filter.Op;
import vn.songhanh.shared.MemberId;

/** The filter of a list that shows what a figure counts: predicates that all must hold. */
record FigureFilter(List<Predicate> all) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Predicate(String field, Op op, @Nullable Object value) {}

    /** The fields that ask for the lead's fate, or for a rep's own part in it. */
    record Fields(String answer, String outcome, String touched) {

        static final Fields OF_LEAD = new Fields("answer", "outcome", "touched");

        static Fields of(MemberId rep) {
            return new Fields(of(rep, "answer"), of(rep, "outcome"), of(rep, "touched"));
        }

        static String of(MemberId rep, String what) {
            return "reps." + rep + "." + what;
        }
    }

    static FigureFilter of(Predicate... predicates) {
        return new FigureFilter(List.of(predicates));
    }

    static Predicate is(String field, Object value) {
        return new Predicate(field, Op.eq, value);
    }

    static Predicate in(String field, Enum<?>... values) {
        return new Predicate(field, Op.in, Arrays.stream(values).map(Enum::name).toList());
    }

    static Predicate between(String field, LocalDate from, LocalDate to) {
        return new Predicate(field, Op.between, List.of(from.toString(), to.toString()));
    }

    static Predicate isOrEmpty(String field, @Nullable String value) {
        return value == null ? new Predicate(field, Op.empty, null) : is(field, value);
    }

    FigureFilter and(Predicate... more) {
        List<Predicate> predicates = new ArrayList<>(all);
        predicates.addAll(List.of(more));
        return new FigureFilter(List.copyOf(predicates));
    }

    FigureFilter and(String field, Enum<?> value) {
        return and(is(field, value.name()));
    }
}
