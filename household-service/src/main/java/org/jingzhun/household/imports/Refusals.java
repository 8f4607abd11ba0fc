package org.jingzhun.household.imports;

import java.util.List;
import java.util.stream.Collectors;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.rules.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import static org.jingzhun.household.imports.Range.HOUSEHOLDS;
import static org.jingzhun.household.imports.Range.ROWS;

/** Holds rows and households of a file back, each with its reason. */
@Component
class Refusals {

    private final JdbcClient jdbc;

    Refusals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every row of a person that stands in the file more than once; nobody can say which one is right. */
    void repeated(ImportJob job, String column, String code, Field field) {
        jdbc.sql("""
                insert ignore into import_finding (import_id, row_no, code, field, household_seq, household_number, arguments)
                select r.import_id, r.row_no, :code, :field, r.household_seq, r.household_number, ''
                  from import_row r
                  join (select %1$s as repeated from import_row where import_id = :import and %1$s is not null
                         group by %1$s having count(*) > 1) twice on twice.repeated = r.%1$s
                 where r.import_id = :import
                """.formatted(column)).param("import", job.id()).param("code", code).param("field", field.key()).update();
        jdbc.sql("""
                update import_row r
                  join import_finding f on f.import_id = r.import_id and f.row_no = r.row_no and f.household_seq = r.household_seq
                   set r.refused = true
                 where r.import_id = :import and f.import_id = :import and f.code = :code and r.refused = false
                """).param("import", job.id()).param("code", code).update();
    }

    /**
     * Rows that a query finds.
     *
     * @param judged selects import_id, row_no, household_seq, household_number and code; null where nothing is wrong
     * @return whether there are any
     */
    boolean rows(Range range, String judged) {
        var found = jdbc.sql("""
                insert ignore into import_finding (import_id, row_no, code, field, household_seq, household_number, arguments)
                select import_id, row_no, code,
                       case when code like 'household%%' then 'householdNumber'
                            when code like 'person-number%%' or code like 'person-merge%%' then 'personNumber'
                            when code = 'head-differs' then 'headResidentId'
                            when code = 'name-differs' then 'name' else 'residentId' end,
                       household_seq, household_number, ''
                  from (%s) judged
                 where code is not null
                """.formatted(judged)).params(range.parameters()).update();
        if (found == 0) {
            return false;
        }
        jdbc.sql("""
                update import_row r
                  join import_finding f on f.import_id = r.import_id and f.row_no = r.row_no and f.household_seq = r.household_seq
                   set r.refused = true
                 where %s and f.import_id = :import and f.refuses = true and r.refused = false
                """.formatted(ROWS)).params(range.parameters()).update();
        return true;
    }

    /** All rows of households that meet a condition. */
    void households(Range range, String condition, Finding finding) {
        var parameters = range.parameters();
        parameters.put("code", finding.code());
        parameters.put("field", finding.field().key());
        parameters.put("arguments", String.join("\u001F", finding.arguments()));
        var found = jdbc.sql("""
                insert ignore into import_finding (import_id, row_no, code, field, household_seq, household_number, arguments)
                select r.import_id, r.row_no, :code, :field, r.household_seq, r.household_number, :arguments
                  from import_household hh
                  join import_row r on r.import_id = hh.import_id and r.household_seq = hh.household_seq
                 where %s and %s
                """.formatted(HOUSEHOLDS, condition)).params(parameters).update();
        if (found > 0) {
            jdbc.sql("""
                    update import_household hh
                      straight_join import_row r on r.import_id = hh.import_id and r.household_seq = hh.household_seq
                      straight_join import_finding f on f.import_id = r.import_id and f.row_no = r.row_no and f.code = :code
                       set hh.refused = true, r.refused = true
                     where %s
                    """.formatted(HOUSEHOLDS)).params(parameters).update();
        }
    }

    /** A household does not go in without its head: its other rows wait. */
    void withHead(Range range) {
        jdbc.sql("""
                update import_household hh
                  join import_row r on r.import_id = hh.import_id and r.household_seq = hh.household_seq
                   set hh.refused = true
                 where %s and %s and r.refused = true and hh.refused = false
                """.formatted(HOUSEHOLDS, range.headRow())).params(range.parameters()).update();
        if (!jdbc.sql("select exists (select 1 from import_household hh where %s and hh.refused = true)".formatted(HOUSEHOLDS))
                .params(range.parameters()).query(Boolean.class).single()) {
            return;
        }
        jdbc.sql("""
                insert ignore into import_finding (import_id, row_no, code, field, household_seq, household_number, arguments)
                select r.import_id, r.row_no, 'head-refused', 'relation', r.household_seq, r.household_number, ''
                  from import_household hh
                  join import_row r on r.import_id = hh.import_id and r.household_seq = hh.household_seq
                 where %s and hh.refused = true and r.refused = false
                """.formatted(HOUSEHOLDS)).params(range.parameters()).update();
        jdbc.sql("""
                update import_row r
                  join import_household hh on hh.import_id = r.import_id and hh.household_seq = r.household_seq
                   set r.refused = true
                 where %s and hh.refused = true and r.refused = false
                """.formatted(ROWS)).params(range.parameters()).update();
    }

    /** What was found of rows that are not refused and refuses nothing; it is to be found anew. */
    void forgetWarnings(Range range) {
        jdbc.sql("""
                delete f from import_row r
                  straight_join import_finding f on f.import_id = r.import_id and f.row_no = r.row_no
                     and f.household_seq = r.household_seq
                 where %s and r.refused = false and f.refuses = false
                """.formatted(ROWS)).params(range.parameters()).update();
    }

    static String among(List<Integer> households) {
        return "hh.household_seq in (" + households.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")";
    }
}
