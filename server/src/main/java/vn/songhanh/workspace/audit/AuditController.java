package vn.songhanh.workspace.audit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;

@RestController
@RequestMapping("/api/audit")
class AuditController {

    private final AuditTrail trail;
    private final AuditSeals seals;

    AuditController(AuditTrail trail, AuditSeals seals) {
        this.trail = trail;
        this.seals = seals;
    }

    /** The latest first. */
    @GetMapping
    Page<AuditLine> list(
            Viewer viewer,
            @RequestParam @Nullable RecordKind kind,
            @RequestParam @Nullable UUID recordId,
            @RequestParam @Nullable UUID actorId,
            @RequestParam @Nullable String action,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        return trail.list(viewer, new AuditTrail.Query(kind, recordId, actorId, action, from, to), cursor, limit);
    }

    @GetMapping("/seal")
    AuditSeals.State seal(Viewer viewer) {
        return seals.state(viewer);
    }

    /** The outcome stands in the state of the seal when it is there. */
    @PostMapping("/seal/check")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void check(Viewer viewer) {
        seals.ask(viewer);
    }
}
