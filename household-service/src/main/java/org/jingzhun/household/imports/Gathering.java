package org.jingzhun.household.imports;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.rules.Finding;
import org.jingzhun.household.rules.HouseholdCounts;
import org.jingzhun.household.rules.HouseholdRules;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import static org.jingzhun.household.imports.Range.HOUSEHOLDS;
import static org.jingzhun.household.imports.Range.ROWS;

/** Makes households of the rows of a file, and holds back those that break a rule as a whole. */
@Component
class Gathering {

    private final JdbcClient jdbc;
    private final Refusals refusals;

    Gathering(JdbcClient jdbc, Refusals refusals) {
        this.jdbc = jdbc;
        this.refusals = refusals;
    }

    void gather(Range range) {
        var columns = new ArrayList<>(range.columns().written(Holder.HOUSEHOLD));
        var staged = new ArrayList<>(columns.stream().map(column -> RegisterColumns.inRow(Holder.HOUSEHOLD, column)).toList());
        columns.addAll(range.columns().written(Holder.HOUSEHOLD_YEAR));
        staged.addAll(range.columns().written(Holder.HOUSEHOLD_YEAR));
        var members = range.template().canCreate();
        jdbc.sql("""
                insert into import_household (import_id, household_seq, refused, needs_second, change_kind, number, row_count, heads,
                       spouses, stated_members, differing, village, effective_on, head_name, head_digest%s)
                select import_id, household_seq, false, false, 1, max(household_number), count(*), %s, %s,
                       max(village), max(effective_on), max(head_name), max(head_digest)%s
                  from import_row r where %s and household_number is not null
                 group by import_id, household_seq
                """.formatted(columns.stream().map(column -> ", " + column).collect(Collectors.joining()),
                members
                        ? "coalesce(sum(relation = '01'), 0), coalesce(sum(relation = '02'), 0), max(stated_members)"
                        : "1, 0, null",
                differing(range), staged.stream().map(column -> ", max(" + column + ")").collect(Collectors.joining()), ROWS))
                .params(range.parameters()).update();
        refuseBroken(range);
        if (range.template().isOfHouseholds()) {
            refusals.households(range, "hh.row_count > 1", new Finding("household-twice-in-file", Field.HOUSEHOLD_NUMBER));
        } else {
            refuseOtherHeads(range);
        }
    }

    /** The names of the fields that must be the same on all rows of a household, but are not. */
    private static String differing(Range range) {
        Map<String, Field> same = new LinkedHashMap<>();
        same.put("village", Field.VILLAGE);
        same.put("effective_on", Field.DATA_DATE);
        same.put("stated_members", Field.MEMBERS);
        same.put("household_number", Field.HOUSEHOLD_NUMBER); // never differs, but for a clash of fingerprints
        for (var field : range.columns().compared(Holder.HOUSEHOLD)) {
            if (field != Field.HOUSEHOLD_PHONE || range.template().has(field)) {
                same.put(RegisterColumns.staged(field, "r"), field);
            }
        }
        return same.entrySet().stream()
                .map(column -> "if(min(%s) <> max(%s), '%s,', '')".formatted(column.getKey(), column.getKey(), column.getValue()))
                .collect(Collectors.joining(", ", "concat(", ")"));
    }

    private void refuseBroken(Range range) {
        var broken = jdbc.sql("""
                select household_seq, row_count, heads, spouses, stated_members, differing from import_household hh
                 where %s and (heads <> 1 or spouses > 1 or stated_members <> row_count or (differing <> '' and %s))
                """.formatted(HOUSEHOLDS, !range.template().isOfHouseholds())).params(range.parameters()).query(Broken.class)
                .list();
        var byFinding = new HashMap<Finding, List<Integer>>();
        for (var household : broken) {
            for (var finding : HouseholdRules.check(household.facts())) {
                byFinding.computeIfAbsent(finding, it -> new ArrayList<>()).add(household.householdSeq);
            }
        }
        byFinding.forEach((finding, households) -> refusals.households(range, Refusals.among(households), finding));
    }

    /** Where the rows name their head, he must be the one who stands among them. */
    private void refuseOtherHeads(Range range) {
        refusals.rows(range, """
                select r.import_id, r.row_no, r.household_seq, r.household_number, 'head-differs' as code
                  from import_row r
                  join import_row head on head.import_id = r.import_id and head.household_seq = r.household_seq
                   and head.relation = '01'
                 where %s and r.head_digest is not null and r.head_digest <> head.resident_id_digest
                """.formatted(ROWS));
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
}
