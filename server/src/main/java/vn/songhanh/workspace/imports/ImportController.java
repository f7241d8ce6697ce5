package vn.songhanh.workspace.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.ImportTarget;
import vn.songhanh.shared.ImportTarget.Duplicates;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Keyset;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.customfields.FieldNames;
import vn.songhanh.workspace.files.StoredFile;

@RestController
@RequestMapping("/api/imports")
class ImportController {

    private static final Set<String> PARTS = Set.of(
            "file",
            "fileId",
            "object",
            "mapping",
            "defaults",
            "duplicates",
            "dryRun",
            "history",
            "encoding",
            "separator",
            "header");

    private static final int MOST_REASONS = 200;

    private final Imports imports;
    private final ImportStore store;
    private final ImportReport report;
    private final ImportKept kept;
    private final FieldNames names;
    private final JsonMapper json;
    private final Clock clock;

    ImportController(
            Imports imports,
            ImportStore store,
            ImportReport report,
            ImportKept kept,
            FieldNames names,
            JsonMapper json,
            Clock clock) {
        this.imports = imports;
        this.store = store;
        this.report = report;
        this.kept = kept;
        this.names = names;
        this.json = json;
        this.clock = clock;
    }

    /** What can be imported, and into which fields. */
    @GetMapping("/targets")
    List<Target> targets(Viewer viewer) {
        return imports.targets(viewer).stream()
                .map(target -> new Target(target.object(), named(viewer, target)))
                .toList();
    }

    record Target(String object, List<NamedField> fields) {}

    private List<NamedField> named(Viewer viewer, ImportTarget target) {
        return target.fields().stream()
                .map(field -> NamedField.of(field, names.of(target.kind(), field.name(), viewer.locale())))
                .toList();
    }

    @PostMapping(path = "/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    PreviewView preview(
            Viewer viewer,
            @RequestPart(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String fileId,
            @RequestParam String object,
            @RequestParam(required = false) @Nullable String encoding,
            @RequestParam(required = false) @Nullable String separator,
            @RequestParam(required = false) @Nullable String header,
            MultipartHttpServletRequest request)
            throws IOException {
        knownParts(request);
        CsvFile.Known known = known(encoding, separator, header);
        StoredFile stored = stored(viewer, object, file, fileId);
        return faultless(stored, file, () -> {
            Imports.Preview preview = imports.preview(viewer, object, stored, known);
            return PreviewView.of(preview, named(viewer, preview.target()));
        });
    }

    /** Answers at once; the rows are taken by a job whose progress {@code GET /api/imports/{id}} tells. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportView> start(
            Viewer viewer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestPart(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String fileId,
            @RequestParam String object,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(required = false) @Nullable String defaults,
            @RequestParam(required = false) @Nullable String duplicates,
            @RequestParam(required = false) @Nullable String dryRun,
            @RequestParam(required = false) @Nullable String history,
            @RequestParam(required = false) @Nullable String encoding,
            @RequestParam(required = false) @Nullable String separator,
            @RequestParam(required = false) @Nullable String header,
            MultipartHttpServletRequest request)
            throws IOException {
        knownParts(request);
        Imports.Order order = new Imports.Order(
                object,
                json(mapping, "mapping"),
                json(defaults, "defaults"),
                duplicates(duplicates),
                Boolean.TRUE.equals(flag(history, "history")),
                Boolean.TRUE.equals(flag(dryRun, "dryRun")));
        CsvFile.Known known = known(encoding, separator, header);
        StoredFile stored = stored(viewer, object, file, fileId);
        ImportId id = faultless(stored, file, () -> imports.start(viewer, key, order, stored, known));
        if (file != null && !stored.id().equals(store.require(viewer, id).fileId())) {
            imports.forget(stored);
        }
        return ResponseEntity.created(URI.create("/api/imports/" + id)).body(view(viewer, id));
    }

    @GetMapping
    Page<ImportView> list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Keyset keyset = ImportStore.keyset(cursor, limit);
        return store.list(viewer, keyset).map(it -> ImportView.of(it, viewer, clock.instant()));
    }

    @GetMapping("/{id}")
    ImportView read(Viewer viewer, @PathVariable ImportId id) {
        return view(viewer, id);
    }

    /** The rows that were skipped or failed, each with its reason; with {@code rows=all} every row. */
    @GetMapping(path = "/{id}/errors.csv", produces = "text/csv")
    void errors(
            Viewer viewer,
            @PathVariable ImportId id,
            @RequestParam(required = false) @Nullable String rows,
            HttpServletResponse response)
            throws IOException {
        Import it = store.require(viewer, id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"import-" + id + "-errors.csv\"");
        report.write(it, "all".equals(rows), viewer.locale(), response.getOutputStream());
    }

    /** Why rows were skipped or failed, and how many: those of the most rows first, and no more than 200. */
    @GetMapping("/{id}/reasons")
    Page<ImportReport.Reason> reasons(Viewer viewer, @PathVariable ImportId id) {
        return new Page<>(report.reasons(store.require(viewer, id), MOST_REASONS, viewer.locale()), null, null);
    }

    /** @param field a reference whose records are to be made of the names that the file has for them */
    record Missing(@Nullable String field) {}

    /** Imports what a file names and we lack, by its name alone; it can be undone like every import. */
    @PostMapping("/{id}/missing")
    ResponseEntity<ImportView> missing(
            Viewer viewer,
            @PathVariable ImportId id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Missing missing)
            throws IOException {
        if (missing.field() == null) {
            throw new Invalid("field", "required");
        }
        ImportId started = imports.missing(viewer, key, id, missing.field());
        return ResponseEntity.created(URI.create("/api/imports/" + started)).body(view(viewer, started));
    }

    @GetMapping("/{id}/kept")
    Page<ImportKept.Row> kept(
            Viewer viewer,
            @PathVariable ImportId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        store.require(viewer, id);
        return kept.page(viewer, id, cursor, limit, viewer.locale());
    }

    @PostMapping("/{id}/cancel")
    ImportView cancel(Viewer viewer, @PathVariable ImportId id) {
        imports.cancel(viewer, id);
        return view(viewer, id);
    }

    @PostMapping("/{id}/undo")
    ResponseEntity<ImportView> undo(Viewer viewer, @PathVariable ImportId id) {
        imports.undo(viewer, id);
        return ResponseEntity.accepted().body(view(viewer, id));
    }

    private ImportView view(Viewer viewer, ImportId id) {
        return ImportView.of(store.require(viewer, id), viewer, clock.instant());
    }

    private static void knownParts(MultipartHttpServletRequest request) {
        List<String> names = new ArrayList<>(request.getParameterMap().keySet());
        names.addAll(request.getFileMap().keySet());
        Invalid.Check check = new Invalid.Check();
        names.forEach(name -> check.that(PARTS.contains(name), name, "unknown-field", Map.of("allowed", PARTS)));
        check.done();
    }

    private StoredFile stored(Viewer viewer, String object, @Nullable MultipartFile file, @Nullable String fileId)
            throws IOException {
        if (file != null) {
            try (InputStream content = file.getInputStream()) {
                String name = file.getOriginalFilename();
                return imports.keep(
                        viewer, object, name == null || name.isBlank() ? "import.csv" : fileName(name), content);
            }
        }
        if (fileId == null) {
            throw new Invalid("file", "required");
        }
        return imports.file(viewer, Ids.parse(fileId));
    }

    private static String fileName(String name) {
        String clean = Text.clean(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1), "file");
        return clean.length() > 200 ? clean.substring(clean.length() - 200) : clean;
    }

    private interface Reading<T> {
        T of() throws IOException;
    }

    /** A file that cannot be taken is not kept either. */
    private <T> T faultless(StoredFile stored, @Nullable MultipartFile uploaded, Reading<T> reading)
            throws IOException {
        boolean taken = false;
        try {
            T result = reading.of();
            taken = true;
            return result;
        } finally {
            if (!taken && uploaded != null) {
                imports.forget(stored);
            }
        }
    }

    private @Nullable JsonNode json(@Nullable String text, String part) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return json.readTree(text);
        } catch (JacksonException notJson) {
            throw Invalid.notJson(part, notJson);
        }
    }

    private static Duplicates duplicates(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Duplicates.SKIP;
        }
        for (Duplicates way : Duplicates.values()) {
            if (way.name().toLowerCase(Locale.ROOT).equals(text)) {
                return way;
            }
        }
        throw new Invalid("duplicates", "unknown-choice", Map.of("allowed", List.of("skip", "update", "create")));
    }

    private static @Nullable Boolean flag(@Nullable String text, String part) {
        return switch (text) {
            case null -> null;
            case "" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw new Invalid(part, "not-a-flag");
        };
    }

    private static CsvFile.Known known(@Nullable String encoding, @Nullable String separator, @Nullable String header) {
        Encoding named = null;
        if (encoding != null && !encoding.isBlank()) {
            named = Encoding.named(encoding)
                    .orElseThrow(() ->
                            new Invalid("encoding", "unknown-choice", Map.of("allowed", List.of(Encoding.values()))));
        }
        Character cut = null;
        if (separator != null && !separator.isEmpty()) {
            cut = separator.charAt(0);
            if (separator.length() != 1 || !CsvFormat.SEPARATORS.contains(cut)) {
                throw new Invalid("separator", "unknown-choice", Map.of("allowed", CsvFormat.SEPARATORS));
            }
        }
        return new CsvFile.Known(named, cut, flag(header, "header"));
    }
}
