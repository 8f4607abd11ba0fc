package org.jingzhun.household.imports;

import java.util.List;

import org.jingzhun.household.figure.Recording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which households and persons of a chunk its writing touches, for the figures and the facts. */
@Component
class CountedRange {

    private static final String TOUCHED = "r.refused = false and (r.change_kind <> 0 or r.older <> 0)";

    private final JdbcClient jdbc;
    private final Recording figures;

    CountedRange(JdbcClient jdbc, Recording figures) {
        this.jdbc = jdbc;
        this.figures = figures;
    }

    /** Looks at what is there, and sees to it that nobody else changes it before the chunk is written. */
    Recording.Before before(Range range) {
        var households = touched(range);
        var persons = ids(range, """
                select distinct p.id from import_row r straight_join person p on p.number = r.person_number where %s and %s
                """.formatted(Range.ROWS, TOUCHED));
        if (!households.isEmpty()) {
            jdbc.sql("select id from household where id in (%s) order by id for update"
                    .formatted(String.join(",", households.stream().map(String::valueOf).toList()))).query(Long.class).list();
        }
        return figures.before(households, persons);
    }

    /** The households that are there and that the chunk writes to; after its writing, its new ones as well. */
    List<Long> touched(Range range) {
        return ids(range, """
                select h.id from import_row r straight_join household h on h.number = r.household_number where %1$s and %2$s
                union
                select h.id from import_household hh straight_join household h on h.number = hh.number
                 where %3$s and hh.refused = false and hh.change_kind <> 0
                """.formatted(Range.ROWS, TOUCHED, Range.HOUSEHOLDS));
    }

    /** The households that the chunk has made. */
    List<Long> added(Range range) {
        return ids(range, """
                select h.id from import_household hh straight_join household h on h.number = hh.number
                 where %s and hh.refused = false and hh.change_kind = 1
                """.formatted(Range.HOUSEHOLDS));
    }

    private List<Long> ids(Range range, String sql) {
        return jdbc.sql(sql).params(range.parameters()).query(Long.class).list();
    }
}
