package org.jingzhun.starter.problem;

import org.jingzhun.starter.web.RequestId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Adds to every problem, whoever made it, which request it answers; and logs the refusal. */
@ControllerAdvice
class ProblemRequestId implements ResponseBodyAdvice<Object> {

    private static final Logger log = LoggerFactory.getLogger(ProblemRequestId.class);

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true; // an exception handler may return ResponseEntity<Object>
    }

    @Override
    public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter returned, MediaType type,
            Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request, ServerHttpResponse response) {
        if (body instanceof ProblemDetail problem && request instanceof ServletServerHttpRequest servlet) {
            var http = servlet.getServletRequest();
            problem.setProperty("requestId", RequestId.of(http));
            if (problem.getInstance() == null) {
                problem.setInstance(ProblemWriter.instance(http));
            }
            if (problem.getStatus() < 500) {
                log.info("{} {}", problem.getStatus(), problem.getType());
            }
        }
        return body;
    }
}
