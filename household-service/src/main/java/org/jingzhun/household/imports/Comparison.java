package org.jingzhun.household.imports;

import java.util.List;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.rules.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import static org.jingzhun.household.imports.Range.HOUSEHOLDS;
import static org.jingzhun.household.imports.Range.ROWS;

/**
 * Compares staged households with the register, some thousand at once and by statements over all of them: what must not go in is held back,
 * what would change is marked.
 *
 * <p>The check does it for the whole file; each chunk of the commit does it again, because the register goes on living between.
 */
@Component
class Comparison {

    private final JdbcClient jdbc;
    private final Refusals refusals;
    private final MergedRows merged;
    private final ThreeWay threeWay;

    Comparison(JdbcClient jdbc, Refusals refusals, MergedRows merged, ThreeWay threeWay) {
        this.jdbc = jdbc;
        this.refusals = refusals;
        this.merged = merged;
        this.threeWay = threeWay;
    }

    void compare(Range range) {
        var judged = """
                select r.import_id, r.row_no, r.household_seq, r.household_number, %s as code from import_row r %s
                 where %s and r.refused = false
                """.formatted(Verdict.of(range.template()), Verdict.register(range.template()), ROWS);
        if (refusals.rows(range, judged) && merged.follow(range)) {
            refusals.rows(range, judged);
        }
        refusals.withHead(range);
        if (range.template().canCreate()) {
            refuseSecondHeads(range);
        }
        markHouseholds(range);
        markRows(range);
        markHeads(range);
        threeWay.classify(range);
        markForSecond(range);
    }

    /**
     * The register's head or spouse who is not among the rows would be a second one.
     *
     * <p>The order of the tables is prescribed here and below: the optimizer's knowledge of staging tables is always out of date.
     */
    private void refuseSecondHeads(Range range) {
        var others = jdbc.sql("""
                select distinct hh.household_seq, m.relation
                  from import_household hh
                  straight_join household h on h.number = hh.number
                  straight_join membership m force index (membership_by_household) on m.household_id = h.id and m.left_on is null
                    and m.relation in ('01', '02')
                  straight_join person p on p.id = m.person_id
                  straight_join import_row own on own.import_id = hh.import_id and own.household_seq = hh.household_seq
                    and own.relation = m.relation and own.refused = false
                  left join import_row r on r.import_id = hh.import_id and r.household_seq = hh.household_seq
                    and r.person_number = p.number and r.refused = false
                 where %s and hh.refused = false and r.row_no is null
                """.formatted(HOUSEHOLDS)).params(range.parameters()).query(Other.class).list();
        refuse(range, others, "01", "other-head-in-register");
        refuse(range, others, "02", "other-spouse-in-register");
    }

    private void refuse(Range range, List<Other> others, String relation, String code) {
        var households = others.stream().filter(other -> other.relation.equals(relation)).map(Other::householdSeq).toList();
        if (!households.isEmpty()) {
            refusals.households(range, Refusals.among(households), new Finding(code, Field.RELATION));
        }
    }

    /** A household in which somebody else is what a row of the file says of its person. */
    private record Other(int householdSeq, String relation) {}

    private void markRows(Range range) {
        var kinds = new Kinds(range);
        jdbc.sql("""
                update import_row r %1$s
                   set r.change_kind = %2$s, r.older = %3$s
                 where %4$s and r.refused = false and ((r.change_kind & 15) <> %2$s or r.older <> %3$s)
                """.formatted(Kinds.PERSON_OF_ROW, kinds.ofRow(), kinds.olderRow(), ROWS)).params(range.parameters()).update();
    }

    /** Before the rows: another import may write between, and a household that was known then is known with all its members. */
    private void markHouseholds(Range range) {
        var kinds = new Kinds(range);
        jdbc.sql("""
                update import_household hh %1$s
                   set hh.change_kind = %2$s, hh.older = %3$s
                 where %4$s and hh.refused = false and (hh.change_kind <> %2$s or hh.older <> %3$s)
                """.formatted(kinds.registerOfHousehold(), kinds.ofHousehold(), kinds.olderHousehold(), HOUSEHOLDS))
                .params(range.parameters()).update();
    }

    /** The row of a head shows what happens to its household. */
    private void markHeads(Range range) {
        jdbc.sql("""
                update import_household hh
                  join import_row r on r.import_id = hh.import_id and r.household_seq = hh.household_seq
                   set r.change_kind = (r.change_kind & 15) + if((hh.change_kind & 14) <> 0, 16, 0)
                 where %s and %s and r.refused = false and (r.change_kind & 16) <> if((hh.change_kind & 14) <> 0, 16, 0)
                """.formatted(HOUSEHOLDS, range.headRow())).params(range.parameters()).update();
    }

    /** Another head, or another type, of a household that was known when it was marked is for two officers. */
    void markForSecond(Range range) {
        if (range.columns().told().contains(Field.HOUSEHOLD_TYPE)) {
            jdbc.sql("""
                    update import_household hh straight_join household h on h.number = hh.number
                       set hh.needs_second = true
                     where %s and hh.refused = false and hh.needs_second = false
                       and ((hh.change_kind & 2) <> 0 or (hh.older & 16) <> 0)
                       and h.type is not null and not (h.type <=> hh.type)
                    """.formatted(HOUSEHOLDS)).params(range.parameters()).update();
        }
        if (range.template().canCreate()) {
            jdbc.sql("""
                    update import_household hh
                      straight_join household h on h.number = hh.number
                      straight_join import_row r on r.import_id = hh.import_id and r.household_seq = hh.household_seq
                        and r.relation = '01'
                       set hh.needs_second = true
                     where %s and hh.refused = false and hh.needs_second = false and hh.change_kind <> 1
                       and ((r.change_kind & 12) <> 0 or (r.older & 32) <> 0)
                    """.formatted(HOUSEHOLDS)).params(range.parameters()).update();
        }
    }

    /** Whether the register, as it is now, would be judged otherwise than when the rows were marked. */
    boolean hasDrifted(Range range) {
        if (merged.refuseUndone(range)) {
            return true;
        }
        var kinds = new Kinds(range);
        var rows = jdbc.sql("""
                select count(*) from import_row r %s
                 where %s and r.refused = false and %s is not null
                """.formatted(Verdict.register(range.template()), ROWS, Verdict.of(range.template())))
                .params(range.parameters()).query(Integer.class).single();
        return rows > 0 || jdbc.sql("""
                select count(*) from import_row r %s
                 where %s and r.refused = false and ((r.change_kind & 15) <> %s or (r.older & 3) <> %s)
                """.formatted(Kinds.PERSON_OF_ROW, ROWS, kinds.ofRow(), kinds.olderRow())).params(range.parameters())
                .query(Integer.class).single() > 0 || jdbc.sql("""
                        select count(*) from import_household hh %s
                         where %s and hh.refused = false and (hh.change_kind <> %s or (hh.older & 3) <> %s)
                        """.formatted(kinds.registerOfHousehold(), HOUSEHOLDS, kinds.ofHousehold(), kinds.olderHousehold()))
                        .params(range.parameters()).query(Integer.class).single() > 0;
    }

    /** A head or a type that has come to differ since the check needs a second officer, and there was none. */
    void refuseSensitive(Range range) {
        refusals.households(range, "hh.refused = false and hh.needs_second = true",
                new Finding("sensitive-change-second-officer", Field.RELATION));
        refusals.withHead(range);
    }

    /** How many rows are new, changed, unchanged and refused; what contradicts a later register, and what it knows better; and the warnings. */
    Counts count(long importId) {
        return jdbc.sql("""
                select count(*) as total_rows,
                       coalesce(sum(refused = false and not conflict and (change_kind & 5) <> 0), 0) as new_rows,
                       coalesce(sum(refused = false and not conflict and (change_kind & 5) = 0 and changes), 0) as changed_rows,
                       coalesce(sum(refused = false and not conflict and change_kind = 0 and not changes and older = 0), 0)
                         as unchanged_rows,
                       coalesce(sum(refused = true), 0) as refused_rows,
                       coalesce(sum(refused = false and conflict), 0) as conflicting_rows,
                       coalesce(sum(refused = false and not conflict and not changes and older <> 0), 0) as newer_rows,
                       (select count(*) from import_household hh where hh.import_id = :import and hh.refused = false
                         and hh.needs_second = true) as sensitive_households,
                       (select count(*) from import_finding f where f.import_id = :import and f.refuses = false) as warnings
                  from (select refused, change_kind, older, (older & 76) <> 0 as conflict,
                               change_kind <> 0 or (older & 304) <> 0 as changes
                          from import_row where import_id = :import) judged
                """).param("import", importId).query(Counts.class).single();
    }

    record Counts(int totalRows, int newRows, int changedRows, int unchangedRows, int refusedRows, int conflictingRows,
            int newerRows, int sensitiveHouseholds, int warnings) {}
}
