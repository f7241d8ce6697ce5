package vn.songhanh.workspace.customfields;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.web.ProblemTexts;

/** What the fields of a kind are called, above the columns of files and wherever one is chosen. */
@Component
public class FieldNames {

    /** An external id is one itself. */
    private static final Pattern NAMED_BY_ID = Pattern.compile("(?!external)\\w+Id");

    private final CustomFields customFields;
    private final ProblemTexts texts;

    FieldNames(CustomFields customFields, ProblemTexts texts) {
        this.customFields = customFields;
        this.texts = texts;
    }

    /**
     * {@code column.<plural>.<name>} or else {@code column.<name>}; a field of the company's own by its label. What is
     * named by an id is called as what is named: {@code ownerId} by {@code column.owner}.
     */
    public String of(RecordKind kind, String name, Locale locale) {
        CustomField own = name.startsWith(CustomFields.CUSTOM)
                ? customFields.of(kind).get(name.substring(CustomFields.CUSTOM.length()))
                : null;
        if (own != null) {
            return locale.getLanguage().equals("en")
                    ? own.label().en()
                    : own.label().vi();
        }
        String plain = NAMED_BY_ID.matcher(name).matches() ? name.substring(0, name.length() - 2) : name;
        String special = "column." + kind.plural() + "." + plain;
        String text = texts.text(special, Map.of(), locale);
        return text.equals(special) ? texts.text("column." + plain, Map.of(), locale) : text;
    }
}
