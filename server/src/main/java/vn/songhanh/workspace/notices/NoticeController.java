package vn.songhanh.workspace.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;
import vn.songhanh.web.ProblemTexts;

/** Everyone has his own notices and nobody else's. */
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

    private final NoticeStore store;
    private final ProblemTexts texts;
    private final Clock clock;

    NoticeController(NoticeStore store, ProblemTexts texts, Clock clock) {
        this.store = store;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    NoticeList list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        viewer.require(RecordKind.WORKSPACE, Action.READ);
        Page<NoticeView> page = store.list(viewer.member(), cursor, limit).map(notice -> view(viewer, notice));
        return new NoticeList(page.items(), page.nextCursor(), store.unread(viewer.member()));
    }

    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(Viewer viewer, @PathVariable UUID id) {
        viewer.requireHimself();
        viewer.require(RecordKind.WORKSPACE, Action.READ);
        if (!store.read(viewer.member(), id, clock.instant())) {
            throw new NotFound("notice", id);
        }
    }

    @PostMapping("/read-all")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readAll(Viewer viewer) {
        viewer.requireHimself();
        viewer.require(RecordKind.WORKSPACE, Action.READ);
        store.readAll(viewer.member(), clock.instant());
    }

    private NoticeView view(Viewer viewer, Notice notice) {
        String text = texts.text("notice." + notice.kind(), notice.args(), viewer.locale());
        return new NoticeView(notice.id(), notice.kind(), text, notice.path(), notice.at(), notice.readAt());
    }
}
