package org.jingzhun.household.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.imports.Decisions.Decided;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sees to it that decisions about single members leave each household its one head. */
@Component
class OlderHeads {

    private final JdbcClient jdbc;

    OlderHeads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Households that would have no head or two, or two spouses; their members stay as they are, and a finding says so. */
    Set<String> broken(Range range, Collection<Difference> differences, Decided decided) {
        var taken = new HashMap<String, Map<String, String>>();
        for (var difference : differences) {
            var person = difference.person();
            for (var it : difference.fields()) {
                if (person != null && it.field() == Field.RELATION && it.file() instanceof String relation
                        && (it.state() == FieldDifference.State.CHANGED || (it.state() == FieldDifference.State.CONFLICTING
                                && decided.of(difference, it.field()) == Decision.TAKE_FILE))) {
                    taken.computeIfAbsent(difference.household(), key -> new HashMap<>()).put(person, relation);
                }
            }
        }
        if (taken.isEmpty()) {
            return Set.of();
        }
        var then = new HashMap<String, Map<String, String>>();
        jdbc.sql("""
                select h.number, p.number, m.relation
                  from household h join membership m on m.household_id = h.id and m.left_on is null
                  join person p on p.id = m.person_id
                 where h.number in (:households)
                """).param("households", List.copyOf(taken.keySet())).query(row -> {
            then.computeIfAbsent(row.getString(1), key -> new HashMap<>()).put(row.getString(2), row.getString(3));
        });
        taken.forEach((household, relations) -> then.computeIfAbsent(household, key -> new HashMap<>()).putAll(relations));
        var broken = new HashSet<String>();
        then.forEach((household, relations) -> {
            var heads = relations.values().stream().filter("01"::equals).count();
            var spouses = relations.values().stream().filter("02"::equals).count();
            if (heads != 1 || spouses > 1) {
                broken.add(household);
                find(range, household, heads == 0 ? "no-head" : heads > 1 ? "two-heads" : "two-spouses",
                        Math.max(heads, spouses));
            }
        });
        return broken;
    }

    private void find(Range range, String household, String code, long how) {
        jdbc.sql("""
                insert ignore into import_finding (import_id, row_no, code, field, household_seq, household_number, arguments)
                select r.import_id, r.row_no, :code, 'relation', r.household_seq, r.household_number, :how
                  from import_row r
                 where r.import_id = :import and r.household_seq between :from and :to and r.household_number = :household
                   and r.relation = '01'
                """).params(range.parameters()).param("code", code).param("how", Long.toString(how)).param("household", household)
                .update();
    }
}
