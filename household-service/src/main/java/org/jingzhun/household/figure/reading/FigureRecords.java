package org.jingzhun.household.figure.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.figure.FigureSettings;
import org.jingzhun.household.figure.Measure;
import org.jingzhun.household.history.Moment;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list that a figure counts, read from the register and not from movements; village by village, so that a page costs what it shows. */
@Component
class FigureRecords {

    private final JdbcClient jdbc;
    private final Villages villages;
    private final RecordConditions conditions;
    private final FigureSettings settings;

    FigureRecords(JdbcClient jdbc, Villages villages, RecordConditions conditions, FigureSettings settings) {
        this.jdbc = jdbc;
        this.villages = villages;
        this.conditions = conditions;
        this.settings = settings;
    }

    /** What is listed: the households or persons of a cell, or of all cells. */
    record Wanted(Measure measure, FigureArea area, Moment moment, @Nullable String type, @Nullable String cell) {}

    /** A household with how many persons it counts for, or a person with his household. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(String village, String household, @Nullable String person, @Nullable Integer persons) {

        String key() {
            return person == null ? household : household + "/" + person;
        }
    }

    Page<Line> page(Wanted wanted, Cursor after) {
        var found = new ArrayList<Line>();
        var village = after.text(0);
        var last = after.isStart() ? "" : after.text(1);
        for (int seen = 0; seen < settings.villagesPerPage(); seen++) {
            if (!village.isEmpty()) {
                for (var line : lines(wanted, village)) {
                    if (line.key().compareTo(last) > 0) {
                        if (found.size() == after.limit()) {
                            return Page.upTo(found, after, List.of(found.getLast().village(), found.getLast().key()));
                        }
                        found.add(line);
                    }
                }
            }
            var next = villages.after(village, wanted.area());
            if (next.isEmpty()) {
                return Page.upTo(found, after, null);
            }
            village = next.get();
            last = "";
        }
        return Page.upTo(found, after, List.of(village, ""));
    }

    private List<Line> lines(Wanted wanted, String village) {
        var params = new HashMap<String, Object>(wanted.moment().params());
        params.put("village", village);
        var numbers = new HashMap<Long, String>();
        jdbc.sql("select h.id, h.number from %s h where h.removed_on is null%s".formatted(
                Moment.rows(Holder.HOUSEHOLD, "t.village = :village"), conditions.household(wanted, params))).params(params)
                .query(row -> {
                    numbers.put(row.getLong(1), row.getString(2));
                });
        if (numbers.isEmpty()) {
            return List.of();
        }
        params.put("households", numbers.keySet());
        var lines = wanted.measure().isOfPersons()
                ? persons(wanted, village, numbers, params)
                : households(village, numbers, params);
        lines.sort((one, other) -> one.key().compareTo(other.key()));
        return lines;
    }

    private List<Line> persons(Wanted wanted, String village, Map<Long, String> numbers, Map<String, Object> params) {
        var which = conditions.person(wanted, params);
        return new ArrayList<>(jdbc.sql("select m.household_id, p.number from %s where true%s".formatted(members(), which))
                .params(params)
                .query((row, index) -> new Line(village, String.valueOf(numbers.get(row.getLong(1))), row.getString(2), null))
                .list());
    }

    private List<Line> households(String village, Map<Long, String> numbers, Map<String, Object> params) {
        var persons = new HashMap<Long, Integer>();
        jdbc.sql("select m.household_id, count(*) from %s group by m.household_id".formatted(members())).params(params)
                .query(row -> {
                    persons.put(row.getLong(1), row.getInt(2));
                });
        var lines = new ArrayList<Line>();
        numbers.forEach((id, number) -> lines.add(new Line(village, number, null, persons.getOrDefault(id, 0))));
        return lines;
    }

    private static String members() {
        return "%s m join %s p on p.id = m.person_id".formatted(
                Moment.rows(Holder.MEMBERSHIP, "t.household_id in (:households)"),
                Moment.rows(Holder.PERSON, "t.id in (select person_id from membership where household_id in (:households))"));
    }

}
