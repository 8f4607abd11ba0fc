package org.jingzhun.starter.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import org.jingzhun.starter.web.BodyTooLarge;
import org.jingzhun.starter.web.ChangedMeanwhile;
import org.jingzhun.starter.web.IfMatchMissing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Maps what no feature maps: input that cannot be read, rights, versions, outages, and at the end the unexpected. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class InputProblems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(InputProblems.class);
    private static final String TRY_AGAIN_SECONDS = "5";

    private final Problems problems;

    InputProblems(Problems problems) {
        this.problems = problems;
    }

    // --- rights

    @ExceptionHandler
    ProblemDetail on(AccessDeniedException refusal) {
        return problems.of(HttpStatus.FORBIDDEN, "not-allowed");
    }

    @ExceptionHandler
    ProblemDetail on(AuthenticationException refusal) {
        return problems.of(HttpStatus.UNAUTHORIZED, "sign-in-needed");
    }

    // --- state

    @ExceptionHandler
    ProblemDetail on(ChangedMeanwhile refusal) {
        return problems.of(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile");
    }

    @ExceptionHandler
    ProblemDetail on(IfMatchMissing refusal) {
        return problems.of(HttpStatus.PRECONDITION_REQUIRED, "if-match-missing");
    }

    @ExceptionHandler
    ProblemDetail on(OptimisticLockingFailureException refusal) {
        return problems.of(HttpStatus.CONFLICT, "changed-at-the-same-time");
    }

    @ExceptionHandler
    ProblemDetail on(DuplicateKeyException refusal) {
        return problems.of(HttpStatus.CONFLICT, "already-there");
    }

    /** Deadlocks and waits for a row; the transaction was tried again before it came to this. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(ConcurrencyFailureException refusal) {
        log.warn("given up after waiting for another change", refusal);
        return ResponseEntity.status(HttpStatus.CONFLICT).header(HttpHeaders.RETRY_AFTER, "1")
                .body(problems.of(HttpStatus.CONFLICT, "changed-at-the-same-time"));
    }

    // --- outages

    @ExceptionHandler({DataAccessResourceFailureException.class, CannotCreateTransactionException.class,
            QueryTimeoutException.class})
    ResponseEntity<ProblemDetail> onOutage(Exception outage) {
        log.error("the database does not answer", outage);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, TRY_AGAIN_SECONDS)
                .body(problems.of(HttpStatus.SERVICE_UNAVAILABLE, "database-unavailable"));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleAsyncRequestTimeoutException(AsyncRequestTimeoutException timeout,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(HttpStatus.SERVICE_UNAVAILABLE, headers, "took-too-long");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleAsyncRequestNotUsableException(AsyncRequestNotUsableException gone,
            WebRequest request) {
        return null; // nobody listens any more
    }

    // --- the body

    @ExceptionHandler
    ProblemDetail on(BodyTooLarge refusal) {
        return tooLarge(refusal);
    }

    private ProblemDetail tooLarge(BodyTooLarge refusal) {
        return problems.of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", refusal.limit().toKilobytes());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException unreadable,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge tooLarge) {
                return new ResponseEntity<>(tooLarge(tooLarge), headers, HttpStatus.CONTENT_TOO_LARGE);
            }
        }
        return switch (unreadable.getCause()) {
            case StreamReadException syntax -> answer(HttpStatus.BAD_REQUEST, headers, "body-not-json",
                    syntax.getLocation().getLineNr(), syntax.getLocation().getColumnNr());
            case DatabindException mismatch ->
                invalid(headers, List.of(new FieldProblem(pointer(mismatch), expected(mismatch))));
            case null, default -> answer(HttpStatus.BAD_REQUEST, headers, "body-missing");
        };
    }

    private static String pointer(JacksonException mismatch) {
        return mismatch.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null
                        ? Integer.toString(step.getIndex())
                        : escaped(step.getPropertyName())))
                .collect(Collectors.joining());
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private String expected(DatabindException mismatch) {
        return switch (mismatch) {
            case UnrecognizedPropertyException unknown -> {
                var known = unknown.getKnownPropertyIds();
                yield problems.text("field.unknown", known == null
                        ? ""
                        : known.stream().map(String::valueOf).sorted()
                                .collect(Collectors.joining(", ")));
            }
            case InvalidFormatException format -> problems.text("field.format", kind(format.getTargetType()));
            case MismatchedInputException other when other.getTargetType() != null ->
                problems.text("field.format", kind(other.getTargetType()));
            default -> problems.text("field.not-accepted");
        };
    }

    /** What would be right, in words; the type's own name says nothing to who sent it. */
    private String kind(@Nullable Class<?> type) {
        if (type == null) {
            return problems.text("kind.other");
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
        }
        return problems.text(switch (type.getSimpleName()) {
            case "LocalDate" -> "kind.date";
            case "Instant", "OffsetDateTime", "ZonedDateTime" -> "kind.instant";
            case "YearMonth" -> "kind.month";
            case "int", "long", "short", "Integer", "Long", "Short", "BigInteger" -> "kind.integer";
            case "BigDecimal", "double", "Double", "float", "Float" -> "kind.decimal";
            case "boolean", "Boolean" -> "kind.boolean";
            case "String" -> "kind.text";
            case "UUID" -> "kind.uuid";
            case "List", "Set", "Collection", "ArrayList" -> "kind.list";
            default -> type.isRecord() ? "kind.object" : "kind.other";
        });
    }

    // --- constraints

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException invalid,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(headers, fields(invalid.getAllErrors(), ""));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.is5xxServerError()) { // the answer, not the input, breaks its constraints
            return unexpected(invalid, headers);
        }
        var found = new ArrayList<FieldProblem>();
        for (var result : invalid.getParameterValidationResults()) {
            if (result instanceof ParameterErrors body) {
                found.addAll(fields(body.getAllErrors(), ""));
            } else {
                var name = result.getMethodParameter().getParameterName();
                result.getResolvableErrors()
                        .forEach(error -> found.add(new FieldProblem(name == null ? "" : name, sentence(error))));
            }
        }
        return invalid(headers, found);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> on(ConstraintViolationException invalid) {
        return invalid(HttpHeaders.EMPTY, invalid.getConstraintViolations().stream()
                .map(violation -> new FieldProblem(last(violation), violation.getMessage())).toList());
    }

    private static String last(ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath().toString();
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private List<FieldProblem> fields(List<? extends ObjectError> errors, String prefix) {
        return errors.stream().map(error -> error instanceof FieldError field
                ? new FieldProblem(prefix + "/" + field.getField().replace("[", "/").replace("]", "").replace('.', '/'),
                        field.isBindingFailure() ? problems.text("field.not-accepted") : sentence(field))
                : new FieldProblem(prefix, sentence(error))).toList();
    }

    private String sentence(MessageSourceResolvable error) {
        var message = error.getDefaultMessage();
        return message == null ? problems.text("field.not-accepted") : message;
    }

    // --- parameters and headers

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException mismatch, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        if (mismatch instanceof ConversionNotSupportedException) {
            return unexpected(mismatch, headers);
        }
        var name = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : mismatch.getPropertyName();
        return invalid(headers, List.of(new FieldProblem(name == null ? "" : name,
                problems.text("field.format", kind(mismatch.getRequiredType())))));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing, HttpHeaders headers, HttpStatusCode status,
            WebRequest request) {
        return invalid(headers, List.of(new FieldProblem(missing.getParameterName(), problems.text("field.missing"))));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(ServletRequestBindingException refused,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return refused instanceof MissingRequestHeaderException header
                ? invalid(headers, List.of(new FieldProblem(header.getHeaderName(), problems.text("field.missing"))))
                : answer(HttpStatus.BAD_REQUEST, headers, "request-not-understood");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingPathVariable(MissingPathVariableException missing,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return unexpected(missing, headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException refused, HttpHeaders headers, HttpStatusCode status,
            WebRequest request) {
        return answer(HttpStatus.METHOD_NOT_ALLOWED, headers, "method-not-allowed", listed(refused.getSupportedMethods()));
    }

    private static String listed(String @Nullable [] values) {
        return values == null ? "" : String.join(", ", values);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(HttpMediaTypeNotSupportedException refused,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE, headers, "media-type-not-supported",
                refused.getSupportedMediaTypes().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
            HttpMediaTypeNotAcceptableException refused, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(HttpStatus.NOT_ACCEPTABLE, headers, "media-type-not-acceptable");
    }

    // --- all the rest

    /** What Spring refuses by itself and what has no method above: by its status. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception refused, @Nullable Object body,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail own && own.getType() != null
                && own.getType().toString().startsWith(Problems.BASE)) {
            return new ResponseEntity<>(own, headers, status);
        }
        if (status.is5xxServerError()) {
            return status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE)
                    ? answer(status, headers, "took-too-long")
                    : unexpected(refused, headers);
        }
        return answer(status, headers, LastProblem.slug(status));
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> on(Exception unexpected) {
        return unexpected(unexpected, HttpHeaders.EMPTY);
    }

    private ResponseEntity<Object> unexpected(Exception unexpected, HttpHeaders headers) {
        log.error("unexpected", unexpected);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, headers, "unexpected");
    }

    private ResponseEntity<Object> invalid(HttpHeaders headers, List<FieldProblem> errors) {
        var problem = problems.of(HttpStatus.BAD_REQUEST, "input-not-valid");
        problem.setProperty("errors", errors);
        return new ResponseEntity<>(problem, headers, HttpStatus.BAD_REQUEST);
    }

    private ResponseEntity<Object> answer(HttpStatusCode status, HttpHeaders headers, String slug, @Nullable Object... args) {
        return new ResponseEntity<>(problems.of(status, slug, args), headers, status);
    }
}
