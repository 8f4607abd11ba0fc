package org.jingzhun.household.change;

import java.util.HexFormat;
import java.util.List;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Fields put right, alone or together, and everything that goes with a change. */
@HouseholdServiceTest
class CorrectFieldsTest {

    private static final TestToken CLERK = TestToken.person("clerk").grant("village-clerk", "rural-affairs", Family.VILLAGE);
    private static final TestToken LONGZHOU = TestToken.person("longzhou").grant("county-officer", "rural-affairs", "451423");

    @Autowired
    Givens givens;
    @Autowired
    Api api;
    @Autowired
    JdbcClient jdbc;

    Family family;

    @BeforeEach
    void aFamily() {
        family = Family.in(Family.VILLAGE, api, givens);
    }

    @Test
    void anOrdinaryFieldIsChangedAtOnceAndThePastIsKept() {
        var before = family.tag();
        var entered = family.correct(Api.TOWN, "{\"field\":\"hamlet\",\"value\":\"板旺屯\"}");

        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        assertThat(entered.json().path("state").asString()).isEqualTo("APPLIED");
        assertThat(entered.location()).contains("/api/household/v1/changes/" + number(entered));
        assertThat(family.json().path("hamlet").asString()).isEqualTo("板旺屯");
        assertThat(family.tag()).isNotEqualTo(before);
        var second = family.correct(Api.TOWN, "{\"field\":\"hamlet\",\"value\":null}");
        var line = second.json().path("lines").get(0);
        assertThat(line.path("oldValue").asString()).isEqualTo("板旺屯");
        assertThat(line.path("newValue").isNull()).isTrue();
        assertThat(jdbc.sql("select concat(changed_by, version) from household where number = ?").param(family.number)
                .query(String.class).single()).isEqualTo("town2");
        assertThat(audited(second)).containsExactly("change.applied");
        assertThat(jdbc.sql("select count(*) from household_history where number = ?").param(family.number).query(Integer.class)
                .single()).isPositive();
    }

    @Test
    void aRefusedChangeChangesNothingAndSaysWhy() {
        var entered = family.correct(Api.TOWN, "{\"field\":\"incomePerHead\",\"value\":9000}");
        var path = "/changes/" + number(entered);

        var refused = api.put(Api.COUNTY, path + "/refusal", "{\"reason\":\"无收入证明\"}");

        assertThat(refused.json().path("state").asString()).isEqualTo("REFUSED");
        assertThat(api.get(Api.TOWN, path).json().path("refusal").asString()).isEqualTo("无收入证明");
        assertThat(family.json().path("incomePerHead").decimalValue()).isEqualByComparingTo("5000");
        assertThat(family.approve(Api.COUNTY, entered).problem()).isEqualTo("change-decided");
        assertThat(api.put(Api.COUNTY, path + "/refusal", "{\"reason\":\"  \"}").status()).isEqualTo(400);
    }

    @Test
    void whoEnteredAChangeTakesItBackAndNobodyElse() {
        var entered = family.correct(Api.TOWN, "{\"field\":\"incomePerHead\",\"value\":9000}");
        var path = "/changes/" + number(entered) + "/withdrawal";

        assertThat(api.put(Api.COUNTY, path, null).problem()).isEqualTo("not-yours-to-withdraw");
        assertThat(api.put(Api.TOWN, path, null).json().path("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(family.approve(Api.COUNTY, entered).problem()).isEqualTo("change-decided");
    }

    @Test
    void aValueThatChangedMeanwhileIsNotOverwrittenAndTheAnswerSaysWhich() {
        var first = family.change(Api.TOWN, "change-type", Family.DAY, ",\"values\":{\"type\":\"2\"}");
        var second = family.change(Api.TOWN, "change-type", Family.DAY, ",\"values\":{\"type\":\"3\"}");

        assertThat(family.approve(Api.COUNTY, first).status()).isEqualTo(200);
        var late = family.approve(Api.COUNTY2, second);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("changed-under-the-change");
        var conflict = late.json().path("conflicts").get(0);
        assertThat(conflict.path("household").asString()).isEqualTo(family.number);
        assertThat(conflict.path("field").asString()).isEqualTo("type");
        assertThat(conflict.path("by").asString()).isEqualTo("town");
        assertThat(conflict.path("at").asString()).isNotBlank();
        assertThat(family.json().path("type").asString()).isEqualTo("2");
        assertThat(api.get(Api.TOWN, "/changes/" + number(second)).json().path("state").asString()).isEqualTo("CONFLICTED");
        assertThat(audited(second)).containsExactly("change.entered", "change.conflicted");
    }

    @Test
    void whoLeftMeanwhileIsAConflict() {
        var entered = family.correct(Api.TOWN,
                "{\"person\":\"%s\",\"field\":\"residentId\",\"value\":\"%s\"}".formatted(family.son,
                        Family.id("1999")));
        family.change(Api.TOWN, "remove-member", Family.ago(50),
                ",\"person\":\"%s\",\"leaveReason\":\"03\"".formatted(family.son));

        var late = family.approve(Api.COUNTY, entered);

        assertThat(late.problem()).as(late.body()).isEqualTo("changed-under-the-change");
        assertThat(late.json().path("conflicts").get(0).path("person").asString()).isEqualTo(family.son);
    }

    @Test
    void aRepeatedRequestIsAnsweredAlikeAndDoneOnce() {
        var key = Family.key();
        var body = """
                {"action":"correct-fields","household":"%s","effectiveOn":"%s","reason":"核实","evidence":"户口簿",
                 "corrections":[{"field":"hamlet","value":"丙屯"}]}
                """.formatted(family.number, Family.DAY);
        var seen = family.tag();

        var first = api.post(Api.TOWN, "/changes", body, "Idempotency-Key", key, "If-Match", seen);
        var again = api.post(Api.TOWN, "/changes", body, "Idempotency-Key", key, "If-Match", seen);
        var other = api.post(Api.TOWN, "/changes", body.replace("丙", "丁"), "Idempotency-Key", key, "If-Match", family.tag());

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.location()).isEqualTo(first.location());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(api.post(Api.TOWN, "/changes", body, "If-Match", family.tag()).status()).isEqualTo(400);
        assertThat(api.post(Api.TOWN, "/changes", body, "Idempotency-Key", Family.key()).status()).isEqualTo(428);
        assertThat(api.post(Api.TOWN, "/changes", body, "Idempotency-Key", Family.key(), "If-Match", seen).status())
                .isEqualTo(412);
        assertThat(api.post(Api.TOWN, "/changes", body.replace("correct-fields", "unknown"), "Idempotency-Key", Family.key(),
                "If-Match", family.tag()).status()).isEqualTo(400);
    }

    @Test
    void aResidentIdIsEncryptedInTheChangeAndBirthAndSexFollowIt() {
        var id = Family.id("1971");
        var entered = family.correct(Api.TOWN,
                "{\"person\":\"%s\",\"field\":\"residentId\",\"value\":\"%s\"}".formatted(family.head, id));

        assertThat(entered.json().path("state").asString()).as(entered.body()).isEqualTo("PENDING");
        assertThat(entered.body()).contains("**********").doesNotContain(id);
        assertThat(
                jdbc.sql("select hex(content) from household_change where number = ?").param(number(entered)).query(String.class)
                        .single())
                .hasSizeGreaterThan(100).doesNotContain(HexFormat.of().withUpperCase().formatHex(id.getBytes()));

        assertThat(family.approve(Api.COUNTY, entered).status()).isEqualTo(200);

        assertThat(family.json().path("members").get(0).path("birthDate").asString()).startsWith("1971-");
        var found = api.post(Api.TOWN, "/person-searches", "{\"residentId\":\"%s\",\"purpose\":\"核对\"}".formatted(id)).json();
        assertThat(found.path("items").get(0).path("person").asString()).isEqualTo(family.head);
    }

    @Test
    void HH7_fieldsThatExcludeEachOtherAreCorrectedTogether() {
        var one = "{\"person\":\"%s\",\"field\":\"schoolStatus\",\"value\":\"21\"}".formatted(family.son);
        assertThat(family.correct(Api.TOWN, one).body()).contains("\"education-and-school-both\"");

        var all = family.correct(Api.TOWN, one + """
                ,{"person":"%1$s","field":"education","value":null},{"person":"%1$s","field":"labour","value":"5"}"""
                .formatted(family.son));

        assertThat(all.status()).as(all.body()).isEqualTo(201);
        assertThat(family.json().path("members").get(2).path("schoolStatus").asString()).isEqualTo("21");
    }

    @Test
    void HH6_aHouseholdKeepsExactlyOneHeadAndOneSpouse() {
        var relation = "{\"person\":\"%s\",\"field\":\"relation\",\"value\":\"%s\"}";

        assertThat(family.correct(Api.TOWN, relation.formatted(family.head, "99")).body()).contains("\"no-head\"");
        assertThat(family.correct(Api.TOWN, relation.formatted(family.son, "01")).body()).contains("\"two-heads\"");
        assertThat(family.correct(Api.TOWN, relation.formatted(family.son, "02")).body()).contains("\"two-spouses\"");
    }

    @Test
    void whatAYearReportedIsAddedAndCorrectedUnderFourEyes() {
        var year = Integer.parseInt(Family.DAY.substring(0, 4));
        var members = family.correct(Api.TOWN, "{\"year\":%d,\"field\":\"yearMembers\",\"value\":3}".formatted(year));
        assertThat(members.json().path("state").asString()).as(members.body()).isEqualTo("APPLIED");
        var wage = family.correct(Api.TOWN, "{\"year\":%d,\"field\":\"wageIncome\",\"value\":12000}".formatted(year));
        assertThat(wage.json().path("state").asString()).isEqualTo("PENDING");

        assertThat(family.approve(Api.COUNTY, wage).status()).isEqualTo(200);

        assertThat(jdbc.sql("""
                select concat(y.year_members, '/', y.wage_income) from household_year y join household h on h.id = y.household_id
                 where h.number = ? and y.year = ?
                """).param(family.number).param(year).query(String.class).single()).isEqualTo("3/12000.00");
    }

    @ParameterizedTest(name = "{0} {1} = {2}: {3}")
    @CsvSource(delimiter = '|', value = {"1 | ethnicity | \"999\" | /value", "1 | name | null | /value",
            "1 | sex | \"2\" | /field",
            " | type | \"1234\" | /value", "1 | type | \"2\" | /person", " | name | \"李\" | /person",
            "9 | name | \"李四\" | /person",
            "1 | phone | \"1380013805\" | /value", " | dangerousHouse | \"是\" | /value", " | incomePerHead | 1.005 | /value",
            " | firstIdentifiedOn | \"2999-01-01\" | /value", "1 | workMonths | 13 | /value", " | wageIncome | 1 | /year",
            "1 | residentId | \"451481190001010012\" | /value", "1 | health | [] | /value",
            " | removedOn | \"2020-01-01\" | /field"})
    void whatCannotBeIsRefusedAtItsPlace(String person, String field, String value, String pointer) {
        var refused = family.correct(Api.TOWN, "{%s\"field\":\"%s\",\"value\":%s}".formatted(
                person == null || person.isBlank() ? "" : "\"person\":\"%s-%s\",".formatted(family.number, person), field,
                value));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("change-not-valid");
        assertThat(refused.json().path("errors").get(0).path("pointer").asString()).isEqualTo("/corrections/0" + pointer);
    }

    @Test
    void whoMayNotSeeAFieldCannotCorrectItNorReadItsChange() {
        var health = "{\"person\":\"%s\",\"field\":\"health\",\"value\":%s}";
        assertThat(family.correct(CLERK, health.formatted(family.head, "[\"2\"]")).problem()).isEqualTo("sensitive-withheld");

        var entered = family.correct(Api.TOWN, health.formatted(family.head, "[\"3\",\"2\"]"));
        assertThat(entered.json().path("lines").get(0).path("newValue").asString()).as(entered.body()).isEqualTo("2,3");

        var seen = api.get(CLERK, "/changes/" + number(entered)).json().path("lines").get(0);
        assertThat(seen.path("withheld").asBoolean()).isTrue();
        assertThat(seen.path("newValue").isNull()).isTrue();
    }

    @Test
    void nothingIsChangedWhereNothingChangesOrTheCallerMayNotLook() {
        var same = family.change(Api.TOWN, "change-type", Family.DAY, ",\"values\":{\"type\":\"1\"}");
        assertThat(same.problem()).isEqualTo("nothing-to-change");
        assertThat(family.correct(Api.NEIGHBOUR, "{\"field\":\"hamlet\",\"value\":\"甲屯\"}").status()).isEqualTo(404);
        var path = "/changes/" + number(family.change(Api.TOWN, "change-type", Family.DAY, ",\"values\":{\"type\":\"2\"}"));
        assertThat(api.get(Api.NEIGHBOUR, path).status()).isEqualTo(404);
        assertThat(api.put(LONGZHOU, path + "/approval", null).status()).isEqualTo(404);
        assertThat(api.put(LONGZHOU, path + "/refusal", "{\"reason\":\"x\"}").status()).isEqualTo(404);
        assertThat(api.put(Api.TOWN, path + "/approval", null).status()).isEqualTo(403);
    }

    private static String number(Api.Answer change) {
        return change.json().path("number").asString();
    }

    private List<String> audited(Api.Answer change) {
        return jdbc.sql("select action from audit_entry where detail like ? order by id").param("%" + number(change) + "%")
                .query(String.class).list();
    }
}
