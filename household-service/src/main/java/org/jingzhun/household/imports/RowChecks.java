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

/** Puts a row before the rules of persons; of what its list does not speak, they say nothing. What only warns holds no row back. */
final class RowChecks {

    private final Rules rules;
    private final Fields asked;

    RowChecks(Rules rules, Set<Field> told) {
        this.rules = rules;
        var fields = EnumSet.copyOf(told);
        if (told.contains(Field.RESIDENT_ID)) {
            fields.addAll(Set.of(Field.SEX, Field.BIRTH_DATE, Field.DOCUMENT_KIND));
        }
        this.asked = Fields.of(fields);
    }

    List<Finding> of(StagedRow row, LocalDate on, Set<Field> doubtful) {
        var values = new Values(asked);
        row.values.forEach(values::set);
        values.set(Field.RESIDENT_ID, row.document);
        doubtful.forEach(values::doubt);
        return rules.check(new PersonFacts(values, on), row.village).stream().filter(Finding::isRefusal).toList();
    }
}
