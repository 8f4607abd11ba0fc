package org.jingzhun.household.telling;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

import org.jingzhun.starter.feed.Facts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells what has changed, set by set.
 *
 * <p>The rows of households and persons are locked before anything is read: two who tell of the same one do it one after the other, and the
 * second says what holds then. What the register keeps to itself, such as a phone, changes no fact.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Telling {

    private final JdbcClient jdbc;
    private final PersonKeys keys;
    private final Facts facts;
    private final Clock clock;

    Telling(JdbcClient jdbc, PersonKeys keys, Facts facts, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * After everything is written.
     *
     * @param households that were changed, or whose people were
     */
    public void tell(Collection<Long> households) {
        if (households.isEmpty()) {
            return;
        }
        var persons = ids("select distinct person_id from membership where household_id in (%s)", households);
        var all = new TreeSet<>(households);
        if (!persons.isEmpty()) {
            all.addAll(ids("select distinct household_id from membership where person_id in (%s)", persons));
        }
        ids("select id from household where id in (%s) order by id for update", all);
        tell(PublicState.HOUSEHOLD, all);
        if (!persons.isEmpty()) {
            ids("select id from person where id in (%s) order by id for update", persons);
            keys.refresh(list(persons));
            tell(PublicState.PERSON, persons);
        }
        facts.written();
    }

    /** The same of households and of others that the same writing has made. */
    public void tell(Collection<Long> households, Collection<Long> added) {
        var all = new TreeSet<>(households);
        all.addAll(added);
        tell(all);
    }

    private void tell(PublicState state, Collection<Long> ids) {
        var list = list(ids);
        var turn = ThreadLocalRandom.current().nextLong();
        var key = keys.current();
        jdbc.sql(state.compared(list)).param("turn", turn).param("key", key).update();
        jdbc.sql(state.told(list)).param("turn", turn).param("key", key)
                .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
    }

    private List<Long> ids(String sql, Collection<Long> ids) {
        return jdbc.sql(sql.formatted(list(ids))).query(Long.class).list();
    }

    private static String list(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
