package org.jingzhun.household.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jingzhun.household.codelist.CodeList;
import org.jingzhun.household.codelist.CodeLists;
import org.jingzhun.household.field.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What of the register needs {@code household:read-sensitive}: health, disability, causes that tell of them, children under 14. */
@Component
public class Sensitivity {

    private static final int CHILD_UNTIL = 14;
    private static final Set<String> RISKS_OF_HEALTH = Set.of("01", "03"); // 因病, 因残 of the national monitoring list

    private final CodeLists lists;
    private final Clock clock;

    Sensitivity(CodeLists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /** Whether somebody born then is still a child today. */
    public boolean isChild(@Nullable LocalDate born) {
        return born != null && born.isAfter(LocalDate.now(clock).minusYears(CHILD_UNTIL));
    }

    /** The last birthday of a grown-up today: who was born later is a child. */
    public LocalDate childrenBornAfter() {
        return LocalDate.now(clock).minusYears(CHILD_UNTIL);
    }

    /** Whether a cause of poverty tells of somebody's illness or disability. */
    public boolean tellsOfHealth(@Nullable String cause) {
        return cause != null && lists.has(CodeList.SENSITIVE_CAUSE, cause, LocalDate.now(clock));
    }

    /** Whether a risk of return to poverty tells of somebody's illness or disability; sub-kinds as their kind. */
    private static boolean riskTellsOfHealth(@Nullable String risk) {
        return risk != null && RISKS_OF_HEALTH.contains(risk.length() > 2 ? risk.substring(0, 2) : risk);
    }

    /** Whether this value of a field of the household tells of it: a cause of poverty or a risk of falling back. */
    public boolean tellsOfHealth(Field field, @Nullable Object value) {
        if (!field.isSensitiveByValue() || !(value instanceof String code)) {
            return false;
        }
        return field == Field.MAIN_CAUSE ? tellsOfHealth(code) : riskTellsOfHealth(code);
    }

    /** All such causes. */
    public List<String> causesThatTellOfHealth() {
        var today = LocalDate.now(clock);
        return lists.entries(CodeList.SENSITIVE_CAUSE.id()).stream().filter(entry -> entry.validOn(today))
                .map(entry -> entry.code()).toList();
    }
}
