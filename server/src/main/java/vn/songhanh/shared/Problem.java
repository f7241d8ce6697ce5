package vn.songhanh.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A broken rule, told to the caller as RFC 9457 problem+json. Four families: {@link Invalid}, {@link NotFound},
 * {@link Conflict}, {@link Forbidden}. A rule gets its own subclass where somebody would catch it or read its name.
 */
public abstract class Problem extends RuntimeException {

    /** The members that RFC 9457 and we ourselves give every problem. */
    private static final Set<String> RESERVED = Set.of("type", "title", "status", "detail", "instance", "errors");

    private final String slug;
    private final transient Map<String, Object> facts;

    /**
     * @param slug stable name, the last part of the problem's {@code type}; its text is the message
     *     {@code problem.<slug>}
     * @param facts beside-lying members of the answer, none of them of a reserved name, and the arguments {@code {name}} of the text
     */
    protected Problem(String slug, Map<String, ?> facts, @Nullable Throwable cause) {
        super(slug + (facts.isEmpty() ? "" : " " + facts), cause);
        if (facts.keySet().stream().anyMatch(RESERVED::contains)) {
            throw new IllegalArgumentException("a fact of " + slug + " has a name that every problem has: " + facts);
        }
        this.slug = slug;
        this.facts = new LinkedHashMap<>(facts);
    }

    public String slug() {
        return slug;
    }

    public Map<String, Object> facts() {
        return facts;
    }

    /** The HTTP status of the family. */
    public abstract int status();
}
