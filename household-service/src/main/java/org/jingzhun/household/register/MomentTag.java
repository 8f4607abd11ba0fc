package org.jingzhun.household.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;

import org.jingzhun.household.history.Moment;

/** Of which rows the answer was made, each as it was at its moment: the same rows are the same answer. */
final class MomentTag {

    private long mixed;

    MomentTag(Moment moment) {
        mixed = moment.asOf().toEpochDay();
    }

    /** A row whose id, valid_from and recorded_from begin at this place, with at most one column between. */
    void add(ResultSet row, int id) throws SQLException {
        long one = 31 * (31 * row.getLong(id) + row.getObject("valid_from", LocalDate.class).hashCode())
                + row.getObject("recorded_from", LocalDateTime.class).hashCode();
        one *= 0x9e37_79b9_7f4a_7c15L;
        mixed += one ^ one >>> 29; // in whatever order they come
    }

    @Override
    public String toString() {
        return "\"m%x\"".formatted(mixed & 0x1f_ffff_ffff_ffffL);
    }
}
