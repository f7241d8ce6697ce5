package vn.songhanh.web;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Problem;

/** Puts a problem into words: {@code problem.<slug>} and {@code error.<code>} with {@code {name}} filled in. */
@Component
public class ProblemTexts {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final MessageSource messages;

    ProblemTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** What went wrong with one field. */
    public record FieldProblem(String field, String code, String message) {}

    public ProblemDetail describe(Problem problem, Locale locale) {
        ProblemDetail detail = describe(problem.slug(), problem.status(), problem.facts(), locale);
        if (problem instanceof Invalid invalid) {
            List<FieldProblem> errors = new ArrayList<>();
            for (Invalid.FieldError error : invalid.errors()) {
                errors.add(describe(error, locale));
            }
            detail.setProperty("errors", errors);
        }
        return detail;
    }

    public FieldProblem describe(Invalid.FieldError error, Locale locale) {
        return new FieldProblem(error.field(), error.code(), text("error." + error.code(), error.args(), locale));
    }

    /** @param facts become members of the answer beside the standard ones */
    public ProblemDetail describe(String slug, int status, Map<String, ?> facts, Locale locale) {
        ProblemDetail detail = ProblemDetail.forStatus(status);
        detail.setType(URI.create("/problems/" + slug));
        detail.setTitle(text("problem." + slug, facts, locale));
        facts.forEach(detail::setProperty);
        return detail;
    }

    /** The message of that key with its places filled; the key itself when there is no such message. */
    public String text(String key, Map<String, ?> facts, Locale locale) {
        String pattern = messages.getMessage(key, null, key, locale);
        Map<String, Object> values = new LinkedHashMap<>(facts);
        return PLACE.matcher(pattern == null ? key : pattern).replaceAll(match -> {
            Object value = values.get(match.group(1));
            return Matcher.quoteReplacement(
                    switch (value) {
                        case null -> match.group();
                        case Collection<?> several ->
                            several.stream().map(String::valueOf).collect(joining(", "));
                        default -> value.toString();
                    });
        });
    }

    /** What people call a value of a closed list: {@code choice.<field>.<value>}; itself when it goes by no other name. */
    public String choice(String field, String value, Locale locale) {
        String key = "choice." + field + "." + value;
        String word = text(key, Map.of(), locale);
        return word.equals(key) ? value : word;
    }
}
