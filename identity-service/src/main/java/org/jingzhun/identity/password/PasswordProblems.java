package org.jingzhun.identity.password;

import org.jingzhun.starter.problem.FieldProblem;
import org.jingzhun.starter.problem.Problems;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells which rules a password broke, in the words of the page. */
@RestControllerAdvice
@Order(0)
class PasswordProblems {

    private final Problems problems;
    private final MessageSource words;

    PasswordProblems(Problems problems, MessageSource words) {
        this.problems = problems;
        this.words = words;
    }

    @ExceptionHandler
    ProblemDetail on(PasswordRefused refusal) {
        var problem = problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "password-refused");
        problem.setProperty("errors", refusal.broken().stream()
                .map(rule -> new FieldProblem("/password", words.getMessage(rule.messageKey(), new Object[]{refusal.minLength()},
                        LocaleContextHolder.getLocale())))
                .toList());
        return problem;
    }
}
