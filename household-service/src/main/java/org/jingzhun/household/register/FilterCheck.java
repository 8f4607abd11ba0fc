package org.jingzhun.household.register;

import java.util.ArrayList;
import java.util.List;

import org.jingzhun.household.codelist.CodeList;
import org.jingzhun.household.codelist.CodeLists;
import org.jingzhun.starter.problem.FieldProblem;
import org.jingzhun.starter.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a list can be narrowed like this: codes of their lists, also those of the past; ages in their order. */
@Component
public class FilterCheck {

    private final CodeLists lists;
    private final Sensitivity sensitivity;
    private final Problems problems;

    FilterCheck(CodeLists lists, Sensitivity sensitivity, Problems problems) {
        this.lists = lists;
        this.sensitivity = sensitivity;
        this.problems = problems;
    }

    /**
     * Looks at all of it.
     *
     * @throws FilterNotValid naming what cannot be
     */
    public void check(HouseholdFilter filter) {
        var errors = new ArrayList<FieldProblem>();
        code(errors, "type", CodeList.HOUSEHOLD_TYPE, filter.type());
        code(errors, "exitState", CodeList.EXIT_STATE, filter.exitState());
        code(errors, "mainCause", CodeList.CAUSE, filter.mainCause());
        code(errors, "poorKind", CodeList.POOR_KIND, filter.poorKind());
        code(errors, "monitoredKind", CodeList.MONITORED_KIND, filter.monitoredKind());
        code(errors, "labour", CodeList.LABOUR, filter.labour());
        code(errors, "health", CodeList.HEALTH, filter.health());
        if (filter.ageFrom() != null && filter.ageTo() != null && filter.ageFrom() > filter.ageTo()) {
            errors.add(new FieldProblem("ageTo", problems.text("filter.ages")));
        }
        if (!errors.isEmpty()) {
            throw new FilterNotValid(errors);
        }
    }

    /** Whether only who may read what is sensitive may ask for it: illness, disability, and causes that tell of them. */
    public boolean isSensitive(HouseholdFilter filter) {
        return filter.health() != null || sensitivity.tellsOfHealth(filter.mainCause());
    }

    private void code(List<FieldProblem> errors, String name, CodeList list, @Nullable String code) {
        if (code != null && lists.name(list, code).isEmpty()) {
            errors.add(new FieldProblem(name, problems.text("filter.code", list.id())));
        }
    }
}
