package vn.songhanh.workspace.changes;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.access.Viewers;

/** Server-sent events that say nothing but what is stale. */
@RestController
@RequestMapping("/api/changes")
class ChangeController {

    /**
     * What one message says.
     *
     * @param kinds of which something was made, changed or taken away; named as in the paths of their lists
     */
    record Changed(List<String> kinds) {}

    private static final Logger log = LoggerFactory.getLogger(ChangeController.class);

    private final OpenPages pages;
    private final Viewers viewers;

    ChangeController(OpenPages pages, Viewers viewers) {
        this.pages = pages;
        this.viewers = viewers;
    }

    /**
     * Goes on until the session ends. Nobody gets it who does not ask for such an answer by name: whoever takes whatever
     * comes would wait for its end.
     */
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "Events without an end; the data of each is this JSON",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = Changed.class)))
    void listen(Viewer viewer, HttpServletRequest request, HttpServletResponse response)
            throws HttpMediaTypeNotAcceptableException {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (accepted == null || !accepted.contains(MediaType.TEXT_EVENT_STREAM_VALUE)) {
            throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.TEXT_EVENT_STREAM));
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
        // Proxies, of which nginx is one, keep what comes in small pieces until there is more of it.
        response.setHeader("X-Accel-Buffering", "no");
        if (request.getMethod().equals("GET")) {
            OpenPage page = new OpenPage(viewer.member(), pages.knownTo(viewer));
            pages.open(page, viewers.pass(request));
            AsyncContext under = request.startAsync();
            under.setTimeout(0);
            Line line = new Line(under);
            under.addListener(new Gone(pages, page, line));
            page.connect(line);
        }
    }

    private record Line(AsyncContext under) implements OpenPage.Line {

        @Override
        public void write(byte[] bytes) throws IOException {
            try {
                OutputStream out = under.getResponse().getOutputStream();
                out.write(bytes);
                out.flush();
            } catch (IllegalStateException over) {
                throw new IOException("the web server was first to see that the page was closed", over);
            }
        }

        @Override
        public void close() {
            try {
                under.complete();
            } catch (IllegalStateException overAlready) {
                log.debug("The web server was first to see that a page was closed", overAlready);
            }
        }
    }

    private record Gone(OpenPages pages, OpenPage page, Line line) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            pages.close(page);
        }

        @Override
        public void onError(AsyncEvent event) {
            pages.close(page);
            line.close();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            pages.close(page);
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // It is started once.
        }
    }
}
