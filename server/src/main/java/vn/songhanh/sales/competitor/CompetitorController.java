package vn.songhanh.sales.competitor;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.songhanh.workspace.doors.Doors;
import vn.songhanh.workspace.doors.PlainDoors;

@RestController
@RequestMapping("/api/competitors")
class CompetitorController extends PlainDoors<CompetitorId, CompetitorInput, CompetitorView> {

    CompetitorController(Competitors competitors, Doors doors) {
        super(competitors, CompetitorId::new, doors);
    }
}
