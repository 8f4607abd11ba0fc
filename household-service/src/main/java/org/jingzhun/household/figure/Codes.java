package org.jingzhun.household.figure;

import java.time.LocalDate;

import org.jingzhun.household.figure.FigureCodes.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What codes mean to the figures, read once: another meaning comes with a migration and a new back-fill. */
@Component
public class Codes {

    private final JdbcClient jdbc;
    private volatile @Nullable FigureCodes read;

    Codes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public FigureCodes all() {
        var codes = read;
        if (codes == null) {
            codes = new FigureCodes(jdbc.sql("select list, code, meaning, valid_from, valid_to, source from figure_code")
                    .query((row, index) -> new Line(row.getString(1), row.getString(2), row.getString(3),
                            row.getObject(4, LocalDate.class), row.getObject(5, LocalDate.class), row.getString(6)))
                    .list());
            read = codes;
        }
        return codes;
    }

    public Movements movements() {
        return new Movements(all());
    }
}
