package org.jingzhun.starter.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the servlet container itself refuses, or what escaped from a filter. */
@RestController
@Hidden // no part of the described API
class LastProblem implements ErrorController {

    private final Problems problems;

    LastProblem(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        var given = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = given instanceof Integer code && code >= 400 ? HttpStatusCode.valueOf(code) : HttpStatus.NOT_FOUND;
        var problem = problems.of(status, slug(status));
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path) {
            problem.setInstance(ProblemWriter.instance(path));
        }
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    /** The problem that stands for a status nobody explained better. */
    static String slug(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> "sign-in-needed";
            case 403 -> "not-allowed";
            case 404 -> "not-there";
            case 405 -> "method-not-allowed";
            case 406 -> "media-type-not-acceptable";
            case 412 -> "changed-meanwhile";
            case 413 -> "body-too-large";
            case 415 -> "media-type-not-supported";
            case 503 -> "took-too-long";
            default -> status.is4xxClientError() ? "request-not-understood" : "unexpected";
        };
    }
}
