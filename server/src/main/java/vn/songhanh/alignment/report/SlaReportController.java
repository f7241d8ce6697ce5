package vn.songhanh.alignment.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.songhanh.alignment.sla.SlaId;
import vn.songhanh.shared.Viewer;

@RestController
class SlaReportController {

    private final SlaReports reports;
    private final SlaReportFile file;

    SlaReportController(SlaReports reports, SlaReportFile file) {
        this.reports = reports;
        this.file = file;
    }

    @GetMapping("/api/slas/{id}/report")
    SlaReport report(
            Viewer viewer,
            @PathVariable SlaId id,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return reports.report(viewer, id, from, to);
    }

    /** Its figures as a file. */
    @GetMapping(path = "/api/slas/{id}/report.csv", produces = "text/csv")
    void file(
            Viewer viewer,
            @PathVariable SlaId id,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            HttpServletResponse response)
            throws IOException {
        SlaReport report = reports.toTakeAway(viewer, id, from, to);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("sla-" + report.from() + "-" + report.to() + ".csv")
                        .build()
                        .toString());
        file.write(report, viewer.locale(), response.getOutputStream());
    }
}
