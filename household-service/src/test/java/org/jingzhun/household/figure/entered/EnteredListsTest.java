package org.jingzhun.household.figure.entered;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jingzhun.household.Api;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.starter.access.CodeRange;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What was entered of divisions of every level, and who sees which of it. */
@HouseholdServiceTest
class EnteredListsTest {

    private static final int YEAR = 2018;
    private static final int ALL = 100;
    private static final List<String> ENTERED = List.of("14", "45", "4514", "451423", "451481", "451481100", "451481100201",
            "451481101", "451481101201", "4515");

    @Autowired
    JdbcClient jdbc;
    @Autowired
    Audit audit;
    @Autowired
    Clock clock;
    @Autowired
    Api api;

    /** Once: nothing that was entered can be removed. */
    @BeforeEach
    void enter() {
        if (jdbc.sql("select count(*) from exit_batch where year = ?").param(YEAR).query(Integer.class).single() > 0) {
            return;
        }
        for (var division : ENTERED) {
            for (int edition = 1; edition <= 2; edition++) {
                jdbc.sql("insert into rural_population values (?, ?, ?, 1000, 's', 'a', '2020-01-01')").param(division)
                        .param(YEAR)
                        .param(edition).update();
                jdbc.sql("""
                        insert into exit_batch (number, division, year, households, persons, source, entered_by, entered_at)
                        values (?, ?, ?, 1, 3, 's', 'a', '2020-01-01')
                        """).param("EL-" + division + "-" + edition).param(division).param(YEAR).update();
                for (var level : List.of("BASE", "STRETCH", "DONE")) {
                    jdbc.sql("""
                            insert into annual_task (division, year, level, people, source, entered_by, entered_at)
                            values (?, ?, ?, ?, 's', 'a', '2020-01-01')
                            """).param(division).param(YEAR).param(level).param(10 * edition).update();
                }
            }
        }
    }

    static Stream<Arguments> scopes() {
        var county = List.of("451481", "451481100", "451481100201", "451481101", "451481101201");
        return Stream.of(arguments(Scope.Ranges.under(""), ENTERED),
                arguments(Scope.Ranges.under("45"), ENTERED.subList(1, ENTERED.size())),
                arguments(Scope.Ranges.under("4514"), ENTERED.subList(2, 9)),
                arguments(Scope.Ranges.under("451481"), county),
                arguments(Scope.Ranges.under("451481101"), List.of("451481101", "451481101201")),
                arguments(Scope.Ranges.under("451481101201"), List.of("451481101201")),
                arguments(Scope.Ranges.under("450000000000"), List.of()), // where 45 begins, and yet not 45
                arguments(Scope.Ranges.under("62"), List.of()),
                arguments(
                        new Scope.Ranges(List.of(CodeRange.under("451423"), CodeRange.under("451481101"), CodeRange.under("14"))),
                        List.of("14", "451423", "451481101", "451481101201")),
                arguments(new Scope.Self("somebody"), List.of()),
                arguments(new Scope.None(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void whoSeesADivisionSeesAllBelowItAndNothingElse(Scope scope, List<String> seen) {
        var everywhere = Cursor.start(ALL);

        assertThat(populations().page(scope, everywhere)).filteredOn(it -> it.year() == YEAR)
                .extracting(RuralPopulations.RuralPopulation::division).isEqualTo(twice(seen));
        assertThat(new ExitBatches(jdbc, audit, clock).page(scope, YEAR, everywhere).items())
                .extracting(ExitBatches.Batch::division).isEqualTo(twice(seen));
        var tasks = new AnnualTasks(jdbc, audit, clock).page(scope, YEAR, everywhere).items();
        assertThat(tasks).extracting(AnnualTask::division).isEqualTo(twice(seen));
        assertThat(tasks).as("the last edition, and the last of what was verified").allSatisfy(task -> {
            assertThat(task.people()).isNotNull();
            assertThat(task.people().numerator()).isEqualTo(20);
            assertThat(task.people().denominator()).isEqualTo(20);
        });
        for (var division : ENTERED) {
            assertThat(populations().find(division, YEAR, scope)).as(division)
                    .matches(it -> it.isPresent() == seen.contains(division));
        }
    }

    @Test
    void aListIsReadPageByPage() {
        var county = TestToken.person("county-el").grant("county-officer", "rural-affairs", "451481");
        for (var list : List.of("/rural-populations?area=451481", "/exit-batches?year=2018",
                "/annual-tasks?area=451481&year=2018")) {
            var whole = items(county, list + "&limit=100", 1);
            assertThat(whole).as(list).hasSizeGreaterThanOrEqualTo(10);
            assertThat(items(county, list + "&limit=3", Integer.MAX_VALUE)).as(list).isEqualTo(whole);
            assertThat(items(county, list + "&limit=3", 1)).as(list).hasSize(3);
        }
    }

    private List<String> items(TestToken who, String path, int pages) {
        var read = 0;
        var items = new ArrayList<String>();
        var next = "";
        do {
            var page = api.get(who, path + (next.isEmpty() ? "" : "&after=" + next));
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.json().path("items").forEach(item -> items.add(item.toString()));
            next = page.json().path("next").asString("");
            read++;
        } while (!next.isEmpty() && read < pages);
        return items;
    }

    private RuralPopulations populations() {
        return new RuralPopulations(jdbc, audit, clock);
    }

    private static List<String> twice(List<String> divisions) {
        return divisions.stream().flatMap(it -> Stream.of(it, it)).toList();
    }
}
