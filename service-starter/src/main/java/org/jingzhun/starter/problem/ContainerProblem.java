package org.jingzhun.starter.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers what Tomcat refuses before any filter sees it, such as an encoded slash; by default that would be a page of HTML. */
class ContainerProblem extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ContainerProblem.class);

    private final Problems problems;
    private final JsonMapper json;

    ContainerProblem(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
        setAsyncSupported(true);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var status = HttpStatusCode.valueOf(response.getStatus());
        var problem = problems.in(language(request), status, LastProblem.slug(status));
        log.info("{} {}", status.value(), problem.getType());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        try {
            var reporter = response.getReporter();
            if (reporter != null) {
                reporter.write(json.writeValueAsString(problem));
                response.finishResponse();
            }
        } catch (IOException e) {
            log.debug("nobody listens any more", e);
        }
    }

    private static Locale language(Request request) {
        return Locale.ENGLISH.getLanguage().equals(request.getLocale().getLanguage())
                && request.getHeader("Accept-Language") != null ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}
