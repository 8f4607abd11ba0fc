package org.jingzhun.household.figure.entered;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jingzhun.household.figure.reading.Rate;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Batches of exits 【脱贫批次】 as a division reported them when it closed them: its numbers stay as they are, with what is missing in them. */
@Component
class ExitBatches {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    ExitBatches(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A closed batch.
     *
     * @param average persons of a household, two decimals
     * @param reportedRate the incidence as reported, in per cent
     * @param rate the incidence made of numerator and denominator; null where one of them is missing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ExitBatch")
    record Batch(String number, String division, int year, int households, int persons, @Nullable BigDecimal average,
            @Nullable BigDecimal reportedRate, @Nullable Long numerator, @Nullable Long denominator, @Nullable BigDecimal rate,
            String source, @Nullable String warning) {

        static Batch of(String number, String division, int year, int households, int persons, @Nullable BigDecimal reportedRate,
                @Nullable Long numerator, @Nullable Long denominator, String source) {
            var rate = numerator == null || denominator == null ? null : Rate.percent(numerator, denominator);
            return new Batch(number, division, year, households, persons, Rate.average(persons, households), reportedRate,
                    numerator,
                    denominator, rate, source, reportedRate != null && denominator == null ? "denominator-missing" : null);
        }
    }

    @Transactional
    String add(EnteredController.NewBatch wanted, Caller caller) {
        var number = "B" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        var params = new HashMap<String, @Nullable Object>();
        params.put("number", number);
        params.put("division", wanted.division());
        params.put("year", wanted.year());
        params.put("households", wanted.households());
        params.put("persons", wanted.persons());
        params.put("rate", wanted.reportedRate());
        params.put("numerator", wanted.numerator());
        params.put("denominator", wanted.denominator());
        params.put("source", wanted.source().strip());
        params.put("by", caller.account());
        params.put("at", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        jdbc.sql("""
                insert into exit_batch (number, division, year, households, persons, reported_rate, numerator, denominator, source,
                       entered_by, entered_at)
                values (:number, :division, :year, :households, :persons, :rate, :numerator, :denominator, :source, :by, :at)
                """).params(params).update();
        audit.record(caller, "exit-batch.closed", Subject.in(wanted.division(), "exit-batch", number),
                Map.of("households", wanted.households(), "persons", wanted.persons()));
        return number;
    }

    Page<Batch> page(Scope scope, int year, Cursor after) {
        var seen = scope.conditionOfDivisions("division");
        var params = new HashMap<String, Object>(seen.params());
        params.put("year", year);
        params.put("division", after.text(0));
        params.put("id", after.number(1));
        params.put("limit", after.fetch());
        var rows = jdbc.sql("""
                select id, number, division, year, households, persons, reported_rate, numerator, denominator, source from exit_batch
                 where year = :year and (division > :division or (division = :division and id > :id)) and %s
                 order by division, id limit :limit
                """.formatted(seen.sql())).params(params).query((row, index) -> new Row(row.getLong(1), batch(row))).list();
        return Page.of(rows, after, it -> List.of(it.batch.division(), it.id)).map(Row::batch);
    }

    private static Batch batch(ResultSet row) throws SQLException {
        return Batch.of(row.getString("number"), row.getString("division"), row.getInt("year"), row.getInt("households"),
                row.getInt("persons"), row.getBigDecimal("reported_rate"), row.getObject("numerator", Long.class),
                row.getObject("denominator", Long.class), row.getString("source"));
    }

    private record Row(long id, Batch batch) {}
}
