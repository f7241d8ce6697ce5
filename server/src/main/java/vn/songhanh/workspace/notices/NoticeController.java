package vn.songhanh.workspace.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.NameSource;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.Viewer;
import vn.songhanh.web.ProblemTexts;
import vn.songhanh.workspace.WorkspaceKinds;
import vn.songhanh.workspace.changes.Changes;

/** Everyone has his own notices and nobody else's; a key of limited scopes has none. */
@RestController
@RequestMapping("/api/notices")
class NoticeController {

    /** @param text in the reader's language */
    record NoticeView(
            UUID id,
            String kind,
            String text,
            String path,
            Instant at,
            @Nullable Instant readAt) {}

    /** @param unread how many there are in all */
    record NoticeList(List<NoticeView> items, @Nullable String nextCursor, int unread) {}

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final NoticeStore store;
    private final List<NameSource> sources;
    private final ProblemTexts texts;
    private final Changes changes;
    private final Clock clock;

    NoticeController(NoticeStore store, List<NameSource> sources, ProblemTexts texts, Changes changes, Clock clock) {
        this.store = store;
        this.sources = sources;
        this.texts = texts;
        this.changes = changes;
        this.clock = clock;
    }

    @GetMapping
    NoticeList list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        viewer.requireHimself();
        viewer.require(WorkspaceKinds.WORKSPACE, Action.READ);
        Page<Notice> page = store.list(viewer.member(), cursor, limit);
        Map<String, String> names = names(viewer, page.items());
        return new NoticeList(
                page.items().stream().map(notice -> view(viewer, notice, names)).toList(),
                page.nextCursor(),
                store.unread(viewer.member()));
    }

    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(Viewer viewer, @PathVariable UUID id) {
        viewer.requireHimself();
        viewer.require(WorkspaceKinds.WORKSPACE, Action.READ);
        if (!store.read(viewer.member(), id, clock.instant())) {
            throw new NotFound("notice", id);
        }
        changes.ofTheirOwn("notices", List.of(viewer.member()));
    }

    @PostMapping("/read-all")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readAll(Viewer viewer) {
        viewer.requireHimself();
        viewer.require(WorkspaceKinds.WORKSPACE, Action.READ);
        store.readAll(viewer.member(), clock.instant());
        changes.ofTheirOwn("notices", List.of(viewer.member()));
    }

    /** What the notices speak of, as far as the reader may know it now. */
    private Map<String, String> names(Viewer viewer, List<Notice> notices) {
        Set<UUID> ids = notices.stream()
                .flatMap(notice -> notice.args().values().stream())
                .filter(value -> ID.matcher(value).matches())
                .map(UUID::fromString)
                .collect(Collectors.toSet());
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            sources.forEach(source -> source.names(viewer, ids).forEach((id, name) -> names.put(id.toString(), name)));
        }
        return names;
    }

    private NoticeView view(Viewer viewer, Notice notice, Map<String, String> names) {
        String unknown = texts.text("notice.out-of-sight", Map.of(), viewer.locale());
        Map<String, String> told = new HashMap<>(notice.args());
        told.replaceAll((arg, value) -> ID.matcher(value).matches() ? names.getOrDefault(value, unknown) : value);
        String text = texts.text("notice." + notice.kind(), told, viewer.locale());
        return new NoticeView(notice.id(), notice.kind(), text, notice.path(), notice.at(), notice.readAt());
    }
}
