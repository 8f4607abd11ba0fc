package org.jingzhun.household.figure.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.household.figure.Measure;
import org.jingzhun.household.figure.reading.FigureReading.Question;
import org.jingzhun.household.figure.reading.FrozenReading.Asked;
import org.jingzhun.starter.access.CodeRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The database reads the rows of one measure, level and run of divisions, and never all that is folded or frozen. */
@HouseholdServiceTest
class FigurePlanTest {

    private static final LocalDate DAY = LocalDate.parse("2019-12-31");
    private static final FigureArea TWO = new FigureArea("620402",
            List.of(CodeRange.under("620402"), CodeRange.under("620499")));

    @Autowired
    FigureReading figures;
    @Autowired
    JdbcClient jdbc;

    /** As many villages as a county has, with the measures and cells of a full register. */
    @BeforeEach
    void manySums() {
        if (jdbc.sql("select count(*) from figure_fold where division like '6204%'").query(Long.class).single() == 0) {
            for (var level : List.of(12, 9, 6, 4, 2)) {
                insert("""
                        insert ignore into figure_fold (level, measure, division, type, cell, reason, effective_day, recorded_day, households, persons)
                        select %1$d, m.measure, left(v.village, %1$d), 1 + c.i mod 6, c.i, '', date '2016-01-01' + interval c.i day, '2016-01-01', 1, 1
                        """, level);
                insert("""
                        insert ignore into frozen_figure (year, measure, level, division, type, cell, households, persons)
                        select 2010 + c.i mod 5, m.measure, %1$d, left(v.village, %1$d), 1 + c.i mod 6, c.i, 1, 1
                        """, level);
            }
            jdbc.sql("analyze table figure_fold").query(row -> {
            });
            jdbc.sql("analyze table frozen_figure").query(row -> {
            });
        }
    }

    private void insert(String statement, int level) {
        jdbc.sql(statement.formatted(level) + """
                  from (with recursive n (i) as (select 0 union all select i + 1 from n where i < 99)
                        select concat('6204', lpad(i mod 7, 2, '0'), '10', i mod 9, 200 + i mod 100) village from n) v
                  join (select 'register' measure union all select 'age' union all select 'age-1960' union all select 'poor' union all select 'health') m
                  join (with recursive n (i) as (select 0 union all select i + 1 from n where i < 19) select i from n) c
                """).update();
    }

    static Stream<Arguments> questions() {
        return Stream.of(FigureArea.under("620402100202"), FigureArea.under("620402100"), FigureArea.under("620402"),
                FigureArea.under("6204"), FigureArea.under("62"), TWO)
                .flatMap(area -> Stream.of(Measure.REGISTER, Measure.TYPE, Measure.AGE, Measure.HEALTH)
                        .flatMap(measure -> Stream.concat(Stream.of(0), area.digitsBelow().stream())
                                .map(digits -> arguments(area, measure, digits))));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void whatIsFoldedIsReadByARangeOfItsKey(FigureArea area, Measure measure, int digits) {
        var question = new Question(measure, area, digits, DAY, DAY, measure.isByType() ? "1" : null, null);
        var params = area.params(digits);
        params.putAll(Map.of("measure", measure.stored().key(), "asOf", DAY, "knownAt", DAY, "type", "1"));

        requireRange(figures.sql(question), params);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void whatIsFrozenIsReadByARangeOfItsKey(FigureArea area, Measure measure, int digits) {
        var asked = new Asked(measure, area, digits, 2012, measure.isByType() ? "1" : null);

        requireRange(FrozenReading.sql(asked), FrozenReading.params(asked));
    }

    private void requireRange(String sql, Map<String, Object> params) {
        var isMariaDb = jdbc.sql("select version()").query(String.class).single().contains("MariaDB");
        var plan = jdbc.sql((isMariaDb ? "explain " : "explain format=traditional ") + sql).params(params).query().listOfRows()
                .stream().filter(row -> "f".equals(row.get("table"))).toList();
        var half = jdbc.sql("select count(*) from frozen_figure where division like '62%'").query(Long.class).single() / 2;
        assertThat(plan).isNotEmpty().allSatisfy(part -> {
            assertThat(part.get("type")).as("%s", plan).isIn("range", "ref");
            assertThat(part.get("key")).isEqualTo("PRIMARY");
            assertThat(Long.parseLong(String.valueOf(part.get("rows")))).as("%s", plan).isLessThan(half);
        });
    }
}
