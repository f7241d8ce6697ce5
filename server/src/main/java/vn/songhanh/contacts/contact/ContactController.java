package vn.songhanh.contacts.contact;

import java.time.Clock;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.songhanh.contacts.lifecycle.Lifecycle;
import vn.songhanh.contacts.lifecycle.StagedDoors;
import vn.songhanh.contacts.timeline.Timeline;
import vn.songhanh.contacts.timeline.TimelineDoors;
import vn.songhanh.workspace.access.Idempotency;
import vn.songhanh.workspace.doors.Doors;

@RestController
@RequestMapping("/api/contacts")
class ContactController extends StagedDoors<ContactId, ContactInput, ContactView> {

    ContactController(Contacts contacts, Doors doors, Lifecycle lifecycle, Clock clock) {
        super(contacts, ContactId::new, doors, lifecycle, clock);
    }

    @RestController
    @RequestMapping("/api/contacts/{id}/timeline")
    static class ContactTimelineController extends TimelineDoors<ContactId> {

        ContactTimelineController(Contacts contacts, Timeline timeline, Idempotency idempotency) {
            super(contacts, timeline, idempotency);
        }
    }
}
