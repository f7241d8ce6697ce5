package vn.songhanh.alignment.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.songhanh.alignment.sla.SlaId;
import vn.songhanh.shared.Viewer;

@RestController
class SlaReportController {

    private final SlaReports reports;

    SlaReportController(SlaReports reports) {
        this.reports = reports;
    }

    @GetMapping("/api/slas/{id}/report")
    SlaReport report(
            Viewer viewer,
            @PathVariable SlaId id,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return reports.report(viewer, id, from, to);
    }
}
