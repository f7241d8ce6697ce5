package vn.songhanh.contacts.company;

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
@RequestMapping("/api/companies")
class CompanyController extends StagedDoors<CompanyId, CompanyInput, CompanyView> {

    CompanyController(Companies companies, Doors doors, Lifecycle lifecycle, Clock clock) {
        super(companies, CompanyId::new, doors, lifecycle, clock);
    }

    @RestController
    @RequestMapping("/api/companies/{id}/timeline")
    static class CompanyTimelineController extends TimelineDoors<CompanyId> {

        CompanyTimelineController(Companies companies, Timeline timeline, Idempotency idempotency) {
            super(companies, timeline, idempotency);
        }
    }
}
