package vn.songhanh.contacts;

import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.IfMatch;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.PreconditionRequired;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.access.Idempotency;
import vn.songhanh.workspace.audit.AuditLine;
import vn.songhanh.workspace.audit.AuditTrail;
import vn.songhanh.workspace.settings.Settings;

@RestController
@RequestMapping("/api/contacts")
class ContactController {

    private final Contacts contacts;
    private final ContactStore store;
    private final Lifecycle lifecycle;
    private final Timeline timeline;
    private final AuditTrail trail;
    private final Idempotency idempotency;
    private final Settings settings;
    private final Clock clock;

    ContactController(
            Contacts contacts,
            ContactStore store,
            Lifecycle lifecycle,
            Timeline timeline,
            AuditTrail trail,
            Idempotency idempotency,
            Settings settings,
            Clock clock) {
        this.contacts = contacts;
        this.store = store;
        this.lifecycle = lifecycle;
        this.timeline = timeline;
        this.trail = trail;
        this.idempotency = idempotency;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    Page<ContactView> list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(defaultValue = "false") boolean count,
            @RequestParam(defaultValue = "false") boolean deleted) {
        var request = new ListRequest(filter, q, sort, cursor, limit, count, deleted);
        return store.list(
                request,
                new FilterField.Context(
                        viewer, clock.instant(), settings.workspace().zone()));
    }

    @GetMapping("/{id}")
    ResponseEntity<ContactView> read(Viewer viewer, @PathVariable ContactId id) {
        return answer(store.view(viewer, id));
    }

    @PostMapping
    ResponseEntity<ContactView> create(
            Viewer viewer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody ContactInput input,
            @RequestParam(defaultValue = "refuse") Duplicates duplicates) {
        ContactView contact;
        if (key == null) {
            contact = contacts.create(viewer, input, duplicates.allowed());
        } else {
            UUID id = idempotency.once(
                    viewer,
                    key,
                    input,
                    () -> contacts.create(viewer, input, duplicates.allowed())
                            .id()
                            .value());
            contact = store.view(viewer, new ContactId(id));
        }
        return ResponseEntity.created(URI.create("/api/contacts/" + contact.id()))
                .eTag(tag(contact.version()))
                .body(contact);
    }

    @PatchMapping("/{id}")
    ResponseEntity<ContactView> patch(
            Viewer viewer,
            @PathVariable ContactId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch,
            @RequestParam(defaultValue = "refuse") Duplicates duplicates) {
        long version = PreconditionRequired.version(ifMatch);
        return answer(contacts.patch(viewer, id, version, patch, duplicates.allowed()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Viewer viewer, @PathVariable ContactId id, IfMatch ifMatch) {
        contacts.delete(viewer, id, ifMatch);
    }

    @PostMapping("/{id}/restore")
    ResponseEntity<ContactView> restore(
            Viewer viewer,
            @PathVariable ContactId id,
            IfMatch ifMatch,
            @RequestParam(defaultValue = "refuse") Duplicates duplicates) {
        return answer(contacts.restore(viewer, id, ifMatch, duplicates.allowed()));
    }

    @GetMapping("/{id}/lifecycle")
    LifecycleView lifecycle(Viewer viewer, @PathVariable ContactId id) {
        ContactView contact = store.view(viewer, id);
        return lifecycle.view(id.value(), contact.contact().lifecycleStage(), clock.instant());
    }

    @PostMapping("/{id}/lifecycle")
    LifecycleView move(
            Viewer viewer, @PathVariable ContactId id, IfMatch ifMatch, @RequestBody LifecycleView.Input input) {
        contacts.move(viewer, id, ifMatch, input.requiredStage(), input.otherKindId(), input.reason());
        return lifecycle(viewer, id);
    }

    @GetMapping("/{id}/timeline")
    Page<TimelineItem> timeline(
            Viewer viewer,
            @PathVariable ContactId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        store.view(viewer, id);
        return timeline.page(viewer, id.value(), cursor, limit);
    }

    /** Who has changed what of it, the latest first. */
    @GetMapping("/{id}/history")
    Page<AuditLine> history(
            Viewer viewer,
            @PathVariable ContactId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        store.view(viewer, id);
        return trail.ofRecord(viewer, RecordKind.CONTACT, id.value(), cursor, limit);
    }

    @PostMapping("/{id}/timeline")
    @ResponseStatus(HttpStatus.CREATED)
    TimelineItem log(
            Viewer viewer,
            @PathVariable ContactId id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody TouchInput input) {
        UUID logged = idempotency.once(
                viewer,
                key,
                new TouchInput.Of(id.value(), input),
                () -> contacts.log(viewer, id, input).id());
        return timeline.logged(logged);
    }

    private static ResponseEntity<ContactView> answer(ContactView contact) {
        return ResponseEntity.ok().eTag(tag(contact.version())).body(contact);
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }
}
