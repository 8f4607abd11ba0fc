package org.jingzhun.household.figure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jingzhun.household.figure.Movement.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores movements as rows to be folded: what cancels out is left away, what is of one kind and day is one row. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Deltas {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;

    Deltas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Sum sum) {
        var rows = sum.counts.entrySet().stream().filter(it -> it.getValue()[0] != 0 || it.getValue()[1] != 0).toList();
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            insert(rows.subList(from, Math.min(rows.size(), from + AT_ONCE)));
        }
    }

    private void insert(List<Map.Entry<Row, int[]>> rows) {
        var values = rows.stream().map(row -> "(?,?,?,?,?,?,?,?,?)").collect(Collectors.joining(","));
        var statement = jdbc.sql("""
                insert into figure_delta (village, measure, type, cell, reason, effective_day, recorded_day, households, persons)
                values\s""" + values);
        for (var row : rows) {
            var kind = row.getKey().kind;
            var reason = kind.reason();
            statement = statement.param(kind.village()).param(kind.measure().key()).param(kind.type()).param(kind.cell())
                    .param(reason == null ? "" : reason.name()).param(row.getKey().effective).param(row.getKey().recorded)
                    .param(row.getValue()[0]).param(row.getValue()[1]);
        }
        statement.update();
    }

    private record Row(Kind kind, LocalDate effective, LocalDate recorded) {}

    /** Movements of many households, grouped. */
    static final class Sum {

        private final Map<Row, int[]> counts = new HashMap<>();

        /** @param times 1, or -1 for what no longer is */
        void add(List<Movement> movements, LocalDate recorded, int times) {
            for (var movement : movements) {
                var count = counts.computeIfAbsent(new Row(movement.kind(), movement.day(), recorded), row -> new int[2]);
                count[0] += times * movement.households();
                count[1] += times * movement.persons();
            }
        }
    }
}
