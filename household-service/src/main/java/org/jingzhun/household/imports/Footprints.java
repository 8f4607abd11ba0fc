package org.jingzhun.household.imports;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says in the audit and in the life of each household that an import touches, by which file and in which fields. */
@Component
class Footprints {

    private static final String ROWS = Range.ROWS + " and r.refused = false";
    private static final String HOUSEHOLDS = Range.HOUSEHOLDS + " and hh.refused = false";
    private static final int LONGEST = 1_000;

    private final JdbcClient jdbc;

    Footprints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Before the chunk is written, while it can be seen what will change. */
    void record(Range range, String by, Instant at) {
        var parameters = new HashMap<>(range.parameters());
        parameters.put("by", by);
        parameters.put("number", range.job().number());
        parameters.put("account", range.job().account());
        parameters.put("now", LocalDateTime.ofInstant(at, ZoneOffset.UTC));
        jdbc.sql("""
                insert into audit_entry (at, account, kind, action, subject_kind, subject, area, detail)
                select :now, :by, 'job', if(hh.change_kind = 1, 'household.imported', 'household.changed-by-import'), 'household',
                       hh.number, hh.village, concat('{"import":"', :number, '","rows":', touched.row_count, '}')
                  from import_household hh
                  join (select r.household_seq, count(*) as row_count from import_row r where %s and r.change_kind <> 0
                         group by r.household_seq) touched on touched.household_seq = hh.household_seq
                 where %s
                """.formatted(ROWS, HOUSEHOLDS)).params(parameters).update();
        jdbc.sql("""
                insert into register_event (number, action, effective_on, recorded_at, household, village, import_number, entered_by,
                       approved_by)
                select concat(:number, '-', hh.household_seq), 'imported', hh.effective_on, :now, hh.number, hh.village, :number,
                       :account, nullif(:by, :account)
                  from import_household hh where %s and hh.change_kind = 1
                   and exists (select 1 from import_row r where r.import_id = hh.import_id
                        and r.household_seq = hh.household_seq and r.refused = false)
                """.formatted(HOUSEHOLDS)).params(parameters).update();
        jdbc.sql("""
                insert into register_event (number, action, effective_on, recorded_at, household, village, import_number, fields,
                       entered_by, approved_by)
                select concat(:number, '-', hh.household_seq), 'changed-by-import', hh.effective_on, :now, hh.number, hh.village,
                       :number, left(concat_ws(',', %s touched.fields), %d), :account, nullif(:by, :account)
                  from import_household hh
                  join (select r.household_seq, %s as fields
                          from import_household k
                          straight_join import_row r on r.import_id = k.import_id and r.household_seq = k.household_seq
                          left join person p on p.number = r.person_number
                         where k.import_id = :import and k.household_seq between :from and :to and k.refused = false
                           and k.change_kind <> 1 and %s and r.change_kind <> 0 group by r.household_seq) touched
                    on touched.household_seq = hh.household_seq
                  %s
                 where %s and hh.change_kind <> 1
                """.formatted(households(range), LONGEST, persons(range), ROWS, new Kinds(range).registerOfHousehold(),
                HOUSEHOLDS))
                .params(parameters).update();
    }

    private static String households(Range range) {
        var fields = new StringBuilder();
        for (var field : range.columns().compared(Holder.HOUSEHOLD)) {
            fields.append("if((hh.change_kind & 2) <> 0 and %s, '%s', null), ".formatted(
                    RegisterColumns.differs(field, "h", "hh"), field.key()));
        }
        for (var field : range.columns().compared(Holder.HOUSEHOLD_YEAR)) {
            fields.append("if((hh.change_kind & 12) <> 0 and %s, '%s', null), ".formatted(
                    RegisterColumns.differs(field, "y", "hh"), field.key()));
        }
        return fields.toString();
    }

    private static String persons(Range range) {
        var fields = new ArrayList<>(List.of("if(max(r.change_kind & 5) <> 0, 'personNumber', null)"));
        if (range.template().canCreate()) {
            fields.add("if(max(r.change_kind & 8) <> 0, '%s', null)".formatted(Field.RELATION.key()));
        }
        for (var field : range.columns().compared(Holder.PERSON)) {
            fields.add("if(max((r.change_kind & 2) <> 0 and %s), '%s', null)".formatted(
                    RegisterColumns.differs(field, "p", "r"), field.key()));
        }
        return "concat_ws(',', " + String.join(", ", fields) + ")";
    }
}
