package org.jingzhun.household.figure.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bands of age 【年龄段】, by the day from which they are used; who is in which is made of birth dates when a figure is read. */
@Component
public class AgeBands {

    private final JdbcClient jdbc;

    AgeBands(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A band of completed years.
     *
     * @param toAge the last completed year; null where there is no end
     */
    public record Band(String code, int fromAge, @Nullable Integer toAge) {

        boolean holds(LocalDate born, LocalDate on) {
            return born.isAfter(bornAfter(on)) && !born.isAfter(bornUntil(on));
        }

        /** Who was born after this day is too young. */
        LocalDate bornUntil(LocalDate on) {
            return on.minusYears(fromAge);
        }

        /** Who was born until this day is too old. */
        LocalDate bornAfter(LocalDate on) {
            return toAge == null ? LocalDate.of(1, 1, 1) : on.minusYears(toAge + 1L);
        }
    }

    /** Those that are used on a day, from the youngest on. */
    public List<Band> on(LocalDate day) {
        return jdbc.sql("""
                select code, from_age, to_age from figure_age_band
                 where valid_from <= :day and (valid_to is null or :day < valid_to) order by from_age
                """).param("day", day).query((row, index) -> {
            var to = row.getInt(3);
            return new Band(row.getString(1), row.getInt(2), row.wasNull() ? null : to);
        }).list();
    }

    /** The band of a birth date; empty where it is in none. */
    public static String of(List<Band> bands, LocalDate born, LocalDate on) {
        return bands.stream().filter(band -> band.holds(born, on)).map(Band::code).findFirst().orElse("");
    }

    /** The years of birth whose people are not all in the same band on a day. */
    static Set<Integer> yearsApart(List<Band> bands, LocalDate on) {
        return bands.stream().flatMap(band -> Stream.of(band.bornUntil(on), band.bornAfter(on)))
                .filter(last -> last.getMonthValue() < 12 || last.getDayOfMonth() < 31).map(LocalDate::getYear)
                .filter(year -> year > 1).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The band of a birth date, as an expression over a column. */
    static String expression(List<Band> bands, LocalDate on, String column) {
        return bands.stream()
                .map(band -> "when %1$s > '%2$s' and %1$s <= '%3$s' then '%4$s'".formatted(column, band.bornAfter(on),
                        band.bornUntil(on), band.code()))
                .collect(Collectors.joining(" ", "case ", " else '' end"));
    }
}
