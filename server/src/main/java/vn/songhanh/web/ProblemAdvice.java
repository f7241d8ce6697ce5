package vn.songhanh.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.net.SocketTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import vn.songhanh.shared.Busy;
import vn.songhanh.shared.Conflict;
import vn.songhanh.shared.Forbidden;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.Problem;

/** The one place where what went wrong becomes an HTTP answer, RFC 9457, in the caller's language. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    private final ProblemTexts texts;

    ProblemAdvice(ProblemTexts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Problem problem, Locale locale) {
        ProblemDetail detail = texts.describe(problem, locale);
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(detail.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.facts().get("retryAfter") instanceof Number seconds) {
            answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        }
        return answer.body(detail);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e, Locale locale) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                return json(json, locale);
            }
            if (cause instanceof BodyLimit.Exceeded exceeded) {
                return problem(new TooLarge(exceeded.limit), locale);
            }
            if (cause instanceof SocketTimeoutException slow) {
                return slow(slow, locale);
            }
        }
        return problem(new Invalid("body", "required"), locale);
    }

    /** Also what a merge patch throws when the merged input does not have the right shape. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> json(JacksonException e, Locale locale) {
        String path = path(e);
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyLimit.Exceeded exceeded) {
                return problem(new TooLarge(exceeded.limit), locale);
            }
            if (cause instanceof BodyLimit.NoRoom) {
                return problem(new Busy("busy", A_MOMENT, e), locale);
            }
            if (cause instanceof SocketTimeoutException slow) {
                return slow(slow, locale);
            }
            if (cause instanceof Invalid invalid) {
                return problem(within(path, invalid), locale);
            }
            if (cause instanceof NotFound) {
                return problem(new Invalid(path, "not-an-id"), locale);
            }
        }
        return switch (e) {
            case StreamConstraintsException beyond ->
                problem(new Invalid(path.isEmpty() ? "body" : path, "beyond-bounds"), locale);
            case UnrecognizedPropertyException unknown ->
                problem(
                        new Invalid(
                                path,
                                "unknown-field",
                                Map.of("value", unknown.getPropertyName(), "allowed", known(unknown))),
                        locale);
            case InvalidNullException nothing ->
                problem(new Invalid(path.isEmpty() ? "body" : path, "required"), locale);
            case StreamReadException malformed -> problem(Invalid.notJson("body", malformed), locale);
            default -> problem(new Invalid(path.isEmpty() ? "body" : path, "wrong-type"), locale);
        };
    }

    private static List<Object> known(UnrecognizedPropertyException unknown) {
        Class<?> type = unknown.getReferringClass();
        if (type != null && type.isRecord()) {
            return Unwrapped.components(type).stream()
                    .<Object>map(RecordComponent::getName)
                    .toList();
        }
        return unknown.getKnownPropertyIds() == null ? List.of() : List.copyOf(unknown.getKnownPropertyIds());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mismatch(TypeMismatchException e, Locale locale) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                String name = e.getPropertyName();
                return problem(
                        problem instanceof Invalid invalid && name != null ? within(name, invalid) : problem, locale);
            }
        }
        return problem(new Invalid(String.valueOf(e.getPropertyName()), "wrong-type"), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException e, Locale locale) {
        return problem(new Invalid(e.getParameterName(), "required"), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestPartException e, Locale locale) {
        return problem(new Invalid(e.getRequestPartName(), "required"), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> upload(MultipartException e, Locale locale) {
        if (e instanceof MaxUploadSizeExceededException || rootName(e).contains("SizeLimit")) {
            return problem(new TooLarge(BodyLimit.MAX_BYTES), locale);
        }
        return problem(new Invalid("body", "not-multipart"), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(AccessDeniedException e, Locale locale) {
        return problem(new Forbidden("forbidden-here", Map.of(), e), locale);
    }

    /** Two changed the same records in opposite order, and PostgreSQL let the other one through. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> crossed(PessimisticLockingFailureException e, Locale locale) {
        log.info("Two changes crossed", e);
        return problem(new Conflict("crossed"), locale);
    }

    /** The database was not done in the time that a reading gets. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLong(QueryTimeoutException e, Locale locale, HttpServletRequest request) {
        log.info("Reading took too long at {}", request.getRequestURI(), e);
        return problem(new Busy("too-slow", A_MOMENT, e), locale);
    }

    /** Whoever sends so slowly hears it if he listens. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> slow(SocketTimeoutException e, Locale locale) {
        log.debug("A body came too slowly", e);
        return answer(texts.describe("http-408", HttpStatus.REQUEST_TIMEOUT.value(), Map.of(), locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> otherContent(HttpMediaTypeNotSupportedException e, Locale locale) {
        String accepted = MediaType.toString(e.getSupportedMediaTypes());
        return answer(texts.describe(
                "http-415", HttpStatus.UNSUPPORTED_MEDIA_TYPE.value(), Map.of("accepted", accepted), locale));
    }

    /** The client went away; there is nobody to answer. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException e) {
        log.debug("Client went away", e);
    }

    /** Left to the server, which closes the connection: nothing that is said now would be understood. */
    @ExceptionHandler
    void cutOff(AnswerCutOff e, HttpServletRequest request) {
        log.error("An answer was cut off at {} {}", request.getMethod(), request.getRequestURI(), e);
        throw e;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(Exception e, Locale locale, HttpServletRequest request) {
        if (e instanceof ErrorResponse response) {
            HttpStatusCode status = response.getStatusCode();
            return answer(texts.describe("http-" + status.value(), status.value(), Map.of(), locale));
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidParameterException) {
                return problem(new Invalid("query", "malformed-query"), locale);
            }
            if (cause instanceof SQLTransientConnectionException) {
                log.warn("No connection to the database was free at {}", request.getRequestURI());
                return problem(new Busy("busy", A_MOMENT, e), locale);
            }
        }
        UUID incident = UUID.randomUUID();
        log.error("Incident {} at {} {}", incident, request.getMethod(), request.getRequestURI(), e);
        return answer(texts.describe(
                "incident", HttpStatus.INTERNAL_SERVER_ERROR.value(), Map.of("incident", incident.toString()), locale));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail detail) {
        return ResponseEntity.status(detail.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private static Invalid within(String path, Invalid invalid) {
        List<Invalid.FieldError> errors = new ArrayList<>();
        for (Invalid.FieldError error : invalid.errors()) {
            boolean whole = path.isEmpty() || error.field().startsWith(path);
            String field = whole ? error.field() : error.field().isEmpty() ? path : path + "." + error.field();
            errors.add(new Invalid.FieldError(field, error.code(), error.args()));
        }
        return new Invalid(errors);
    }

    private static String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : e.getPath()) {
            if (Unwrapped.isPassing(reference)) {
                continue;
            }
            String name = reference.getPropertyName();
            if (name == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }

    private static String rootName(@Nullable Throwable e) {
        StringBuilder names = new StringBuilder();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            names.append(cause.getClass().getSimpleName()).append(' ');
        }
        return names.toString();
    }
}
