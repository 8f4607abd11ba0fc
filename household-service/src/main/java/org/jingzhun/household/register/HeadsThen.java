package org.jingzhun.household.register;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jingzhun.household.field.Holder;
import org.jingzhun.household.history.Moment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who were the heads of households at a moment, and how many lived there. */
@Component
class HeadsThen {

    private static final String HEAD = "01";

    static final String MEMBERSHIPS = "select x.household_id, x.person_id, x.relation from %s x"
            .formatted(Moment.rows(Holder.MEMBERSHIP, "t.household_id in (:ids)"));
    static final String PERSONS = "select x.id, x.name, x.birth_date from %s x"
            .formatted(Moment.rows(Holder.PERSON, "t.id in (:ids)"));

    private final JdbcClient jdbc;

    HeadsThen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The same households with their heads and the number of their members. */
    List<HouseholdList.Row> add(List<HouseholdList.Row> households, Moment moment) {
        if (households.isEmpty()) {
            return households;
        }
        var counts = new HashMap<Long, Integer>();
        var heads = new HashMap<Long, Long>();
        jdbc.sql(MEMBERSHIPS).params(moment.params()).param("ids", households.stream().map(HouseholdList.Row::id).toList())
                .query(row -> {
                    counts.merge(row.getLong(1), 1, Integer::sum);
                    if (HEAD.equals(row.getString(3))) {
                        heads.put(row.getLong(1), row.getLong(2));
                    }
                });
        var persons = persons(heads, moment);
        return households.stream().map(household -> {
            var head = persons.get(heads.getOrDefault(household.id(), 0L));
            return household.with(counts.getOrDefault(household.id(), 0), head == null ? null : head.name(),
                    head == null ? null : head.born());
        }).toList();
    }

    private Map<Long, Head> persons(Map<Long, Long> heads, Moment moment) {
        var persons = new HashMap<Long, Head>();
        if (!heads.isEmpty()) {
            jdbc.sql(PERSONS).params(moment.params()).param("ids", List.copyOf(heads.values()))
                    .query(row -> {
                        persons.put(row.getLong(1), new Head(row.getString(2), row.getObject(3, LocalDate.class)));
                    });
        }
        return persons;
    }

    private record Head(String name, LocalDate born) {}
}
