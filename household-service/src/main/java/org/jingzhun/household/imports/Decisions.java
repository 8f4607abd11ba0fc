package org.jingzhun.household.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jingzhun.household.field.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What officers have decided about the values in which a file contradicts the register. */
@Component
class Decisions {

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A single value for which another decision holds than for all others.
     *
     * @param person null for a value of the household
     */
    record Single(String household, @Nullable String person, Field field, Decision decision) {}

    /** Takes the place of whatever was decided before; false where the import does not wait for it. */
    boolean decide(ImportJob job, Decision common, List<Single> exceptions) {
        var taken = jdbc.sql("""
                update import_job set decision = :decision, version = version + 1,
                       problem = if(sensitive_households > 0, 'second-officer-required', null)
                 where id = :id and state = 'CHECKED' and conflicting_rows > 0
                """).param("decision", common.name()).param("id", job.id()).update() == 1;
        if (taken) {
            jdbc.sql("delete from import_decision where import_id = ?").param(job.id()).update();
            for (var exception : exceptions) {
                jdbc.sql(
                        "insert ignore into import_decision (import_id, household, person, field, decision) values (?, ?, ?, ?, ?)")
                        .param(job.id()).param(exception.household).param(exception.person == null ? "" : exception.person)
                        .param(exception.field.key()).param(exception.decision.name()).update();
            }
        }
        return taken;
    }

    /** All that was decided for one import. */
    Decided of(ImportJob job) {
        var exceptions = new HashMap<Value, Decision>();
        jdbc.sql("select household, person, field, decision from import_decision where import_id = ?").param(job.id())
                .query((row, number) -> exceptions.put(new Value(row.getString(1), row.getString(2), row.getString(3)),
                        Decision.valueOf(row.getString(4))))
                .list();
        return new Decided(job.decision() == null ? Decision.KEEP_REGISTER : job.decision(), exceptions);
    }

    /**
     * Whether the file would give a household another head, members or another type against the register: that takes two officers.
     */
    boolean areSensitive(ImportJob job) {
        var decided = of(job);
        var takes = decided.common == Decision.TAKE_FILE || decided.exceptions.entrySet().stream()
                .anyMatch(it -> it.getValue() == Decision.TAKE_FILE && (it.getKey().field.equals(Field.RELATION.key())
                        || it.getKey().field.equals(Field.HOUSEHOLD_TYPE.key())));
        if (!takes) {
            return false;
        }
        return jdbc.sql("""
                select exists(select 1 from import_row where import_id = :import and refused = false and (older & 8) <> 0)
                    or exists(select 1 from import_household hh join household h on h.number = hh.number
                               where hh.import_id = :import and hh.refused = false and (hh.older & 4) <> 0 and %s)
                """.formatted(job.columns().told().contains(Field.HOUSEHOLD_TYPE) ? "not (h.type <=> hh.type)" : "false"))
                .param("import", job.id()).query(Boolean.class).single();
    }

    /** A value that an exception is for. */
    record Value(String household, String person, String field) {}

    /** The decision for all, and those for single values. */
    record Decided(Decision common, Map<Value, Decision> exceptions) {

        Decision of(Difference difference, Field field) {
            var person = difference.person();
            return exceptions.getOrDefault(new Value(difference.household(), person == null ? "" : person, field.key()), common);
        }

        boolean takesAny() {
            return common == Decision.TAKE_FILE || exceptions.containsValue(Decision.TAKE_FILE);
        }
    }
}
