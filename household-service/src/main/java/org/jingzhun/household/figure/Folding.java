package org.jingzhun.household.figure;

import java.util.List;
import java.util.stream.Collectors;

import org.jingzhun.household.figure.FigureState.Mode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Folds movements upwards: each row goes, in one transaction, out of the unfolded ones and into the sums of its village, county, city and
 * province. Whoever reads sees it either there or here.
 */
@Component
class Folding {

    /** Numbers of digits of a division whose sums are kept; those of a township are made of its villages. */
    static final List<Integer> LEVELS = List.of(12, 6, 4, 2);

    private final JdbcClient jdbc;
    private final FigureState state;
    private final FigureSettings settings;

    Folding(JdbcClient jdbc, FigureState state, FigureSettings settings) {
        this.jdbc = jdbc;
        this.state = state;
        this.settings = settings;
    }

    /** Folds the oldest rows, by their exact ids. Gives how many. */
    @Transactional
    public int next() {
        jdbc.sql("select id from figure_progress where id = 1 for update").query(Integer.class).single(); // one folds at a time
        if (state.held().mode() == Mode.CLEARING) {
            return 0;
        }
        var ids = jdbc.sql("select id from figure_delta order by id limit " + settings.rowsPerFold()).query(Long.class).list();
        if (ids.isEmpty()) {
            return 0;
        }
        var in = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        for (var level : LEVELS) {
            fold(level, in, FoldedAges.Form.ALL_WITH_YEARS);
            fold(level, in, FoldedAges.Form.BIRTH_DATES);
        }
        count(jdbc, in);
        jdbc.sql("delete from figure_delta where id in (" + in + ")").update();
        return ids.size();
    }

    private void fold(int level, String in, FoldedAges.Form form) {
        jdbc.sql("""
                insert into figure_fold (level, measure, division, type, cell, reason, effective_day, recorded_day, households, persons)
                select %1$d, %3$s, left(d.village, %1$d), d.type, %4$s, d.reason, d.effective_day, d.recorded_day,
                       sum(d.households), sum(d.persons)
                  from figure_delta d where d.id in (%2$s)%5$s
                 group by 2, 3, 4, 5, 6, 7, 8
                 order by 2, 3, 4, 5, 6, 7, 8
                on duplicate key update households = figure_fold.households + values(households),
                       persons = figure_fold.persons + values(persons)
                """.formatted(level, in, form.measure(), form.cell(), form.which())).update();
    }

    /** Rows that are about to go keep their place in the position of their county. */
    static void count(JdbcClient jdbc, String in) {
        jdbc.sql("""
                insert into figure_county (county, folded_rows)
                select left(d.village, 6), count(*) from figure_delta d where d.id in (%s) group by left(d.village, 6) order by 1
                on duplicate key update folded_rows = figure_county.folded_rows + values(folded_rows)
                """.formatted(in)).update();
    }
}
