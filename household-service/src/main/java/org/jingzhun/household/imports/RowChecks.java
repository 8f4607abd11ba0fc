package org.jingzhun.household.imports;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.rules.Fields;
import org.jingzhun.household.rules.Finding;
import org.jingzhun.household.rules.PersonFacts;
import org.jingzhun.household.rules.Rules;
import org.jingzhun.household.rules.Values;

/**
 * Puts a row before the rules of persons; of what its list does not speak, they say nothing. Here they refuse; what warns is found by
 * {@link Judging}, with all that the register knows, unless the row is refused and does not come that far.
 */
final class RowChecks {

    private final Rules rules;
    private final Fields asked;

    RowChecks(Rules rules, Set<Field> told) {
        this.rules = rules;
        this.asked = asked(told);
    }

    /** What a file speaks of, with what follows from a resident ID. */
    static Fields asked(Set<Field> told) {
        if (!told.contains(Field.RESIDENT_ID)) {
            return Fields.of(told);
        }
        var fields = EnumSet.copyOf(told);
        fields.addAll(Set.of(Field.SEX, Field.BIRTH_DATE, Field.DOCUMENT_KIND));
        return Fields.of(fields);
    }

    List<Finding> of(StagedRow row, LocalDate on, Set<Field> doubtful) {
        return rules.refusals(facts(row, on, doubtful), row.village);
    }

    /** What would be warned of as well, were the row not refused. */
    List<Finding> warnings(StagedRow row, LocalDate on, Set<Field> doubtful) {
        return rules.check(facts(row, on, doubtful), row.village).stream().filter(finding -> !finding.isRefusal()).toList();
    }

    private PersonFacts facts(StagedRow row, LocalDate on, Set<Field> doubtful) {
        var values = new Values(asked);
        row.values.forEach(values::set);
        values.set(Field.RESIDENT_ID, row.document);
        doubtful.forEach(values::doubt);
        return new PersonFacts(values, on);
    }
}
