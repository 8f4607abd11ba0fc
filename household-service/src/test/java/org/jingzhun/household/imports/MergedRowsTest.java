package org.jingzhun.household.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.household.Merges;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.household.imports.Sheets.B;
import static org.jingzhun.household.imports.Sheets.households;
import static org.jingzhun.household.imports.Sheets.with;
import static org.jingzhun.household.imports.Sheets.xlsx;

/** Files that name persons whose entries were merged into others: A1-5 into A1-4 of the same household, A3-10 into A2-7 of another one. */
@HouseholdServiceTest
class MergedRowsTest {

    private static final String OLD_ID = Givens.residentId("451481", "19850303", 11);

    @Autowired
    Givens givens;
    @Autowired
    Merges merges;
    @Autowired
    Api api;
    @Autowired
    JdbcClient jdbc;

    ImportApi imports;
    List<Map<String, Object>> rows;

    @BeforeEach
    void aRegister() {
        imports = new ImportApi(api);
        givens.forgetAll();
        rows = households("A", 1, 4);
        rows.set(2, with(rows.get(2), "证件号码", OLD_ID));
        imports.run(Api.COUNTY, xlsx(B, rows), 2019, "WHEN_CHECKED");
    }

    @Test
    void ofBothInOneFileTheOneWhoStaysGoesIn() {
        merges.merge("A1-5", "A1-4");
        rows.set(1, with(rows.get(1), "劳动技能", "技能劳动力"));

        var job = imports.run(Api.COUNTY, xlsx(B, rows), 2021, "WHEN_CHECKED");

        assertThat(errors(job)).isEqualTo(Map.of(4, Set.of("person-merged")));
        assertThat(text(job, 4)).contains("A1-4");
        assertThat(members("A1")).containsExactly("A1-3", "A1-4");
        assertThat(jdbc.sql("select labour from person where number = 'A1-4'").query(String.class).single()).isEqualTo("2");
        assertThat(jdbc.sql("select labour from person where number = 'A1-5'").query(String.class).single()).isEqualTo("1");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"number and ID of the old entry, A1-5, old", "only the old ID, '', old",
            "the new number with the old ID, A1-4, old",
            "the old number with the new ID, A1-5, new"})
    void aRowOfTheOldEntryIsTheRowOfTheOneWhoStays(String which, String number, String id) {
        assertThat(which).isNotEmpty();
        merges.merge("A1-5", "A1-4");
        var file = List.of(with(rows.get(0), "人数", 2), with(rows.get(2), "人编号", number, "证件号码",
                id.equals("old") ? OLD_ID : rows.get(1).get("证件号码"), "人数", 2, "劳动技能", "技能劳动力", "联系电话", "13977105555"));

        var job = imports.run(Api.COUNTY, xlsx(B, file), 2021, "WHEN_CHECKED");

        assertThat(errors(job)).isEmpty();
        assertThat(job.path("counts").path("changed").asInt()).as(job.toString()).isEqualTo(2);
        assertThat(members("A1")).containsExactly("A1-3", "A1-4");
        assertThat(jdbc.sql("select concat_ws('|', labour, birth_date) from person where number = 'A1-4'").query(String.class)
                .single()).isEqualTo("2|1980-01-01");
        assertThat(
                api.post(Api.COUNTY, "/persons/A1-4/unmaskings", "{\"field\":\"phone\",\"purpose\":\"t\"}").json().path("value")
                        .asString())
                .as("encrypted for the one who has it").isEqualTo("13977105555");
        var again = imports.run(Api.COUNTY, xlsx(B, file), 2021, "WHEN_CHECKED");
        assertThat(again.path("counts").path("unchanged").asInt()).as(again.toString()).isEqualTo(2);
    }

    @Test
    void whoLivesInAnotherHouseholdNowDoesNotJoinTheOldOneAgain() {
        merges.merge("A3-10", "A2-7");

        var job = imports.run(Api.COUNTY, xlsx(B, rows), 2021, "WHEN_CHECKED");

        assertThat(errors(job)).isEqualTo(Map.of(9, Set.of("person-merged")));
        assertThat(text(job, 9)).contains("A2-7");
        assertThat(api.get(Api.COUNTY, "/imports/" + job.path("id").asString() + "/errors").body()).doesNotContain("elsewhere");
        assertThat(members("A3")).containsExactly("A3-11", "A3-9");
        assertThat(members("A2")).containsExactly("A2-6", "A2-7", "A2-8");
    }

    @Test
    void anOldNumberWithTheIdOfSomebodyElseIsNobodysRow() {
        merges.merge("A1-5", "A1-4");
        rows.set(2, with(rows.get(2), "证件号码", Sheets.id(400)));

        var job = imports.run(Api.COUNTY, xlsx(B, rows), 2021, "WHEN_CHECKED");

        assertThat(errors(job)).isEqualTo(Map.of(4, Set.of("person-merged")));
        assertThat(jdbc.sql("select count(*) from person").query(Integer.class).single()).isEqualTo(9);
    }

    @Test
    void ofOneWhoIsElsewhereNowOnlyThatIsSaid() {
        jdbc.sql("update household set village = '451423100201' where number = 'A2'").update();
        merges.merge("A3-10", "A2-7");

        var job = imports.run(Api.COUNTY, xlsx(B, rows.subList(6, 9)), 2021, "WHEN_CHECKED");

        assertThat(errors(job)).isEqualTo(Map.of(3, Set.of("person-merged-elsewhere")));
        assertThat(api.get(Api.COUNTY, "/imports/" + job.path("id").asString() + "/errors").body()).doesNotContain("A2-7",
                "451423");
        assertThat(members("A3")).containsExactly("A3-11", "A3-9");
    }

    @Test
    void aFileOfADayBeforeTheMergeIsHeldBackAsWell() {
        merges.merge("A3-10", "A2-7");

        var job = imports.run(Api.COUNTY, xlsx(B, rows), 2019, "WHEN_CHECKED");

        assertThat(errors(job)).isEqualTo(Map.of(9, Set.of("person-merged")));
        assertThat(job.path("counts").path("unchanged").asInt()).as(job.toString()).isEqualTo(8);
    }

    @Test
    void aMergeBetweenCheckAndCommitIsFollowedToo() {
        rows.replaceAll(row -> with(row, "劳动技能", "技能劳动力"));
        var job = imports.run(Api.COUNTY, xlsx(B, rows), 2021, "MANUAL");
        assertThat(job.path("counts").path("changed").asInt()).as(job.toString()).isEqualTo(9);
        merges.merge("A1-5", "A1-4");
        merges.merge("A3-10", "A2-7");

        var done = commit(job);

        assertThat(errors(done)).isEqualTo(Map.of(4, Set.of("person-merged"), 9, Set.of("person-merged")));
        assertThat(done.path("counts").path("refused").asInt()).as(done.toString()).isEqualTo(2);
        assertThat(members("A1")).containsExactly("A1-3", "A1-4");
        assertThat(members("A3")).containsExactly("A3-11", "A3-9");
        assertThat(jdbc.sql("select number from person where labour = '1' order by number").query(String.class).list())
                .containsExactly("A1-5", "A3-10");
    }

    @Test
    void betweenCheckAndCommitARowCanBecomeThatOfTheOneWhoStays() {
        var file = List.of(with(rows.get(0), "人数", 2), with(rows.get(2), "人数", 2, "劳动技能", "技能劳动力"));
        var job = imports.run(Api.COUNTY, xlsx(B, file), 2021, "MANUAL");
        merges.merge("A1-5", "A1-4");

        var done = commit(job);

        assertThat(errors(done)).isEmpty();
        assertThat(jdbc.sql("select number from person where labour = '2'").query(String.class).list()).containsExactly("A1-4");
    }

    @Test
    void aMergeThatIsUndoneBetweenCheckAndCommitHoldsItsRowBack() {
        var first = merges.merge("A1-5", "A1-4");
        var second = merges.merge("A1-4", "A1-3");
        var file = List.of(with(rows.get(2), "人数", 1, "与户主关系", "户主", "劳动技能", "技能劳动力"));
        var job = imports.run(Api.COUNTY, xlsx(B, file), 2021, "MANUAL");
        var differences = api.get(Api.COUNTY, "/imports/" + job.path("id").asString() + "/differences?kind=changed").json()
                .path("items");
        assertThat(differences.valueStream().filter(it -> it.path("person").asString("").equals("A1-3")))
                .as("the officer sees whose row it is").allMatch(it -> it.path("merged").asBoolean()).isNotEmpty();
        merges.undo(second);

        var done = commit(job);

        assertThat(errors(done)).isEqualTo(Map.of(2, Set.of("person-merge-undone")));
        assertThat(jdbc.sql("select count(*) from person where labour = '2'").query(Integer.class).single()).isZero();
        merges.undo(first);
        var again = imports.run(Api.COUNTY, xlsx(B, List.of(rows.get(0), rows.get(1), with(rows.get(2), "劳动技能", "技能劳动力"))), 2021,
                "WHEN_CHECKED");
        assertThat(errors(again)).isEmpty();
        assertThat(jdbc.sql("select number from person where labour = '2'").query(String.class).list()).containsExactly("A1-5");
    }

    @Test
    void afterFurtherMergesItIsTheLastOneWhoIsMeant() {
        merges.merge("A1-5", "A1-4");
        merges.merge("A1-4", "A1-3");

        var job = imports.run(Api.COUNTY, xlsx(B, List.of(with(rows.get(2), "人数", 1, "与户主关系", "户主", "劳动技能", "技能劳动力"))), 2021,
                "WHEN_CHECKED");

        assertThat(errors(job)).isEmpty();
        assertThat(jdbc.sql("select number from person where labour = '2'").query(String.class).list()).containsExactly("A1-3");
    }

    @Test
    void anUndoneMergeCountsNoMore() {
        merges.undo(merges.merge("A1-5", "A1-4"));

        var job = imports.run(Api.COUNTY, xlsx(B, rows), 2019, "WHEN_CHECKED");

        assertThat(errors(job)).isEmpty();
        assertThat(job.path("counts").path("unchanged").asInt()).as(job.toString()).isEqualTo(9);
    }

    @Test
    void twoRowsOfTheSameOneAreBothHeldBack() {
        merges.merge("A1-5", "A1-4");
        merges.merge("A1-4", "A1-3");
        var file = new ArrayList<Map<String, Object>>();
        file.add(with(rows.get(1), "人数", 2, "与户主关系", "户主"));
        file.add(with(rows.get(2), "人数", 2));

        var job = imports.run(Api.COUNTY, xlsx(B, file), 2021, "WHEN_CHECKED");

        assertThat(errors(job)).isEqualTo(Map.of(2, Set.of("person-merged"), 3, Set.of("person-merged")));
        assertThat(members("A1")).containsExactly("A1-3");
    }

    private JsonNode commit(JsonNode job) {
        var id = job.path("id").asString();
        assertThat(api.put(Api.COUNTY, "/imports/" + id + "/commit", null).status()).isEqualTo(202);
        var done = imports.await(Api.COUNTY, id);
        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("DONE");
        return done;
    }

    private Map<Integer, Set<String>> errors(JsonNode job) {
        return imports.errors(Api.COUNTY, job.path("id").asString());
    }

    private String text(JsonNode job, int row) {
        var texts = new HashMap<Integer, String>();
        api.get(Api.COUNTY, "/imports/" + job.path("id").asString() + "/errors").json().path("items")
                .forEach(item -> texts.put(item.path("row").asInt(), item.toString()));
        return texts.get(row);
    }

    private List<String> members(String household) {
        return jdbc.sql("""
                select p.number from membership m join person p on p.id = m.person_id join household h on h.id = m.household_id
                 where h.number = ? and m.left_on is null order by p.number
                """).param(household).query(String.class).list();
    }
}
