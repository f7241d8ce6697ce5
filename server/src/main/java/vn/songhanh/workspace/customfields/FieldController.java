package vn.songhanh.workspace.customfields;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.FieldSet;
import vn.songhanh.shared.FieldSource;
import vn.songhanh.shared.FieldType;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;
import vn.songhanh.web.ProblemTexts;
import vn.songhanh.workspace.members.Kinds;

/** What is known of the records of a kind, for whoever makes a list, a filter or a form of them. */
@RestController
@RequestMapping("/api/fields")
class FieldController {

    /** All can be filtered by; the fields that the company added come last. Kinds that have no list have none. */
    record FieldList(List<FieldView> items) {}

    private final ObjectProvider<FieldSource> sources;
    private final CustomFields customFields;
    private final FieldNames names;
    private final Kinds kinds;
    private final ProblemTexts texts;

    FieldController(
            ObjectProvider<FieldSource> sources,
            CustomFields customFields,
            FieldNames names,
            Kinds kinds,
            ProblemTexts texts) {
        this.sources = sources;
        this.customFields = customFields;
        this.names = names;
        this.kinds = kinds;
        this.texts = texts;
    }

    @GetMapping("/{kind}")
    FieldList list(Viewer viewer, @PathVariable RecordKind kind) {
        kinds.check("kind", kind);
        viewer.require(kind, Action.READ);
        FieldSet fields = sources.stream()
                .map(FieldSource::fields)
                .filter(set -> set.kind().equals(kind))
                .findFirst()
                .orElseGet(() -> new FieldSet(kind));
        Locale locale = viewer.locale();
        boolean edits = viewer.reach(kind, Action.WRITE) != Reach.NONE;
        List<FieldView> all = new ArrayList<>();
        for (FilterField field : fields.fields()) {
            String name = field.name();
            all.add(new FieldView(
                    name,
                    names.of(kind, name, locale),
                    field.type(),
                    field.choices().stream()
                            .map(value -> new FieldView.Option(value, texts.choice(name, value, locale)))
                            .toList(),
                    fields.isSortable(name),
                    fields.isPlain(name),
                    edits && fields.isPlain(name),
                    false));
        }
        for (CustomField field : customFields.of(kind).values()) {
            String name = CustomFields.CUSTOM + field.key();
            all.add(new FieldView(
                    name,
                    names.of(kind, name, locale),
                    FieldType.valueOf(field.type().name()),
                    field.choices().stream()
                            .map(value -> new FieldView.Option(value, value))
                            .toList(),
                    false,
                    true,
                    edits && !field.archived(),
                    field.archived()));
        }
        return new FieldList(all);
    }
}
