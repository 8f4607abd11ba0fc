package org.jingzhun.household.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.household.imports.Sheets.B;
import static org.jingzhun.household.imports.Sheets.member;
import static org.jingzhun.household.imports.Sheets.xlsx;

/** From another county's claim, by file or by change, to the notice that the county of the person reads. */
@HouseholdServiceTest
class RegisteredElsewhereTest {

    private static final TestToken LONGZHOU = TestToken.person("longzhou").grant("county-officer", "rural-affairs", "451423");
    private static final TestToken NINGMING = TestToken.person("ningming").grant("county-officer", "rural-affairs", "451422");

    @Autowired
    Api api;
    @Autowired
    Givens givens;

    ImportApi imports;

    @BeforeEach
    void somebodyInLongzhou() {
        imports = new ImportApi(api);
        givens.forgetAll();
        givens.household("LZ-77", "451423100201", Map.of());
        givens.member("LZ-77", "LZ-77-1", "韦甲", Sheets.id(1), "01", Map.of());
    }

    @Test
    void aFileTellsTheCountyAndTheImporterLearnsNothing() {
        var file = xlsx(B, List.of(member("IN-1", 2, "户主", 0), member("IN-1", 2, "之子", 1), member("LZ-77", 1, "户主", 2)));

        var job = imports.run(Api.COUNTY, file, 2021, "WHEN_CHECKED");
        var path = "/imports/" + job.path("id").asString();

        assertThat(imports.errors(Api.COUNTY, job.path("id").asString()).get(3)).containsExactly("registered-elsewhere");
        assertThat(imports.errors(Api.COUNTY, job.path("id").asString()).get(4))
                .containsExactly("household-registered-elsewhere");
        for (var seen : List.of(job.toString(), api.get(Api.COUNTY, path + "/errors").body(),
                api.get(Api.COUNTY, path + "/differences").body(), api.get(Api.COUNTY, "/duplicate-notices").body(),
                ImportApi.rows(imports.errorWorkbook(Api.COUNTY, job.path("id").asString())).toString())) {
            assertThat(seen).doesNotContain("451423", "LZ-77-1", "龙州");
        }
        assertThat(api.get(Api.COUNTY, "/audit-entries?subjectKind=person&subject=LZ-77-1").json().path("items").size()).isZero();
        assertThat(told(Api.COUNTY).size()).isZero();
        assertThat(told(NINGMING).size()).isZero();
        var notices = told(LONGZHOU);
        assertThat(notices.size()).isEqualTo(2);
        assertThat(notices.valueStream().map(it -> it.path("kind").asString() + " " + it.path("subject").asString()).toList())
                .containsExactlyInAnyOrder("person LZ-77-1", "household LZ-77");
        assertThat(notices.valueStream()).allMatch(it -> it.path("claimedBy").asString().equals("451481")
                && it.path("way").asString().equals("IMPORT") && it.path("village").asString().equals("451423100201")
                && it.path("state").asString().equals("OPEN"));
        assertThat(notices.toString()).as("nothing of the file").doesNotContain("IN-1", job.path("id").asString());
        assertThat(api.get(LONGZHOU, "/audit-entries?area=451423&limit=50").body()).contains("import.registered-elsewhere");

        imports.run(Api.COUNTY, file, 2021, "WHEN_CHECKED");
        assertThat(told(LONGZHOU).valueStream().map(it -> it.path("times").asInt()).toList()).as("told once, counted")
                .containsExactly(2, 2);
    }

    @Test
    void soDoesAChange() {
        givens.household("N2", "451481101201", Map.of());
        givens.member("N2", "N2-1", "农乙", Givens.residentId("451481", "19700101", 901), "01", Map.of());
        var tag = api.get(Api.COUNTY, "/households/N2").etag().orElseThrow();

        var answer = api.post(Api.COUNTY, "/changes", """
                {"action":"add-member","household":"N2","effectiveOn":"2024-03-01","reason":"迁入","evidence":"户口簿",
                 "member":{"relation":"99","joinReason":"07","values":{"name":"韦甲","residentId":"%s","ethnicity":"08","health":["1"],
                 "education":"3","labour":"1"}}}
                """.formatted(Sheets.id(1)), "Idempotency-Key", UUID.randomUUID().toString(), "If-Match", tag);

        assertThat(answer.problem()).as(answer.body()).isEqualTo("registered-elsewhere");
        assertThat(answer.body()).doesNotContain("451423", "LZ-77", "龙州");
        assertThat(told(Api.COUNTY).size()).isZero();
        var notice = told(LONGZHOU).path(0);
        assertThat(notice.path("subject").asString()).isEqualTo("LZ-77-1");
        assertThat(notice.path("claimedBy").asString()).isEqualTo("451481");
        assertThat(notice.path("way").asString()).isEqualTo("CHANGE");
        var path = "/duplicate-notices/" + notice.path("id").asString() + "/answer";
        assertThat(api.put(Api.COUNTY, path, "{\"answer\":\"MOVED\"}").problem()).isEqualTo("duplicate-not-found");
        assertThat(api.put(LONGZHOU, path, "{\"answer\":\"MOVED\"}").json().path("state").asString()).isEqualTo("ANSWERED");
    }

    private JsonNode told(TestToken as) {
        return api.get(as, "/duplicate-notices?limit=100").json().path("items");
    }
}
