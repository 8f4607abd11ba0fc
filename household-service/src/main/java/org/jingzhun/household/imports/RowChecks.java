package org.jingzhun.household.imports;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.rules.Finding;
import org.jingzhun.household.rules.MemberFacts;
import org.jingzhun.household.rules.MemberRules;
import org.jspecify.annotations.Nullable;

/** Puts a row before the rules of members; of what its list does not speak, they say nothing. */
final class RowChecks {

    private final MemberRules rules;
    private final Set<Field> told;
    private final Set<Field> untold;

    RowChecks(MemberRules rules, Set<Field> told) {
        this.rules = rules;
        this.told = told;
        var all = EnumSet.allOf(Field.class);
        all.removeAll(told);
        this.untold = all;
    }

    List<Finding> of(StagedRow row, LocalDate on, Set<Field> doubtful) {
        var silent = EnumSet.copyOf(untold);
        silent.addAll(doubtful);
        var health = row.text(Field.HEALTH);
        return rules.check(new MemberFacts(on, row.text(Field.RELATION), row.text(Field.SEX), (LocalDate) row.values.get(
                Field.BIRTH_DATE), row.text(Field.EDUCATION), row.text(Field.SCHOOL_STATUS),
                health == null ? Set.of() : Set.of(health.split(",", -1)), row.text(Field.LABOUR), row.text(Field.WORK_PLACE),
                (Integer) row.values.get(Field.WORK_MONTHS), told.contains(Field.WORK_PLACE), certificate(row), silent));
    }

    private static @Nullable String certificate(StagedRow row) {
        var document = row.document;
        return document == null || document.length() == 18 ? null : document.substring(18, 20);
    }
}
