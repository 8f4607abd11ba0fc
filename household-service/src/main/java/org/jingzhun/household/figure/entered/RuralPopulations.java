package org.jingzhun.household.figure.entered;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.jingzhun.starter.page.Cursor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rural populations 【农村户籍人口】 by division and year. Nothing is overwritten: the last edition counts, the earlier ones stay. */
@Component
public class RuralPopulations {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    RuralPopulations(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** The rural population of a division in a year, from whoever published it. */
    public record RuralPopulation(String division, int year, int edition, long persons, String source, String enteredBy,
            OffsetDateTime enteredAt) {}

    /** The edition that counts, if the caller may see it. */
    public Optional<RuralPopulation> find(String division, int year, Scope scope) {
        return query("division = :division and year = :year", "edition desc", Map.of("division", division, "year", year), scope,
                1)
                .stream().findFirst();
    }

    /** Adds an edition; whoever enters the same division and year at the same time is the next one. Gives its key. */
    @Transactional
    String add(String division, int year, long persons, String source, Caller caller) {
        var edition = jdbc
                .sql("select coalesce(max(edition), 0) + 1 from rural_population where division = ? and year = ? for update")
                .param(division).param(year).query(Integer.class).single();
        jdbc.sql("""
                insert into rural_population (division, year, edition, persons, source, entered_by, entered_at)
                values (:division, :year, :edition, :persons, :source, :by, :at)
                """).param("division", division).param("year", year).param("edition", edition).param("persons", persons)
                .param("source", source).param("by", caller.account())
                .param("at", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
        audit.record(caller, "rural-population.entered", Subject.in(division, "rural-population", division + "-" + year),
                Map.of("edition", edition, "persons", persons));
        return division + "-" + year + "-" + edition;
    }

    List<RuralPopulation> page(Scope scope, Cursor after) {
        return query(
                "(division > :division or (division = :division and (year > :year or (year = :year and edition > :edition))))",
                "division, year, edition", Map.of("division", after.text(0), "year", after.isStart() ? 0 : after.number(1),
                        "edition", after.isStart() ? 0 : after.number(2)),
                scope, after.fetch());
    }

    private List<RuralPopulation> query(String which, String order, Map<String, Object> values, Scope scope, int limit) {
        var seen = scope.conditionOfDivisions("division");
        var params = new HashMap<>(values);
        params.putAll(seen.params());
        params.put("limit", limit);
        return jdbc.sql("""
                select division, year, edition, persons, source, entered_by, entered_at from rural_population
                 where %s and %s order by %s limit :limit
                """.formatted(which, seen.sql(), order)).params(params)
                .query((row, index) -> new RuralPopulation(row.getString(1), row.getInt(2), row.getInt(3), row.getLong(4),
                        row.getString(5), row.getString(6),
                        row.getObject(7, LocalDateTime.class).atOffset(ZoneOffset.UTC).atZoneSameInstant(ZONE)
                                .toOffsetDateTime()))
                .list();
    }
}
