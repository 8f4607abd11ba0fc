package org.jingzhun.household.snapshot;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jingzhun.starter.access.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The snapshots that were ordered, and how far they are. */
@Component
class Snapshots {

    private static final String SELECT = """
            select s.id, s.number, s.area, s.year, s.as_of, s.known_at, s.state, s.after_village, s.households, s.persons, s.ordered_by,
                   s.finished_at, s.version
              from snapshot s
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Snapshots(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Under a unique key on county and year. */
    Snapshot add(String area, int year, String account) {
        var number = "S" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        var now = now();
        jdbc.sql("""
                insert into snapshot (number, area, year, as_of, known_at, state, after_village, ordered_by, ordered_at)
                values (:number, :area, :year, :asOf, :now, 'TAKING', '', :account, :now)
                """).param("number", number).param("area", area).param("year", year).param("asOf", LocalDate.of(year, 12, 31))
                .param("now", now).param("account", account).update();
        return find(number).orElseThrow();
    }

    Optional<Snapshot> find(String number) {
        return jdbc.sql(SELECT + "where s.number = :number").param("number", number).query((row, i) -> snapshot(row)).optional();
    }

    /** The finished snapshot of a year that holds a village. */
    Optional<Snapshot> done(int year, String village) {
        return jdbc.sql(SELECT + "where s.year = :year and s.area = :area and s.state = 'DONE'").param("year", year)
                .param("area", village.substring(0, 6)).query((row, i) -> snapshot(row)).optional();
    }

    /** Those of counties that lie in the scope as a whole, county by county and year by year. */
    List<Snapshot> of(Scope scope, String afterArea, long afterYear, int limit) {
        if (!(scope instanceof Scope.Ranges ranges)) {
            return List.of();
        }
        var params = new HashMap<String, Object>();
        var conditions = new StringBuilder("false");
        for (int i = 0; i < ranges.ranges().size(); i++) {
            conditions.append(" or (concat(s.area, '000000') >= :from%1$d and concat(s.area, '999999') <= :to%1$d)".formatted(i));
            params.put("from" + i, ranges.ranges().get(i).from());
            params.put("to" + i, ranges.ranges().get(i).to());
        }
        return jdbc.sql(SELECT + """
                where (%s) and s.area >= :area and (s.area > :area or s.year > :year)
                order by s.area, s.year limit :limit
                """.formatted(conditions)).params(params).param("area", afterArea)
                .param("year", Math.clamp(afterYear, 0, 9999)).param("limit", limit).query((row, i) -> snapshot(row)).list();
    }

    /** Goes on by a village, unless another has. */
    boolean advance(Snapshot from, String village, int households, int persons) {
        return jdbc.sql("""
                update snapshot set after_village = :village, households = households + :households, persons = persons + :persons,
                       version = version + 1
                 where id = :id and state = 'TAKING' and after_village = :before
                """).param("village", village).param("households", households).param("persons", persons).param("id", from.id())
                .param("before", from.afterVillage()).update() == 1;
    }

    /** Whether nobody else has. */
    boolean finish(Snapshot snapshot) {
        return jdbc.sql(
                "update snapshot set state = 'DONE', finished_at = :now, version = version + 1 where id = :id and state = 'TAKING'")
                .param("now", now()).param("id", snapshot.id()).update() == 1;
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Snapshot snapshot(ResultSet row) throws SQLException {
        @Nullable
        LocalDateTime finished = row.getObject(12, LocalDateTime.class);
        return new Snapshot(row.getLong(1), row.getString(2), row.getString(3), row.getInt(4), row.getObject(5, LocalDate.class),
                Snapshot.local(row.getObject(6, LocalDateTime.class)), row.getString(7), row.getString(8), row.getInt(9),
                row.getInt(10), row.getString(11), finished == null ? null : Snapshot.local(finished), row.getInt(13));
    }
}
