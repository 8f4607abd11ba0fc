package org.jingzhun.household.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.history.History;
import org.jingzhun.household.history.Moment;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.household.imports.Sheets.B;
import static org.jingzhun.household.imports.Sheets.households;
import static org.jingzhun.household.imports.Sheets.with;
import static org.jingzhun.household.imports.Sheets.xlsx;

/** A file that is older than the register. */
@HouseholdServiceTest
class OlderFileTest {

    @Autowired
    Givens givens;
    @Autowired
    Api api;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    History history;
    @Autowired
    TransactionTemplate transaction;

    ImportApi imports;

    @BeforeEach
    void anEmptyRegister() {
        imports = new ImportApi(api);
        givens.forgetAll();
    }

    @Test
    void lastYearsFileOverThisYearsRegisterShowsEachDifferenceAndOverwritesNothing() {
        var thisYear = households("A", 1, 5);
        imports.run(Api.COUNTY, xlsx(B, thisYear), 2020, "WHEN_CHECKED");
        var before = register();
        var lastYear = new ArrayList<>(thisYear);
        lastYear.set(1, with(lastYear.get(1), "劳动技能", "技能劳动力", "联系电话", "13977109999"));
        for (int i = 3; i < 6; i++) {
            lastYear.set(i, with(lastYear.get(i), "人均纯收入", 4000));
        }

        var job = imports.run(Api.COUNTY, xlsx(B, lastYear), 2019, "WHEN_CHECKED");
        var path = "/imports/" + job.path("id").asString();

        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("CHECKED");
        assertThat(job.path("counts").path("conflicting").asInt()).isEqualTo(2);
        assertThat(job.path("problem").path("type").asString()).endsWith("/import-needs-decision");
        assertThat(differences(path, "conflicting")).isEqualTo(Map.of(
                "A1/A1-4", List.of("labour 1>2", "phone 139****0004>139****9999"), "A2", List.of("incomePerHead 5200.5>4000.0")));
        assertThat(summary(path)).isEqualTo(Map.of("labour", "0/0/1", "phone", "0/0/1", "incomePerHead", "0/0/1"));
        assertThat(api.put(Api.COUNTY, path + "/commit", null).status()).isEqualTo(409);
        assertThat(register()).isEqualTo(before);

        assertThat(api.put(Api.COUNTY, path + "/decisions", """
                {"default":"KEEP_REGISTER","exceptions":[{"household":"A1","person":"A1-4","field":"labour","decision":"TAKE_FILE"}]}
                """).status()).isEqualTo(204);
        assertThat(api.put(Api.COUNTY, path + "/commit", null).status()).isEqualTo(202);
        assertThat(imports.await(Api.COUNTY, job.path("id").asString()).path("state").asString()).isEqualTo("DONE");
        assertThat(jdbc.sql("select labour from person where number = 'A1-4'").query(String.class).single()).isEqualTo("2");
        assertThat(jdbc.sql("select count(*) from household where income_per_head = 4000").query(Integer.class).single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from person where version = 1").query(Integer.class).single()).isEqualTo(11);
        assertThat(jdbc.sql("select fields from register_event where import_number = ?").param(job.path("id").asString())
                .query(String.class).list()).containsExactly("labour");
    }

    @Test
    void whatHasNotChangedSinceIsWrittenBackwardsAndWhatHasIsKept() {
        var rows = households("A", 1, 3);
        imports.run(Api.COUNTY, xlsx(B, rows), 2018, "WHEN_CHECKED");
        write("A1-4", "education", "4", "2020-06-01"); // an officer knew better in 2020
        var file = new ArrayList<>(rows);
        file.set(1, with(file.get(1), "民族", "汉族")); // 2019: not changed since, the rest as in 2018

        var job = imports.run(Api.COUNTY, xlsx(B, file), 2019, "MANUAL");
        var path = "/imports/" + job.path("id").asString();

        assertThat(job.path("counts").path("conflicting").asInt()).as(job.toString()).isZero();
        assertThat(differences(path, "register-newer")).containsEntry("A1/A1-4", List.of("education 4>3"));
        assertThat(differences(path, "changed")).containsEntry("A1/A1-4", List.of("ethnicity 08>01", "education 4>3"));
        api.put(Api.COUNTY, path + "/commit", null);
        assertThat(imports.await(Api.COUNTY, job.path("id").asString()).path("state").asString()).isEqualTo("DONE");

        assertThat(at("A1-4", "2019-12-30")).isEqualTo("08|3");
        assertThat(at("A1-4", "2019-12-31")).isEqualTo("01|3");
        assertThat(at("A1-4", "2020-06-01")).isEqualTo("01|4");
        assertThat(jdbc.sql("select concat_ws('|', ethnicity, education) from person where number = 'A1-4'").query(String.class)
                .single()).isEqualTo("01|4");
    }

    @Test
    void whoIsNotInTheNewerListMovesInOnlyByADecisionOfTwoOfficers() {
        var rows = households("A", 1, 3);
        var newer = rows.stream().limit(2).map(row -> with(row, "人数", 2)).toList();
        imports.run(Api.COUNTY, xlsx(B, newer), 2020, "WHEN_CHECKED");

        var job = imports.run(Api.COUNTY, xlsx(B, rows.subList(0, 3)), 2019, "WHEN_CHECKED");
        var path = "/imports/" + job.path("id").asString();
        assertThat(differences(path, "conflicting")).isEqualTo(Map.of("A1/A1-5", List.of("relation >99")));
        assertThat(jdbc.sql("select count(*) from person").query(Integer.class).single()).isEqualTo(2);

        api.put(Api.COUNTY, path + "/decisions", "{\"default\":\"TAKE_FILE\"}");
        assertThat(api.put(Api.COUNTY, path + "/commit", null).status()).isEqualTo(422);
        assertThat(list(Api.COUNTY2, "?area=451481&state=CHECKED")).contains(job.path("id").asString());
        assertThat(list(Api.NEIGHBOUR, "")).doesNotContain(job.path("id").asString());
        assertThat(api.put(Api.COUNTY2, path + "/commit", null).status()).isEqualTo(202);
        assertThat(imports.await(Api.COUNTY2, job.path("id").asString()).path("state").asString()).isEqualTo("DONE");
        assertThat(list(Api.COUNTY2, "?state=DONE&limit=1")).contains(job.path("id").asString()).contains("\"committer\"");
        assertThat(list(Api.COUNTY2, "?state=CHECKED")).doesNotContain(job.path("id").asString());
        assertThat(jdbc.sql("select m.valid_from from membership m join person p on p.id = m.person_id where p.number = 'A1-5'")
                .query(LocalDate.class).single()).isEqualTo("2019-12-31");
    }

    private String list(TestToken as, String query) {
        return api.get(as, "/imports" + query).body();
    }

    private void write(String person, String column, Object value, String from) {
        if (value == null || from == null) {
            return;
        }
        var id = jdbc.sql("select id from person where number = ?").param(person).query(Long.class).single();
        transaction.executeWithoutResult(status -> history.write(Holder.PERSON, id, new HashMap<>(Map.of(column, value)),
                LocalDate.parse(from), "officer", Instant.now()));
    }

    private String at(String person, String day) {
        return jdbc
                .sql("select concat_ws('|', x.ethnicity, x.education) from "
                        + Moment.rows(Holder.PERSON, "t.id = (select id from person where number = :number)")
                        + " x")
                .param("number", person).params(new Moment(LocalDate.parse(day), Instant.now().plusSeconds(5)).params())
                .query(String.class).single();
    }

    private Map<String, List<String>> differences(String path, String kind) {
        var found = new TreeMap<String, List<String>>();
        var next = "";
        do {
            var page = api.get(Api.COUNTY, path + "/differences?limit=2&kind=" + kind + (next.isEmpty() ? "" : "&after=" + next))
                    .json();
            page.path("items").forEach(item -> found.put(
                    item.path("household").asString() + (item.has("person") ? "/" + item.path("person").asString() : ""),
                    StreamSupport.stream(item.path("fields").spliterator(), false).map(OlderFileTest::text).toList()));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return found;
    }

    private static String text(JsonNode field) {
        return field.path("field").asString() + " " + field.path("register").asString("") + ">" + field.path("file").asString("");
    }

    private Map<String, String> summary(String path) {
        var counts = new TreeMap<String, String>();
        api.get(Api.COUNTY, path + "/difference-summary").json().path("fields").forEach(field -> counts.put(
                field.path("field").asString(), field.path("changed").asInt() + "/" + field.path("registerNewer").asInt() + "/"
                        + field.path("conflicting").asInt()));
        return counts;
    }

    private List<Map<String, Object>> register() {
        return jdbc.sql(
                "select number, version, changed_at from household union select number, version, changed_at from person order by 1")
                .query().listOfRows();
    }
}
