package org.jingzhun.household.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jingzhun.household.figure.FigureState.Mode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the figures in step with the register: looks at the households before something is written and after it, in the same transaction,
 * and stores what differs.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Recording {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final Timelines timelines;
    private final FigureState state;
    private final Deltas deltas;
    private final Codes codes;

    Recording(JdbcClient jdbc, Timelines timelines, FigureState state, Deltas deltas, Codes codes) {
        this.jdbc = jdbc;
        this.timelines = timelines;
        this.state = state;
        this.deltas = deltas;
        this.codes = codes;
    }

    /**
     * Looks at households before they are changed, and at those where any of the persons ever lived.
     *
     * @param households that the transaction has locked
     * @param persons who may be changed, of these households and others
     */
    public Before before(Collection<Long> households, Collection<Long> persons) {
        var mode = state.held();
        if (mode.mode() != Mode.READY && mode.mode() != Mode.FILLING) {
            return new Before(Set.of(), Map.of(), false);
        }
        var all = new TreeSet<>(households);
        if (!persons.isEmpty()) {
            all.addAll(jdbc.sql("select distinct household_id from membership where person_id in (" + list(persons) + ")")
                    .query(Long.class).list());
        }
        var further = new TreeSet<>(all);
        further.removeAll(households);
        if (!further.isEmpty()) {
            jdbc.sql("select id from household where id in (" + list(further) + ") order by id for update").query(Long.class)
                    .list();
        }
        if (mode.mode() == Mode.FILLING) {
            var done = state.done();
            all.removeIf(id -> id > done && id <= mode.toHousehold());
        }
        return new Before(all, timelines.now(all), true);
    }

    private static String list(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Households as they were before something was written. */
    public final class Before {

        private final Set<Long> households;
        private final Map<Long, Timeline> then;
        private final boolean counts;

        private Before(Set<Long> households, Map<Long, Timeline> then, boolean counts) {
            this.households = households;
            this.then = then;
            this.counts = counts;
        }

        /**
         * Stores what differs now.
         *
         * @param added households that are new
         */
        public void after(Collection<Long> added, Instant at) {
            if (!counts) {
                return;
            }
            var all = new TreeSet<>(households);
            all.addAll(added);
            var now = timelines.now(all);
            var movements = codes.movements();
            var recorded = LocalDate.ofInstant(at, ZONE);
            var sum = new Deltas.Sum();
            for (var id : all) {
                var was = then.getOrDefault(id, Timeline.NOTHING);
                var is = now.getOrDefault(id, Timeline.NOTHING);
                if (!was.equals(is)) {
                    sum.add(movements.of(was), recorded, -1);
                    sum.add(movements.of(is), recorded, 1);
                }
            }
            deltas.insert(sum);
        }

        /** The same where nothing is new. */
        public void after(Instant at) {
            after(List.of(), at);
        }
    }
}
