package org.jingzhun.industry.enterprise;

import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How enterprises refuse. */
@RestControllerAdvice(assignableTypes = EnterpriseController.class)
@Order(0) // before the catch-all of the starter
class EnterpriseProblems {

    private final Problems problems;

    EnterpriseProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(LevelMissing.class)
    ProblemDetail withoutLevel() {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "level-missing");
    }
}
