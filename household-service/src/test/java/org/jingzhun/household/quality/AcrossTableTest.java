package org.jingzhun.household.quality;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules across households with rows where they speak, where they are silent, and at their limits: one run over all of them. */
@HouseholdServiceTest
class AcrossTableTest {

    private static final TestToken CITY = TestToken.person("city").grant("city-officer", "rural-affairs", "4514");

    @Autowired
    Api api;
    @Autowired
    Givens givens;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    @Test
    void aRunFindsWhatTheTableSays() {
        givens.forgetAll();
        var today = LocalDate.now(clock);
        var rows = AcrossRow.all();
        rows.forEach(row -> row.store(givens, jdbc, today));

        run();

        var found = found();
        var wrong = new TreeMap<String, String>();
        for (var row : rows) {
            var its = found.getOrDefault(row.prefix() + row.rule(), new TreeSet<>());
            if (!its.equals(row.findings())) {
                wrong.put(row.toString(), its.toString());
            }
        }
        assertThat(wrong).isEmpty();
        givens.forgetAll();
    }

    @Test
    void eachRuleThatHadNoTestHasARowThatFiresAndOneThatDoesNot() {
        var rules = Set.of("worker-phone-shared", "person-phone-in-other-county", "married-out-nowhere", "year-members-differ",
                "year-sheet-missing", "income-far-above-village");

        assertThat(AcrossRow.all().stream().filter(AcrossRow::fires).map(AcrossRow::rule).collect(Collectors.toSet()))
                .isEqualTo(rules);
        assertThat(AcrossRow.all().stream().filter(row -> !row.fires()).map(AcrossRow::rule).collect(Collectors.toSet()))
                .isEqualTo(rules);
    }

    /** Findings by the row and the rule. */
    private Map<String, TreeSet<String>> found() {
        var found = new TreeMap<String, TreeSet<String>>();
        jdbc.sql("select rule, household, person from finding where household like 'ACR%' and state = 'OPEN'").query(row -> {
            var household = row.getString(2);
            var person = row.getString(3);
            found.computeIfAbsent(household.substring(0, household.indexOf('-') + 1) + row.getString(1), it -> new TreeSet<>())
                    .add(household + (person == null ? "" : " " + person));
        });
        return found;
    }

    private void run() {
        var id = api.post(CITY, "/quality-runs", "{\"area\":\"4514\"}", "Idempotency-Key", UUID.randomUUID().toString()).json()
                .path("id").asString();
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100))
                .until(() -> api.get(CITY, "/quality-runs/" + id).json().path("state").asString().equals("DONE"));
    }
}
