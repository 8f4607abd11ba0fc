package org.jingzhun.supervision.reported;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.supervision.Api;
import org.jingzhun.supervision.SupervisionServiceTest;
import org.jingzhun.supervision.reported.ReportedStore.Told;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The table against a real database: which of two facts stays, who sees a record, and when two builds are equal. */
@SupervisionServiceTest
class ReportedStoreTest {

    private static final Scope PINGXIANG = Scope.Ranges.under("451481");
    private static final Scope LONGZHOU = Scope.Ranges.under("451423");
    private static final Scope COUNTRY = Scope.Ranges.under("");

    @Autowired
    ReportedStore store;

    @Autowired
    ReportedStates states;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Api api;

    @BeforeEach
    void empty() {
        jdbc.sql("delete from reported_state").update();
    }

    @Test
    void theLaterVersionStaysInWhateverOrderTheyCome() {
        store.put("relocation", List.of(told("S1", 2, 20, "451481101201"), told("S1", 1, 10, "451481101200")), 1);

        assertThat(one("S1", COUNTRY)).isEqualTo("2 451481101201");

        store.put("relocation", List.of(told("S1", 3, 30, "451481101202")), 1);
        store.put("relocation", List.of(told("S1", 2, 20, "451481101201")), 1);
        assertThat(one("S1", COUNTRY)).isEqualTo("3 451481101202");
    }

    @Test
    void whatIsToldAnewStandsOverWhateverWasToldBefore() {
        store.put("relocation", List.of(told("S1", 9, 90, "451481101201"), told("S2", 1, 91, "451481101201")), 1);

        store.put("relocation", List.of(told("S1", 4, 3, "451481101203")), 2); // restored from a backup
        store.put("relocation", List.of(told("S1", 9, 90, "451481101201")), 1); // a page that came late
        assertThat(one("S1", COUNTRY)).isEqualTo("4 451481101203");

        assertThat(store.forgetBefore("relocation", 2)).as("only what was not told again").isEqualTo(1);
        assertThat(one("S1", COUNTRY)).isEqualTo("4 451481101203");
        assertThat(one("S2", COUNTRY)).isEmpty();
    }

    @Test
    void theEndOfAReplayTouchesNoOtherSource() {
        store.put("relocation", List.of(told("S1", 1, 1, "451481101201")), 1);
        store.put("industry", List.of(told("S1", 1, 1, "451481101201")), 1);

        store.forgetBefore("industry", 2);

        assertThat(one("S1", COUNTRY)).isEqualTo("1 451481101201");
    }

    @Test
    void whatHasLeftOurScopeKeepsNothingAndIsNobodysInACounty() {
        store.put("relocation", List.of(told("S1", 1, 1, "451481101201"), Told.left("settlement", "S1", 2, 2)), 1);

        assertThat(one("S1", PINGXIANG)).isEmpty();
        assertThat(states.find("relocation", "settlement", "S1", COUNTRY).orElseThrow().state()).isNull();

        store.put("relocation", List.of(told("S1", 3, 3, "451481101209")), 1);
        assertThat(one("S1", PINGXIANG)).as("it came back").isEqualTo("3 451481101209");
    }

    @Test
    void aRecordIsSeenFromBothItsAreasAndFromNoThird() {
        var moved = new Told("household", "H1", 1, 1, "household-moved", "451481101201", "451423100201", LocalDate.of(2020, 1, 2),
                Instant.EPOCH, "{}");
        store.put("household", List.of(moved), 1);

        for (var scope : List.of(PINGXIANG, LONGZHOU, COUNTRY)) {
            assertThat(ids("household", "household", scope, 10)).containsExactly("H1");
        }
        assertThat(ids("household", "household", Scope.Ranges.under("451425"), 10)).isEmpty();
        assertThat(states.find("household", "household", "H1", Scope.Ranges.under("451425"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void pagesShowEachRecordOnce(int limit) {
        var told = new ArrayList<Told>();
        for (int i = 0; i < 7; i++) {
            told.add(new Told("household", "H" + i, 1, i, "household-moved", i % 2 == 0 ? "451481101201" : "451423100201",
                    i % 3 == 0 ? "451481103201" : null, LocalDate.of(2020, 1, 2), Instant.EPOCH, "{}"));
        }
        store.put("household", told, 1);

        assertThat(walk(Api.INSPECTOR, limit)).containsExactlyInAnyOrder("H0", "H1", "H2", "H3", "H4", "H5", "H6");
        assertThat(walk(Api.PINGXIANG, limit)).as("one that only moves here is seen too").containsExactlyInAnyOrder("H0", "H2",
                "H3", "H4",
                "H6");
    }

    @Test
    void twoBuildsAreEqualWhateverTheOrder() {
        var facts = new ArrayList<Told>();
        for (int i = 0; i < 40; i++) {
            facts.add(told("S" + i % 10, 1 + i / 10, i + 1, "45148110120" + i % 10));
        }
        store.put("relocation", facts, 1);
        var digests = states.digests(COUNTRY);
        assertThat(digests).singleElement().satisfies(digest -> {
            assertThat(digest.states()).isEqualTo(10);
            assertThat(digest.digest()).matches("[0-9a-f]{32}");
        });

        for (int generation = 2; generation < 6; generation++) {
            var again = new ArrayList<>(facts);
            again.addAll(facts);
            Collections.shuffle(again, new Random(generation));
            store.put("relocation", again, generation);
            store.forgetBefore("relocation", generation);
            assertThat(states.digests(COUNTRY)).isEqualTo(digests);
        }

        store.put("relocation", List.of(told("S3", 5, 41, "451481101203")), 5);
        assertThat(states.digests(COUNTRY)).as("any difference shows").isNotEqualTo(digests);
    }

    /** Page by page by the API, as marks are signed for their caller. */
    private List<String> walk(TestToken as, int limit) {
        var ids = new ArrayList<String>();
        var path = "/reported-states?source=household&kind=household&limit=" + limit;
        for (var next = Optional.of(path); next.isPresent();) {
            var page = api.get(as, next.get()).json();
            page.path("items").valueStream().forEach(item -> ids.add(item.path("id").asString()));
            next = Optional.ofNullable(page.path("next").asString(null)).map(mark -> path + "&after=" + mark);
        }
        return ids;
    }

    private List<String> ids(String source, String kind, Scope scope, int limit) {
        return states.page(source, kind, scope, Cursor.start(limit)).items().stream().map(Reported::id).toList();
    }

    private String one(String id, Scope scope) {
        return states.find("relocation", "settlement", id, scope).map(it -> it.version() + " " + it.division()).orElse("");
    }

    private static Told told(String id, long version, long position, String division) {
        return new Told("settlement", id, version, position, "settlement-changed", division, null, LocalDate.of(2020, 1, 2),
                Instant.parse("2020-01-02T03:04:05.678901Z"), "{\"capacity\":" + version + "}");
    }
}
