package org.jingzhun.household.register;

import java.util.Map;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@HouseholdServiceTest
class HouseholdFieldsTest {

    private static final TestToken READER = TestToken.person("reader").grant("inspector", "supervision", "4514");

    @Autowired
    Givens givens;
    @Autowired
    Api api;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aHouseholdOfWhichMuchIsKnown() {
        jdbc.sql("delete from household_year where household_id in (select id from household where number = 'FIELDS1')").update();
        givens.forget("FIELDS1");
        givens.household("FIELDS1", "451481101201", Map.of("fuel", "1", "housing_area", "120.50", "cooperative", true, "risk_1",
                "01", "risk_2", "06", "self_paid", "3200.00", "military_family", false));
        givens.member("FIELDS1", "FIELDS1-1", "凌大海", Givens.residentId("451481", "19700101", 811), "01",
                Map.of("employer", "凭祥市木业", "monthly_wage", "3100.00", "work_started_on", "2024-03-01", "disability_kind", "4",
                        "resident_insurance", true));
        givens.member("FIELDS1", "FIELDS1-2", "凌小海", Givens.residentId("451481", "20200101", 812), "03",
                Map.of("labour", "5", "resident_insurance", true));
        jdbc.sql("""
                insert into household_year (household_id, year, wage_income, net_income, version, created_at, changed_at, changed_by, valid_from, recorded_from)
                select id, 2023, 36000.00, 41000.50, 0, now(6), now(6), 'givens', '2023-12-31', '2024-01-10 00:00:00' from household
                 where number = 'FIELDS1'
                """).update();
    }

    @Test
    void allFieldsOfTheCatalogueStandSideBySideAndEmptyOnesAreLeftOut() {
        var household = api.get(Api.TOWN, "/households/FIELDS1").json();

        assertThat(household.path("fuel").asString()).isEqualTo("1");
        assertThat(household.path("housingArea").asDouble()).isEqualTo(120.5);
        assertThat(household.path("cooperative").asBoolean()).isTrue();
        assertThat(household.path("militaryFamily").asBoolean(true)).isFalse();
        assertThat(household.path("risk1").asString()).isEqualTo("01");
        assertThat(household.path("selfPaid").asDouble()).isEqualTo(3200);
        assertThat(household.has("removedOn")).isFalse();
        assertThat(household.has("years")).isFalse();
        assertThat(household.has("hamlet")).as("a field of the first edition").isTrue();
        var head = household.path("members").get(0);
        assertThat(head.path("employer").asString()).isEqualTo("凭祥市木业");
        assertThat(head.path("workStartedOn").asString()).isEqualTo("2024-03-01");
        assertThat(head.path("disabilityKind").asString()).isEqualTo("4");
        assertThat(head.has("publicPostKind")).isFalse();
    }

    @Test
    void whatTellsOfHealthAndChildrenIsWithheldInTheNewFieldsToo() {
        var household = api.get(READER, "/households/FIELDS1").json();

        assertThat(household.has("risk1")).isFalse();
        assertThat(household.path("risk2").asString()).isEqualTo("06");
        assertThat(household.has("selfPaid")).isFalse();
        assertThat(texts(household.path("withheld"))).contains("risk1", "selfPaid").doesNotContain("risk2");
        var head = household.path("members").get(0);
        assertThat(head.has("disabilityKind")).isFalse();
        assertThat(head.path("employer").asString()).isEqualTo("凭祥市木业");
        assertThat(texts(head.path("withheld"))).containsExactlyElementsOf(Field.of(Holder.PERSON).stream()
                .filter(Field::isSensitive).map(Field::key).toList());
        var child = household.path("members").get(1);
        assertThat(child.path("relation").asString()).isEqualTo("03");
        assertThat(child.has("residentInsurance")).isFalse();
        assertThat(texts(child.path("withheld"))).contains("name", "residentInsurance").doesNotContain("relation");
    }

    @Test
    void yearsComeWhenTheyAreAskedFor() {
        var plain = api.get(Api.TOWN, "/households/FIELDS1");
        var answer = api.get(Api.TOWN, "/households/FIELDS1?years=true");

        var years = answer.json().path("years");
        assertThat(years.size()).isEqualTo(1);
        assertThat(years.get(0).path("year").asInt()).isEqualTo(2023);
        assertThat(years.get(0).path("netIncome").asDouble()).isEqualTo(41000.5);
        assertThat(years.get(0).has("pension")).isFalse();
        assertThat(answer.etag()).isPresent().isNotEqualTo(plain.etag());
    }

    private static java.util.List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
