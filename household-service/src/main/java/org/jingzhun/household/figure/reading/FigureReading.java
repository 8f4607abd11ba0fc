package org.jingzhun.household.figure.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jingzhun.household.figure.FoldedAges;
import org.jingzhun.household.figure.Measure;
import org.jingzhun.household.figure.reading.AgeBands.Band;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is folded and what is not yet, and the position of both, by one statement: as of one instant of the database. */
@Component
class FigureReading {

    private final JdbcClient jdbc;
    private final AgeBands bands;

    FigureReading(JdbcClient jdbc, AgeBands bands) {
        this.jdbc = jdbc;
        this.bands = bands;
    }

    /**
     * What is asked.
     *
     * @param digits how many digits of the divisions are told apart; 0 for none
     * @param opening the first day of movements that are told apart by their reasons; null where nothing is
     */
    record Question(Measure measure, FigureArea area, int digits, LocalDate asOf, LocalDate knownAt, @Nullable String type,
            @Nullable LocalDate opening) {

        /** How many there are at the end of a day, without telling divisions apart. */
        static Question stock(Measure measure, FigureArea area, LocalDate asOf, LocalDate knownAt) {
            return new Question(measure, area, 0, asOf, knownAt, null, null);
        }

        /** How many there were before the first day, and what came and went from then on, by reason. */
        static Question flow(Measure measure, FigureArea area, int digits, LocalDate from, LocalDate to, LocalDate knownAt) {
            return new Question(measure, area, digits, to, knownAt, null, from);
        }
    }

    /** Households and persons. */
    record Count(long households, long persons) {}

    /**
     * By division and cell.
     *
     * @param edition of the back-fill: at equal editions and positions the same is counted
     */
    record Found(long position, boolean ready, String edition, Map<String, Map<String, Count>> counts) {

        Map<String, Count> of(String division) {
            return counts.getOrDefault(division, Map.of());
        }
    }

    Found read(Question question) {
        var counts = new TreeMap<String, Map<String, Count>>();
        var position = new long[1];
        var edition = new String[]{""};
        var statement = jdbc.sql(sql(question)).params(question.area.params(question.digits))
                .param("measure", question.measure.stored().key()).param("asOf", question.asOf)
                .param("knownAt", question.knownAt);
        if (question.type != null) {
            statement = statement.param("type", question.type.equals(Cells.UNKNOWN) ? "" : question.type);
        }
        if (question.opening != null) {
            statement = statement.param("opening", question.opening);
        }
        statement.query(row -> {
            if (row.getString(1).equals("p")) {
                position[0] = row.getLong(4);
                edition[0] = row.getString(2);
            } else if (row.getLong(4) != 0 || row.getLong(5) != 0) {
                counts.computeIfAbsent(row.getString(2), division -> new TreeMap<>()).put(row.getString(3),
                        new Count(row.getLong(4), row.getLong(5)));
            }
        });
        return new Found(position[0], isReady(edition[0]), edition[0], counts);
    }

    /** The position alone: what was counted at an equal one counts the same. */
    Found position(FigureArea area) {
        return jdbc.sql("select sum(n), min(d) from (" + positions(area) + ") x").params(area.params(0))
                .query((row, index) -> new Found(row.getLong(1), isReady(row.getString(2)), row.getString(2), Map.of()))
                .single();
    }

    private static boolean isReady(String edition) {
        return edition.startsWith("READY");
    }

    private static String positions(FigureArea area) {
        return """
                select 'p' k, (select concat(mode, ' ', changed_at) from figure_state where id = 1) d, '' c, coalesce(sum(folded_rows), 0) n, 0 m
                  from figure_county where %s
                union all
                select 'p', (select concat(mode, ' ', changed_at) from figure_state where id = 1), '', count(*), 0 from figure_delta where %s
                """.formatted(area.counties("county"), area.villagesOfCounties("village"));
    }

    /** Its plan can be looked at. */
    String sql(Question question) {
        var ages = question.measure == Measure.AGE ? bands.on(question.asOf) : List.<Band>of();
        var type = question.type == null ? "" : " and %s.type = :type";
        return """
                select k, d, c, sum(n), sum(m) from (
                %1$s
                union all
                select 'f', left(u.village, %2$d), %3$s, u.households, u.persons from figure_delta u
                 where u.measure = :measure and %4$s and u.effective_day <= :asOf and u.recorded_day <= :knownAt%5$s
                union all
                %6$s) x group by k, d, c
                """.formatted(folded(question, ages), question.digits, cell(question, ages, "u.cell", "u"),
                question.area.villages("u.village"), type.formatted("u"), positions(question.area));
    }

    /** Of ages whole years of birth are added up, and single birth dates only of the years in which a band begins or ends. */
    private String folded(Question question, List<Band> ages) {
        if (question.measure != Measure.AGE) {
            return folded(question, ages, "f.measure = :measure", "f.cell");
        }
        var years = AgeBands.yearsApart(ages, question.asOf);
        var whole = folded(question, ages,
                "f.measure = :measure" + (years.isEmpty() ? "" : " and f.cell not in " + list(years, "")),
                "concat(f.cell, '-07-01')");
        return years.isEmpty()
                ? whole
                : whole + "union all\n" + folded(question, ages, "f.measure in " + list(years, FoldedAges.MEASURE), "f.cell");
    }

    private static String list(Set<Integer> years, String before) {
        return years.stream().map(year -> "'" + before + year + "'").collect(Collectors.joining(", ", "(", ")"));
    }

    /** Added up before the parts are put together: the union of all rows would be written to a temporary table. */
    private static String folded(Question question, List<Band> ages, String measure, String cell) {
        return """
                select 'f' k, left(f.division, %d) d, %s c, sum(f.households) n, sum(f.persons) m from figure_fold f
                 where %s and %s and f.effective_day <= :asOf and f.recorded_day <= :knownAt%s
                 group by d, c
                """.formatted(question.digits, cell(question, ages, cell, "f"), measure, question.area.folded(question.digits),
                question.type == null ? "" : " and f.type = :type");
    }

    private static String cell(Question question, List<Band> ages, String cell, String alias) {
        if (question.opening != null) {
            return "if(%1$s.effective_day < :opening, 'OPENING', %1$s.reason)".formatted(alias);
        }
        if (question.measure == Measure.TYPE) {
            return alias + ".type";
        }
        return question.measure == Measure.AGE
                ? AgeBands.expression(ages, question.asOf, cell)
                : cell;
    }
}
