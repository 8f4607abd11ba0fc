package org.jingzhun.gateway.problem;

import java.io.IOException;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** What nobody else refused: wrong paths and methods, malformed requests, and the unexpected, which tells no detail. */
@Controller
@Order(-1) // Spring's own resolvers stand at 0 and would answer without a body
class UnexpectedProblems implements HandlerExceptionResolver, ErrorController, RequestRejectedHandler {

    private static final Logger log = LoggerFactory.getLogger(UnexpectedProblems.class);

    private final Problems problems;

    UnexpectedProblems(Problems problems) {
        this.problems = problems;
    }

    @Override
    public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
            @Nullable Object handler, Exception failure) {
        if (response.isCommitted()) {
            return null; // too late for an answer: the container cuts the connection, so that nobody takes a part for the whole
        }
        var status = failure instanceof ErrorResponse known ? known.getStatusCode().value() : 500;
        if (status >= 500) {
            log.error("Unexpected failure", failure);
        }
        try {
            write(request, response, status);
        } catch (IOException e) {
            log.debug("The caller did not wait for the answer", e);
        }
        return new ModelAndView();
    }

    /** Errors of the container itself, such as a header that is too long. */
    @RequestMapping("/error")
    void onContainerError(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response,
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException refused)
            throws IOException {
        write(request, response, 400);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        switch (status) {
            case 404 -> problems.write(request, response, HttpStatus.NOT_FOUND, "not-there");
            case 405 -> problems.write(request, response, HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed");
            default -> {
                if (status < 500) {
                    problems.write(request, response, HttpStatus.valueOf(status), "request-not-understood");
                } else {
                    problems.write(request, response, HttpStatus.INTERNAL_SERVER_ERROR, "unexpected");
                }
            }
        }
    }
}
