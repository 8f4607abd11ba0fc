package org.jingzhun.household.division;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a source states about a division for some time: national poor county, poor village, border county. */
@Component
class DivisionFlags {

    private final JdbcClient jdbc;

    DivisionFlags(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Flag> of(String code, LocalDate on) {
        return jdbc.sql("""
                select flag, valid_from, valid_to, source
                  from division_flag
                 where code = :code and valid_from <= :on and (valid_to is null or valid_to > :on)
                 order by flag
                """).param("code", code).param("on", on).query((row, number) -> new Flag(row.getString(1),
                row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class), row.getString(4))).list();
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Flag(String flag, LocalDate validFrom, @Nullable LocalDate validTo, String source) {}
}
