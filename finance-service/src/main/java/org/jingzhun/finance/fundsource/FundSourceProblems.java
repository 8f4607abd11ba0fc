package org.jingzhun.finance.fundsource;

import org.jingzhun.starter.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How sources of funds refuse. */
@RestControllerAdvice(assignableTypes = FundSourceController.class)
@Order(0) // before the catch-all of the starter
class FundSourceProblems {

    private final Problems problems;

    FundSourceProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(BudgetMissing.class)
    ProblemDetail withoutBudget() {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "budget-missing");
    }

    @ExceptionHandler(NoBudgetMoney.class)
    ProblemDetail noBudgetMoney() {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "no-budget-money");
    }
}
