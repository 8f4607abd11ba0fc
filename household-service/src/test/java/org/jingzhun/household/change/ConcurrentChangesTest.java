package org.jingzhun.household.change;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Two officers change the same thing at the same instant: one is first, the other is told, and nothing is half done. */
@HouseholdServiceTest
class ConcurrentChangesTest {

    private static final int ROUNDS = 8;

    @Autowired
    Givens givens;
    @Autowired
    Api api;
    @Autowired
    JdbcClient jdbc;

    @Test
    void twoWhoSawTheSameStateChangeItOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var family = Family.in(Family.VILLAGE, api, givens);
            var seen = family.tag();
            var answers = together(
                    () -> family.change(Api.TOWN, seen, "remove-member", Family.DAY,
                            ",\"person\":\"%s\",\"leaveReason\":\"01\"".formatted(family.son)),
                    () -> family.change(Api.COUNTY, seen, "remove-member", Family.DAY,
                            ",\"person\":\"%s\",\"leaveReason\":\"03\"".formatted(family.son)));

            assertThat(answers.stream().map(Api.Answer::status)).containsOnlyOnce(201)
                    .allSatisfy(status -> assertThat(status).isIn(201, 409, 412));
            assertThat(count("register_event where person = ?", family.son)).isEqualTo(1);
            assertThat(count("household_change where household = ?", family.number)).isEqualTo(1);
            assertThat(jdbc.sql(
                    "select (p.died_on is null) = (m.leave_reason = '03') from membership m join person p on p.id = m.person_id"
                            + " where p.number = ?")
                    .param(family.son).query(Boolean.class).single()).isTrue();
        }
    }

    @Test
    void twoWhoApproveDoItOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var family = Family.in(Family.VILLAGE, api, givens);
            var entered = family.change(Api.TOWN, "split-household", Family.DAY,
                    ",\"members\":[%s]".formatted(Family.related(family.son, "01")));

            var answers = together(() -> family.approve(Api.COUNTY, entered), () -> family.approve(Api.COUNTY2, entered));

            assertThat(answers.stream().map(Api.Answer::status)).containsExactlyInAnyOrder(200, 409);
            assertThat(count("household where number = ?", entered.json().path("otherHousehold").asString())).isEqualTo(1);
            assertThat(count("register_event where person = ?", family.son)).isEqualTo(1);
        }
    }

    @Test
    void twoMergesAcrossEachOtherNeverLoseAnybody() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var one = Family.in(Family.VILLAGE, api, givens);
            var other = Family.in(Family.VILLAGE, api, givens);
            var first = merge(one, other);
            var second = merge(other, one);

            var answers = together(() -> one.approve(Api.COUNTY2, first), () -> other.approve(Api.COUNTY2, second));

            assertThat(answers.stream().map(Api.Answer::status)).containsOnlyOnce(200)
                    .allSatisfy(status -> assertThat(status).isIn(200, 409));
            assertThat(one.relations().size() + other.relations().size()).isEqualTo(6);
            assertThat(
                    jdbc.sql("select count(*) from household where number in (?, ?) and removed_on is not null").param(one.number)
                            .param(other.number).query(Integer.class).single())
                    .isEqualTo(1);
        }
    }

    private static Api.Answer merge(Family stays, Family goes) {
        var entered = stays.change(Api.COUNTY, "merge-households", Family.DAY,
                ",\"mergedHousehold\":\"%s\",\"members\":[%s,%s,%s]"
                        .formatted(goes.number, Family.related(goes.head, "21"), Family.related(goes.spouse, "99"),
                                Family.related(goes.son, "24")));
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        return entered;
    }

    private int count(String from, String number) {
        return jdbc.sql("select count(*) from " + from).param(number).query(Integer.class).single();
    }

    private static List<Api.Answer> together(Callable<Api.Answer> one, Callable<Api.Answer> other) throws Exception {
        var start = new CyclicBarrier(2);
        var answers = new ArrayList<Api.Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = List.of(one, other).stream().map(officer -> threads.submit(() -> {
                start.await();
                return officer.call();
            })).toList();
            for (var officer : running) {
                answers.add(officer.get());
            }
        }
        return answers;
    }
}
