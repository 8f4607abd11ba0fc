package org.jingzhun.household.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jingzhun.household.field.Holder;
import org.jingzhun.household.history.Moment;
import org.jingzhun.starter.database.Transactions;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures of a test beside what statements of their own count on the register; and a register of a test made known to them. */
@TestComponent
public class CountedRegister {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String POOR = """
            h.exit_state in ('1', '3', '4') or (h.exit_state is null and h.type is null and h.poor_kind in ('1', '2', '3', '4', '5', '6'))
            """;

    private static final String NEAR = """
            select n.id from household n where n.village like :county
            union select n.id from household_history n where n.village like :county""";

    private final JdbcClient jdbc;
    private final Recording recording;
    private final Transactions transactions;
    private final Folding folding;
    private final Filling filling;

    CountedRegister(JdbcClient jdbc, Recording recording, Transactions transactions, Folding folding, Filling filling) {
        this.jdbc = jdbc;
        this.recording = recording;
        this.transactions = transactions;
        this.folding = folding;
        this.filling = filling;
    }

    /** Households that a test has put into the tables by hand. */
    public void given(Collection<String> numbers, Instant recorded) {
        transactions.inOne(() -> recording.before(List.of(), List.of()).after(
                jdbc.sql("select id from household where number in (:numbers)").param("numbers", numbers).query(Long.class)
                        .list(),
                recorded));
    }

    /** Folds all there is to fold. */
    public void fold() {
        while (transactions.inOne(folding::next) > 0) {
            // the next rows
        }
    }

    /** Counts the register anew. */
    public void fill() {
        transactions.inOne(filling::begin);
        while (transactions.inOne(filling::next)) {
            // the next households
        }
    }

    /** What the figures say, as {@code measure/cell} with households and persons; nothing where both are zero. */
    public Map<String, String> figures(String village, LocalDate asOf, LocalDate knownAt) {
        var found = new TreeMap<String, String>();
        jdbc.sql("""
                select concat(measure, '/', type, '/', cell) k, sum(households), sum(persons) from (
                  select measure, type, cell, households, persons from figure_delta
                   where village = :village and effective_day <= :asOf and recorded_day <= :knownAt
                  union all
                  select if(measure like 'age-%', 'age', measure), type, cell, households, persons from figure_fold
                   where measure <> 'age' and level = 12 and division = :village and effective_day <= :asOf and recorded_day <= :knownAt) x
                 group by k having sum(households) <> 0 or sum(persons) <> 0
                """).param("village", village).param("asOf", asOf).param("knownAt", knownAt).query(row -> {
            found.put(row.getString(1), row.getString(2) + "/" + row.getString(3));
        });
        return found;
    }

    /** The same by statements over the register, which know nothing of movements. */
    public Map<String, String> counts(String village, LocalDate asOf, LocalDate knownAt) {
        var moment = new Moment(asOf, knownAt.plusDays(1).atStartOfDay(ZONE).toInstant().minusNanos(1000));
        var found = new TreeMap<String, String>();
        count(found, moment, village, "register", "h.type", "null", "true");
        count(found, moment, village, "poor", "null", "null", POOR);
        count(found, moment, village, "exit-state", "h.type", "h.exit_state", "true");
        count(found, moment, village, "main-cause", "h.type", "h.main_cause", "true");
        count(found, moment, village, "labour", "h.type", "p.labour", "p.id is not null");
        count(found, moment, village, "education", "h.type", "p.education", "p.id is not null");
        for (var health : List.of("1", "2", "3", "4")) {
            count(found, moment, village, "health", "h.type", "'" + health + "'", "find_in_set('" + health + "', p.health) > 0");
        }
        count(found, moment, village, "age", "null", "p.birth_date", "p.id is not null");
        return found;
    }

    private void count(Map<String, String> found, Moment moment, String village, String measure, String type, String cell,
            String where) {
        jdbc.sql("""
                select concat('%s/', coalesce(%s, ''), '/', coalesce(%s, '')) k, count(distinct h.id), count(p.id)
                  from %s h
                  left join %s m on m.household_id = h.id
                  left join %s p on p.id = m.person_id
                 where h.removed_on is null and (%s)
                 group by k
                """.formatted(measure, type, cell, Moment.rows(Holder.HOUSEHOLD, "t.village = :village"),
                Moment.rows(Holder.MEMBERSHIP, "t.household_id in (" + NEAR + ")"),
                Moment.rows(Holder.PERSON, "t.id in (select person_id from membership where household_id in (" + NEAR + "))"),
                where))
                .params(moment.params()).param("village", village).param("county", village.substring(0, 6) + "%").query(row -> {
                    found.put(row.getString(1), (measure.equals("age") ? "0" : row.getString(2)) + "/" + row.getString(3));
                });
    }
}
