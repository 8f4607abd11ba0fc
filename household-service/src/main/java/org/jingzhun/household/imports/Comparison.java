package org.jingzhun.household.imports;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.rules.Finding;
import org.jingzhun.household.rules.HouseholdCounts;
import org.jingzhun.household.rules.HouseholdRules;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares staged households with each other and with the register, some thousand at once and by statements over all of them.
 *
 * <p>The check does it for the whole file; each chunk of the commit does it again, because the register goes on living between.
 */
@Component
class Comparison {

    /** Columns that must be the same on all rows of a household, and whose difference is a finding. */
    private static final Map<String, Field> SAME = Map.ofEntries(Map.entry("village", Field.VILLAGE),
            Map.entry("hamlet", Field.HAMLET), Map.entry("stated_members", Field.MEMBERS),
            Map.entry("type", Field.HOUSEHOLD_TYPE),
            Map.entry("poor_kind", Field.POOR_KIND), Map.entry("exit_state", Field.EXIT_STATE),
            Map.entry("main_cause", Field.MAIN_CAUSE), Map.entry("household_phone_digest", Field.HOUSEHOLD_PHONE),
            Map.entry("dangerous_house", Field.DANGEROUS_HOUSE), Map.entry("safe_water", Field.SAFE_WATER),
            Map.entry("water_difficulty", Field.WATER_DIFFICULTY), Map.entry("income_per_head", Field.INCOME_PER_HEAD),
            Map.entry("monitored_kind", Field.MONITORED_KIND), Map.entry("first_identified_on", Field.FIRST_IDENTIFIED_ON),
            Map.entry("risk_identified_on", Field.RISK_IDENTIFIED_ON), Map.entry("risk_eliminated", Field.RISK_ELIMINATED),
            Map.entry("risk_eliminated_on", Field.RISK_ELIMINATED_ON), Map.entry("data_date", Field.DATA_DATE),
            Map.entry("household_number", Field.HOUSEHOLD_NUMBER)); // the last never differs, but for a clash of fingerprints

    private static final String RANGE = "import_id = :import and household_seq between :from and :to";
    private static final String ROWS = "r.import_id = :import and r.household_seq between :from and :to";
    private static final String HOUSEHOLDS = "hh.import_id = :import and hh.household_seq between :from and :to";

    /** What the register knows of a row's household, of the person by number (p) and by resident ID (d), and where they live. */
    private static final String REGISTER = """
              left join household h on h.number = r.household_number
              left join person p on p.number = r.person_number
              left join person d on d.resident_id_digest = r.resident_id_digest
              left join membership pm on pm.open_person = p.id
              left join household ph on ph.id = pm.household_id
              left join membership dm on dm.open_person = d.id
              left join household dh on dh.id = dm.household_id
            """;

    private static final String VERDICT = """
            case
              when h.id is not null and h.village <> r.village
                then if(h.village between :areaFrom and :areaTo, 'household-in-other-village', 'household-registered-elsewhere')
              when h.data_year > :dataYear then 'register-is-newer'
              when dh.id is not null and (h.id is null or dh.id <> h.id)
                then if(dh.village between :areaFrom and :areaTo, 'person-in-other-household', 'registered-elsewhere')
              when d.id is not null and (p.id is null or p.id <> d.id) then 'person-number-differs'
              when p.id is not null and d.id is null
                then if(ph.id is null or ph.village between :areaFrom and :areaTo, 'person-number-of-other-person',
                        'registered-elsewhere')
              end
            """;

    private final JdbcClient jdbc;

    Comparison(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A run of households of one import, by their numbers within the file; both ends are in it. */
    record Range(ImportJob job, Template template, int from, int to) {

        Map<String, Object> parameters() {
            var parameters = new HashMap<String, Object>();
            parameters.put("import", job.id());
            parameters.put("from", from);
            parameters.put("to", to);
            parameters.put("areaFrom", job.range().from());
            parameters.put("areaTo", job.range().to());
            parameters.put("dataYear", job.dataYear());
            return parameters;
        }

        RegisterColumns columns() {
            return RegisterColumns.of(template);
        }
    }

    /** Holds back every row of a person that stands in the file more than once; nobody can say which one is right. */
    void refuseRepeated(ImportJob job, String column, String code, Field field) {
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

    /** Makes households of their rows, and holds back those that break a rule as a whole. */
    void gather(Range range) {
        var differing = SAME.entrySet().stream()
                .filter(column -> column.getValue() != Field.HOUSEHOLD_PHONE || range.template().has(Field.HOUSEHOLD_PHONE))
                .sorted(Map.Entry.comparingByValue())
                .map(column -> "if(min(%s) <> max(%s), '%s,', '')".formatted(column.getKey(), column.getKey(), column.getValue()))
                .collect(Collectors.joining(", "));
        jdbc.sql("""
                insert into import_household (import_id, household_seq, refused, needs_second, change_kind, number, row_count, heads,
                       spouses, stated_members, differing, village, hamlet, type, poor_kind, exit_state, main_cause, phone,
                       phone_digest, dangerous_house, safe_water, water_difficulty, income_per_head, monitored_kind,
                       first_identified_on, risk_identified_on, risk_eliminated, risk_eliminated_on)
                select import_id, household_seq, false, false, 1, max(household_number), count(*),
                       coalesce(sum(relation = '01'), 0), coalesce(sum(relation = '02'), 0), max(stated_members),
                       concat(%s), max(village), max(hamlet), max(type), max(poor_kind), max(exit_state), max(main_cause),
                       max(household_phone), max(household_phone_digest), max(dangerous_house), max(safe_water),
                       max(water_difficulty), max(income_per_head), max(monitored_kind), max(first_identified_on),
                       max(risk_identified_on), max(risk_eliminated), max(risk_eliminated_on)
                  from import_row where %s and household_number is not null
                 group by import_id, household_seq
                """.formatted(differing, RANGE)).params(range.parameters()).update();
        var broken = jdbc.sql("""
                select household_seq, row_count, heads, spouses, stated_members, differing from import_household hh
                 where %s and (heads <> 1 or spouses > 1 or stated_members <> row_count or differing <> '')
                """.formatted(HOUSEHOLDS)).params(range.parameters()).query(Broken.class).list();
        var byFinding = new HashMap<Finding, List<Integer>>();
        for (var household : broken) {
            for (var finding : HouseholdRules.check(household.facts())) {
                byFinding.computeIfAbsent(finding, it -> new ArrayList<>()).add(household.householdSeq);
            }
        }
        byFinding.forEach((finding, households) -> refuseHouseholds(range, among(households), finding));
    }

    private record Broken(int householdSeq, int rowCount, int heads, int spouses, @Nullable Integer statedMembers,
            String differing) {

        HouseholdCounts facts() {
            var fields = EnumSet.noneOf(Field.class);
            for (var name : differing.split(",", -1)) {
                if (!name.isEmpty()) {
                    fields.add(Field.valueOf(name));
                }
            }
            return new HouseholdCounts(heads, spouses, rowCount, statedMembers, fields);
        }
    }

    /** Compares with the register: what must not go in is held back, what would change is marked. */
    void compare(Range range) {
        refuseRows(range);
        refuseWithHead(range);
        refuseSecondHeads(range);
        markRows(range);
        markHouseholds(range);
    }

    private void refuseRows(Range range) {
        jdbc.sql("""
                insert ignore into import_finding (import_id, row_no, code, field, household_seq, household_number, arguments)
                select import_id, row_no, code,
                       case when code like 'household%%' or code = 'register-is-newer' then 'householdNumber'
                            when code like 'person-number%%' then 'personNumber' else 'residentId' end,
                       household_seq, household_number, ''
                  from (select r.import_id, r.row_no, r.household_seq, r.household_number, %s as code
                          from import_row r %s
                         where %s and r.refused = false) judged
                 where code is not null
                """.formatted(VERDICT, REGISTER, ROWS)).params(range.parameters()).update();
        jdbc.sql("""
                update import_row r
                  join import_finding f on f.import_id = r.import_id and f.row_no = r.row_no and f.household_seq = r.household_seq
                   set r.refused = true
                 where %s and f.import_id = :import and r.refused = false
                """.formatted(ROWS)).params(range.parameters()).update();
    }

    /**
     * The register's head or spouse who is not among the rows would be a second one.
     *
     * <p>The order of the tables is prescribed here and below: the optimizer's knowledge of staging tables is always out of date.
     */
    private void refuseSecondHeads(Range range) {
        for (var relation : List.of("01", "02")) {
            var households = jdbc.sql("""
                    select distinct hh.household_seq
                      from import_household hh
                      straight_join household h on h.number = hh.number
                      straight_join membership m on m.household_id = h.id and m.left_on is null and m.relation = :relation
                      straight_join person p on p.id = m.person_id
                      straight_join import_row own on own.import_id = hh.import_id and own.household_seq = hh.household_seq
                        and own.relation = :relation and own.refused = false
                      left join import_row r on r.import_id = hh.import_id and r.household_seq = hh.household_seq
                        and r.person_number = p.number and r.refused = false
                     where %s and hh.refused = false and r.row_no is null
                    """.formatted(HOUSEHOLDS)).params(range.parameters()).param("relation", relation).query(Integer.class).list();
            if (!households.isEmpty()) {
                refuseHouseholds(range, among(households), new Finding(
                        relation.equals("01") ? "other-head-in-register" : "other-spouse-in-register", Field.RELATION));
            }
        }
    }

    private static String among(List<Integer> households) {
        return "hh.household_seq in (" + households.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")";
    }

    /** All rows of households that meet a condition come back with a finding. */
    void refuseHouseholds(Range range, String condition, Finding finding) {
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
    private void refuseWithHead(Range range) {
        jdbc.sql("""
                update import_household hh
                  join import_row r on r.import_id = hh.import_id and r.household_seq = hh.household_seq
                   set hh.refused = true
                 where %s and r.relation = '01' and r.refused = true and hh.refused = false
                """.formatted(HOUSEHOLDS)).params(range.parameters()).update();
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

    private static String rowKind(Range range) {
        return """
                if(d.id is null, 1, if(%s, 2, 0)) + if(dm.id is null, 4, if(dm.relation <=> r.relation, 0, 8))
                """.formatted(range.columns().personDiffers("d"));
    }

    private static String householdKind(Range range) {
        return "if(h.id is null, 1, if(%s, 2, 0))".formatted(range.columns().householdDiffers("h"));
    }

    private static final String PERSON_OF_ROW = """
              left join person d on d.resident_id_digest = r.resident_id_digest
              left join membership dm on dm.open_person = d.id
            """;

    private void markRows(Range range) {
        jdbc.sql("""
                update import_row r %1$s
                   set r.change_kind = %2$s
                 where %3$s and r.refused = false and (r.change_kind & 15) <> %2$s
                """.formatted(PERSON_OF_ROW, rowKind(range), ROWS)).params(range.parameters()).update();
    }

    private void markHouseholds(Range range) {
        jdbc.sql("""
                update import_household hh left join household h on h.number = hh.number
                   set hh.change_kind = %1$s
                 where %2$s and hh.refused = false and hh.change_kind <> %1$s
                """.formatted(householdKind(range), HOUSEHOLDS)).params(range.parameters()).update();
        jdbc.sql("""
                update import_household hh
                  join import_row r on r.import_id = hh.import_id and r.household_seq = hh.household_seq
                   set r.change_kind = (r.change_kind & 15) + if(hh.change_kind = 2, 16, 0)
                 where %s and r.relation = '01' and r.refused = false and (r.change_kind & 16) <> if(hh.change_kind = 2, 16, 0)
                """.formatted(HOUSEHOLDS)).params(range.parameters()).update();
        jdbc.sql("""
                update import_household hh
                  straight_join household h on h.number = hh.number
                  straight_join import_row r on r.import_id = hh.import_id and r.household_seq = hh.household_seq and r.relation = '01'
                   set hh.needs_second = true
                 where %s and hh.refused = false and hh.needs_second = false
                   and ((r.change_kind & 12) <> 0 %s)
                """.formatted(HOUSEHOLDS,
                range.template().has(Field.HOUSEHOLD_TYPE) ? "or h.type is not null and not (h.type <=> hh.type)" : ""))
                .params(range.parameters()).update();
    }

    /** Whether the register, as it is now, would be judged otherwise than when the rows were marked. */
    boolean hasDrifted(Range range) {
        var verdicts = jdbc.sql("""
                select count(*) from import_row r %s
                 where %s and r.refused = false and (%s is not null or (r.change_kind & 15) <> %s)
                """.formatted(REGISTER, ROWS, VERDICT, rowKind(range))).params(range.parameters()).query(Integer.class).single();
        if (verdicts > 0) {
            return true;
        }
        return jdbc.sql("""
                select count(*) from import_household hh left join household h on h.number = hh.number
                 where %s and hh.refused = false and hh.change_kind <> %s
                """.formatted(HOUSEHOLDS, householdKind(range))).params(range.parameters()).query(Integer.class).single() > 0;
    }

    /** A head or a type that has come to differ since the check needs a second officer, and there was none. */
    void refuseSensitive(Range range) {
        refuseHouseholds(range, "hh.refused = false and hh.needs_second = true",
                new Finding("sensitive-change-second-officer", Field.RELATION));
        refuseWithHead(range);
    }

    /** How many rows are new, changed, unchanged and refused. */
    Counts count(long importId) {
        return jdbc.sql("""
                select count(*) as total_rows, coalesce(sum(refused = false and (change_kind & 5) <> 0), 0) as new_rows,
                       coalesce(sum(refused = false and (change_kind & 5) = 0 and change_kind <> 0), 0) as changed_rows,
                       coalesce(sum(refused = false and change_kind = 0), 0) as unchanged_rows,
                       coalesce(sum(refused = true), 0) as refused_rows,
                       (select count(*) from import_household hh where hh.import_id = :import and hh.refused = false
                         and hh.needs_second = true) as sensitive_households
                  from import_row where import_id = :import
                """).param("import", importId).query(Counts.class).single();
    }

    record Counts(int totalRows, int newRows, int changedRows, int unchangedRows, int refusedRows, int sensitiveHouseholds) {}

    /** Persons and households of the file that another county has: it is told, the officer is not told where. */
    List<Elsewhere> elsewhere(Range range) {
        var found = new ArrayList<Elsewhere>();
        found.addAll(jdbc.sql("""
                select distinct 'person' as kind, coalesce(d.number, p.number) as number, coalesce(dh.village, ph.village) as village
                  from import_finding f
                  straight_join import_row r on r.import_id = f.import_id and r.row_no = f.row_no and r.household_seq = f.household_seq
                  %s
                 where f.import_id = :import and f.code = 'registered-elsewhere' and %s
                """.formatted(REGISTER, ROWS)).params(range.parameters()).query(Elsewhere.class).list());
        found.addAll(jdbc.sql("""
                select distinct 'household' as kind, h.number, h.village
                  from import_finding f
                  straight_join import_row r on r.import_id = f.import_id and r.row_no = f.row_no and r.household_seq = f.household_seq
                  straight_join household h on h.number = r.household_number
                 where f.import_id = :import and f.code = 'household-registered-elsewhere' and %s
                """.formatted(ROWS)).params(range.parameters()).query(Elsewhere.class).list());
        return found;
    }

    record Elsewhere(String kind, String number, @Nullable String village) {}
}
