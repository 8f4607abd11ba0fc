package org.jingzhun.household.figure.reading;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The villages of an area that are, or ever were, in the register, one after another. */
@Component
class Villages {

    private final JdbcClient jdbc;

    Villages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> after(String village, FigureArea area) {
        return area.ranges().stream().sorted((one, other) -> one.from().compareTo(other.from())).map(range -> jdbc.sql("""
                select min(v.village) from (
                  select min(village) village from household where village > :after and village between :from and :to
                  union all
                  select min(village) from household_history where village > :after and village between :from and :to) v
                """).param("after", village).param("from", range.from()).param("to", range.to())
                .query((row, index) -> row.getString(1)).list()).flatMap(List::stream).filter(found -> found != null).findFirst();
    }
}
