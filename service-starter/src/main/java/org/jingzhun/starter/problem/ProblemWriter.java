package org.jingzhun.starter.problem;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jingzhun.starter.web.RequestId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem where no controller is reached: in filters. */
public class ProblemWriter {

    private static final Logger log = LoggerFactory.getLogger(ProblemWriter.class);

    private final Problems problems;
    private final LocaleResolver languages;
    private final JsonMapper json;

    ProblemWriter(Problems problems, LocaleResolver languages, JsonMapper json) {
        this.problems = problems;
        this.languages = languages;
        this.json = json;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, HttpStatusCode status, String slug,
            @Nullable Object... args) throws IOException {
        var problem = problems.in(languages.resolveLocale(request), status, slug, args);
        log.info("{} {}", status.value(), problem.getType());
        write(request, response, problem);
    }

    /** The same for an outage, whose cause belongs into the log and not into the answer. */
    public void write(HttpServletRequest request, HttpServletResponse response, HttpStatusCode status, String slug,
            Exception cause) throws IOException {
        var problem = problems.in(languages.resolveLocale(request), status, slug);
        log.error("{} {}", status.value(), problem.getType(), cause);
        write(request, response, problem);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        problem.setInstance(instance(request));
        problem.setProperty("requestId", RequestId.of(request));
        response.setStatus(problem.getStatus());
        response.setHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
    }

    /** The path as it was sent, that is, still encoded; without the query. */
    static URI instance(HttpServletRequest request) {
        return instance(request.getRequestURI());
    }

    static URI instance(String path) {
        try {
            return URI.create(path);
        } catch (IllegalArgumentException e) {
            return URI.create("/");
        }
    }
}
