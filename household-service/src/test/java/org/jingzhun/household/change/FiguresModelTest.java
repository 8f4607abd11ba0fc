package org.jingzhun.household.change;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.figure.CountedRegister;
import org.jingzhun.household.figure.Recording;
import org.jingzhun.household.history.History;
import org.jingzhun.household.history.NotYetKnown;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.database.Transactions;
import org.jingzhun.starter.web.IfMatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Random lives of households by several writers at once, and every figure against counts on the register that know nothing of movements. */
@HouseholdServiceTest
class FiguresModelTest {

    private static final int SEQUENCES = Integer.getInteger("sequences", 40);
    private static final int DEEDS = 8;
    private static final String COUNTY = "451422";
    private static final Instant RECORDED = Instant.parse("2014-01-01T00:00:00Z");
    private static final Scope ALL = Scope.Ranges.under("");
    private static final Caller ENTERS = new Caller("enters", Caller.Kind.PERSON, null, "127.0.0.1", "figures");
    private static final Caller APPROVES = new Caller("approves", Caller.Kind.PERSON, null, "127.0.0.1", "figures");
    private static final IfMatch ANY = new IfMatch(List.of("*"));
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

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
    CountedRegister counted;
    @Autowired
    History history;
    @Autowired
    Recording recording;
    @Autowired
    Transactions transactions;

    @Test
    void everyFigureIsWhatTheRegisterShowsForAnyDayAsKnownOnAnyDay() throws Exception {
        var seed = Long.getLong("seed", System.nanoTime());
        System.out.println("FiguresModelTest: -Dseed=" + seed + " -Dsequences=" + SEQUENCES);
        var villages = jdbc.sql("""
                select code from division where code like :county and level = 'VILLAGE' and valid_to is null order by code limit 4
                """).param("county", COUNTY + "%").query(String.class).list();
        try (var threads = Executors.newFixedThreadPool(3)) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < SEQUENCES; i++) {
                var random = new Random(seed + i);
                running.add(threads.submit(() -> live(random, villages)));
            }
            for (var one : running) {
                one.get();
            }
        }
        compare(new Random(seed), villages, "unfolded and folded");
        counted.fold();
        compare(new Random(seed), villages, "folded");
        counted.fill();
        compare(new Random(seed), villages, "counted anew");
        counted.fold();
        compare(new Random(seed), villages, "counted anew and folded");
    }

    private void compare(Random random, List<String> villages, String when) {
        assertThat(counted.figures(villages.getFirst(), TODAY, TODAY)).as(when).isNotEmpty();
        var life = new RandomLife(random, villages);
        for (int i = 0; i < 8; i++) {
            var asOf = i == 0 ? TODAY : life.day();
            var knownAt = i < 3 ? TODAY : LocalDate.of(2024, 1, 1).plusDays(random.nextInt(200));
            for (var village : villages) {
                assertThat(counted.figures(village, asOf, knownAt))
                        .as("%s in %s as of %s known on %s", when, village, asOf, knownAt)
                        .isEqualTo(counted.counts(village, asOf, knownAt));
            }
        }
    }

    private void live(Random random, List<String> villages) {
        var model = new RegisterModel();
        var families = new ArrayList<Family>();
        for (int i = 0; i < 2; i++) {
            var village = villages.get(random.nextInt(villages.size()));
            var family = Family.in(village, api, givens);
            families.add(family);
            RandomLife.given(model, family, village, RECORDED, LocalDate.of(2014, 1, 1));
        }
        counted.given(families.stream().map(family -> family.number).toList(), RECORDED);
        for (int day = 0; day < 200; day += 20 + random.nextInt(20)) {
            write(random, families.get(random.nextInt(2)), Instant.parse("2024-01-01T08:00:00Z").plusSeconds(86_400L * day));
        }
        var life = new RandomLife(random, villages);
        for (int i = 0; i < DEEDS; i++) {
            apply(life.next(model.knownAt(Instant.MAX)), model);
        }
    }

    /** What no deed of the model writes: the state of poverty, the cause, and what figures count of a person. */
    private void write(Random random, Family family, Instant at) {
        var from = LocalDate.of(2014, 1, 1).plusDays(random.nextInt(3_600));
        var household = id("household", family.number);
        var person = id("person", random.nextBoolean() ? family.head : family.son);
        try {
            transactions.inOne(() -> {
                jdbc.sql("select id from household where id = ? for update").param(household).query(Long.class).single();
                var before = recording.before(List.of(household), List.of(person));
                if (random.nextBoolean()) {
                    Map<String, @Nullable Object> columns = new HashMap<>();
                    columns.put("exit_state", one(random, "1", "2", "3", "4", null));
                    columns.put("main_cause", one(random, "1", "7", null));
                    history.write(Holder.HOUSEHOLD, household, columns, from, "test", at);
                } else {
                    history.write(Holder.PERSON, person, Map.of("health", one(random, "1", "2,4", "3"), "labour",
                            one(random, "1", "5"), "birth_date", LocalDate.of(1990, 1, 1 + random.nextInt(20))), from, "test",
                            at);
                }
                before.after(at);
            });
        } catch (NotYetKnown e) {
            assertThat(e.since()).isAfter(from);
        }
    }

    private long id(String table, String number) {
        return jdbc.sql("select id from " + table + " where number = ?").param(number).query(Long.class).single();
    }

    private static String one(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private void apply(RandomLife.Deed deed, RegisterModel model) {
        try {
            var number = service.enter(deed.action(), ANY, ALL, ALL, ENTERS);
            var change = changes.find(number, ALL).orElseThrow();
            if (change.state() == ChangeState.PENDING) {
                change = service.approve(number, ALL, APPROVES);
            }
            assertThat(change.state()).isEqualTo(ChangeState.APPLIED);
            var lines = change.lines();
            model.happened(Instant.now(), world -> deed.telling().accept(world, lines));
        } catch (Refusals.RulesBroken | Refusals.NotYetPossible | Refusals.ChangeNotValid | Refusals.NothingToChange
                | Refusals.HouseholdRemoved | PessimisticLockingFailureException e) {
            assertThat(e).as("refused as a whole").isNotNull();
        }
    }
}
