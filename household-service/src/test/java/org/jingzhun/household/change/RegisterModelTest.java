package org.jingzhun.household.change;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.household.change.RandomLife.Deed;
import org.jingzhun.household.change.RegisterModel.World;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.history.Moment;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.crypto.Digests;
import org.jingzhun.starter.web.IfMatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Random lives of households, and the register as of any day and as known at any instant, against a model made of their events alone. */
@HouseholdServiceTest
class RegisterModelTest {

    private static final int SEQUENCES = Integer.getInteger("sequences", 200);
    private static final int DEEDS = 8;
    private static final int LOOKS = 4;
    private static final LocalDate SINCE = LocalDate.of(2014, 1, 1);
    private static final Instant RECORDED = Instant.parse("2014-01-01T00:00:00Z");
    private static final Scope ALL = Scope.Ranges.under("");
    private static final Caller ENTERS = new Caller("enters", Caller.Kind.PERSON, null, "127.0.0.1", "model");
    private static final Caller APPROVES = new Caller("approves", Caller.Kind.PERSON, null, "127.0.0.1", "model");
    private static final IfMatch ANY = new IfMatch(List.of("*"));

    @Autowired
    ChangeService service;
    @Autowired
    Changes changes;
    @Autowired
    Givens givens;
    @Autowired
    Api api;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Digests digests;

    private final Map<String, Integer> applied = new ConcurrentHashMap<>();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();

    @Test
    void theRegisterIsWhatItsEventsMakeOfItOnAnyDayAndAsKnownAtAnyInstant() throws Exception {
        var seed = Long.getLong("seed", System.nanoTime());
        System.out.println("RegisterModelTest: -Dseed=" + seed + " -Dsequences=" + SEQUENCES);
        var villages = jdbc.sql("""
                select code from division where (code like '4514811012%' or code like '451423%') and level = 'VILLAGE' and valid_to is null
                 order by code limit 6
                """).query(String.class).list();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < SEQUENCES; i++) {
                var random = new Random(seed + i);
                var name = "seed " + (seed + i);
                running.add(threads.submit(() -> live(random, villages, name)));
            }
            for (var one : running) {
                one.get();
            }
        }
        System.out.println("applied " + new TreeMap<>(applied) + ", refused " + new TreeMap<>(refused));
        assertThat(applied).as("every action is among what was applied").hasSize(11);
    }

    private void live(Random random, List<String> villages, String name) {
        var model = new RegisterModel();
        for (int i = 0; i < 2; i++) {
            var village = villages.get(random.nextInt(villages.size()));
            RandomLife.given(model, Family.in(village, api, givens), village, RECORDED, SINCE);
        }
        var life = new RandomLife(random, villages);
        var told = new ArrayList<String>();
        for (int i = 0; i < DEEDS; i++) {
            var deed = life.next(model.knownAt(Instant.MAX));
            told.add(deed.action().name() + " " + deed.action().effectiveOn() + (apply(deed, model) ? "" : " refused"));
        }
        var recorded = model.recorded();
        for (int i = 0; i < LOOKS; i++) {
            var known = i == 0
                    ? Instant.parse("9000-01-01T00:00:00Z")
                    : recorded.get(random.nextInt(recorded.size())).minusNanos(random.nextInt(2) * 1000L);
            compare(model, life.day(), known, name + " " + told);
        }
        var now = model.knownAt(Instant.MAX);
        for (int i = 0; i < 20; i++) {
            var day = SINCE.plusDays(random.nextInt(4_300));
            assertThat(now.withoutOneHead(day)).as(name + " " + told + " on " + day).isEmpty();
        }
    }

    private boolean apply(Deed deed, RegisterModel model) {
        try {
            var number = service.enter(deed.action(), ANY, ALL, ALL, ENTERS);
            var change = changes.find(number, ALL).orElseThrow();
            if (change.state() == ChangeState.PENDING) {
                change = service.approve(number, ALL, APPROVES);
            }
            assertThat(change.state()).isEqualTo(ChangeState.APPLIED);
            var recorded = jdbc.sql("select min(recorded_at) from register_event where change_number = ?").param(number)
                    .query(LocalDateTime.class).single().toInstant(ZoneOffset.UTC);
            var lines = change.lines();
            model.happened(recorded, world -> deed.telling().accept(world, lines));
            applied.merge(deed.action().name(), 1, Integer::sum);
            return true;
        } catch (Refusals.RulesBroken | Refusals.NotYetPossible | Refusals.ChangeNotValid | Refusals.NothingToChange
                | Refusals.HouseholdRemoved e) {
            refused.merge(deed.action().name() + " " + e.getClass().getSimpleName(), 1, Integer::sum);
            return false;
        }
    }

    private void compare(RegisterModel model, LocalDate day, Instant known, String told) {
        var all = model.knownAt(Instant.MAX);
        World then = model.knownAt(known);
        var where = told + " as of " + day + " known at " + known;
        assertThat(households(all.households.keySet(), new Moment(day, known))).as(where).isEqualTo(then.householdsOn(day));
        assertThat(persons(all.persons.keySet(), new Moment(day, known))).as(where).isEqualTo(hidden(then.personsOn(day)));
        assertThat(stays(all.households.keySet(), new Moment(day, known))).as(where).isEqualTo(then.staysOn(day));
    }

    private Map<String, Map<String, String>> households(Collection<String> numbers, Moment moment) {
        return rows(
                "select t.*, t.number n from %s t".formatted(
                        Moment.rows(Holder.HOUSEHOLD, "t.id in (select id from household where number in (:numbers))")),
                numbers, moment,
                List.of("village", "type", "hamlet", "monitored_kind", "removed_on", "removal_reason"));
    }

    private Map<String, Map<String, String>> persons(Collection<String> numbers, Moment moment) {
        return rows("select t.*, t.number n, hex(t.phone_digest) phone_hex from %s t"
                .formatted(Moment.rows(Holder.PERSON, "t.id in (select id from person where number in (:numbers))")), numbers,
                moment,
                List.of("name", "died_on", "phone_hex"));
    }

    private Map<String, Map<String, String>> rows(String sql, Collection<String> numbers, Moment moment, List<String> columns) {
        var found = new TreeMap<String, Map<String, String>>();
        jdbc.sql(sql).params(moment.params()).param("numbers", numbers).query(row -> {
            var values = new TreeMap<String, String>();
            for (var column : columns) {
                if (row.getString(column) != null) {
                    values.put(column, row.getString(column));
                }
            }
            assertThat(found.put(row.getString("n"), values)).as("one row at a time of " + row.getString("n")).isNull();
        });
        return found;
    }

    private TreeSet<String> stays(Collection<String> households, Moment moment) {
        var found = new TreeSet<String>();
        jdbc.sql("select h.number, p.number, t.relation from " + Moment.rows(Holder.MEMBERSHIP,
                "t.household_id in (select id from household where number in (:numbers))")
                + " t join household h on h.id = t.household_id join person p on p.id = t.person_id").params(moment.params())
                .param("numbers", households).query(row -> {
                    assertThat(found.add(row.getString(1) + " " + row.getString(2) + " " + row.getString(3))).isTrue();
                });
        return found;
    }

    /** Phones as the register keeps them. */
    private Map<String, Map<String, String>> hidden(Map<String, Map<String, String>> persons) {
        var hidden = new HashMap<String, Map<String, String>>();
        persons.forEach((number, values) -> {
            var copy = new TreeMap<>(values);
            var phone = copy.remove("phone");
            if (phone != null) {
                copy.put("phone_hex", HexFormat.of().withUpperCase().formatHex(digests.of("phone", phone)));
            }
            hidden.put(number, copy);
        });
        return hidden;
    }
}
