package vn.songhanh.workspace.exports;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.songhanh.shared.ExportSource;
import vn.songhanh.shared.Viewer;
import vn.songhanh.web.AnswerCutOff;

@RestController
@RequestMapping("/api/exports")
class ExportController {

    private final Exports exports;

    ExportController(Exports exports) {
        this.exports = exports;
    }

    /** What the list of these records shows for the same filter, search and sort, whole and as a file. */
    @GetMapping(path = "/{records}.csv", produces = "text/csv")
    void csv(
            Viewer viewer,
            @PathVariable String records,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String columns,
            @RequestParam(defaultValue = "false") boolean deleted,
            HttpServletResponse response) {
        var order = new Exports.Order(records, new ExportSource.Query(filter, q, sort, deleted), columns);
        try {
            exports.write(viewer, order, fileName -> {
                response.setContentType("text/csv;charset=UTF-8");
                response.setHeader(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName)
                                .build()
                                .toString());
                return response.getOutputStream();
            });
        } catch (RuntimeException e) {
            throw response.isCommitted() ? new AnswerCutOff(e) : e;
        }
    }
}
