package org.jingzhun.household.figure.frozen;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jingzhun.household.figure.Timeline;
import org.jingzhun.household.figure.Timeline.Period;
import org.jingzhun.household.figure.Timeline.Self;
import org.jingzhun.household.figure.Timeline.Stay;
import org.jingzhun.household.figure.Timeline.Version;
import org.jingzhun.starter.access.CodeRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a snapshot holds of a village: each household as it was on the one day of the snapshot. */
@Component
class FrozenRows {

    private final JdbcClient jdbc;

    FrozenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> villages(int year, String county) {
        var range = CodeRange.under(county);
        return jdbc.sql("""
                select distinct village from household_snapshot where year = :year and village between :from and :to order by village
                """).param("year", year).param("from", range.from()).param("to", range.to()).query(String.class).list();
    }

    List<Timeline> households(int year, LocalDate day, String village) {
        var members = members(year, day, village);
        return jdbc.sql("""
                select number, village, type, exit_state, poor_kind, main_cause from household_snapshot
                 where year = :year and village = :village
                """).param("year", year).param("village", village)
                .query((row, index) -> new Timeline(List.of(version(row, day)),
                        members.getOrDefault(row.getString(1), List.of())))
                .list();
    }

    private Map<String, List<Stay>> members(int year, LocalDate day, String village) {
        var members = new HashMap<String, List<Stay>>();
        jdbc.sql("""
                select household, membership_id, birth_date, labour, health, education from member_snapshot
                 where year = :year and village = :village
                """).param("year", year).param("village", village).query(row -> {
            members.computeIfAbsent(row.getString(1), household -> new ArrayList<>()).add(stay(row, day));
        });
        return members;
    }

    private static Version version(ResultSet row, LocalDate day) throws SQLException {
        return new Version(of(day), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6),
                null, false, null);
    }

    private static Stay stay(ResultSet row, LocalDate day) throws SQLException {
        return new Stay(row.getLong(2), of(day), null, null, List.of(
                new Self(of(day), row.getObject(3, LocalDate.class), row.getString(4), row.getString(5), row.getString(6))));
    }

    private static Period of(LocalDate day) {
        return new Period(day, day.plusDays(1));
    }
}
