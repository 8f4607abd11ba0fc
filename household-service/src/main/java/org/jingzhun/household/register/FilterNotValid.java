package org.jingzhun.household.register;

import java.util.List;

import org.jingzhun.starter.problem.FieldProblem;

/** A list cannot be narrowed like this: a code is in no list, or the younger age is above the older. */
public class FilterNotValid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> errors;

    FilterNotValid(List<FieldProblem> errors) {
        super("not a filter", null, false, false);
        this.errors = List.copyOf(errors);
    }

    List<FieldProblem> errors() {
        return errors;
    }
}
