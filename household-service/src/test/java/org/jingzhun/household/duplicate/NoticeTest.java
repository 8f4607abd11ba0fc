package org.jingzhun.household.duplicate;

import java.util.Map;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.household.Givens.residentId;

/** What a county is told, and what the claimant is not. */
@HouseholdServiceTest
class NoticeTest {

    private static final TestToken LONGZHOU = TestToken.person("longzhou").grant("county-officer", "rural-affairs", "451423");

    @Autowired
    Api api;
    @Autowired
    Givens givens;
    @Autowired
    ElsewhereNotices notices;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void onePerson() {
        jdbc.sql("delete from registered_elsewhere_notice").update();
        givens.forget("NOT1");
        givens.household("NOT1", "451481101214", Map.of());
        givens.member("NOT1", "NOT1-1", "农告知", residentId("451481", "19710203", 401), "01", Map.of());
    }

    @Test
    void theCountyThatHasThePersonIsToldOnceAndAnswers() {
        notices.tell("person", "NOT1-1", "451481101214", "451423100", ElsewhereNotices.Way.IMPORT);
        notices.tell("person", "NOT1-1", null, "451423", ElsewhereNotices.Way.CHANGE);

        var told = notices(Api.TOWN, "&state=OPEN&area=451481101");
        assertThat(told.size()).isEqualTo(1);
        assertThat(told.get(0).path("claimedBy").asString()).isEqualTo("451423");
        assertThat(told.get(0).path("times").asInt()).isEqualTo(2);
        assertThat(told.get(0).path("subject").asString()).isEqualTo("NOT1-1");
        assertThat(notices(LONGZHOU, "").size()).as("the claimant").isZero();
        assertThat(notices(Api.NEIGHBOUR, "").size()).as("another township").isZero();

        var path = "/duplicate-notices/" + told.get(0).path("id").asString() + "/answer";
        assertThat(api.put(LONGZHOU, path, "{\"answer\":\"STAYS\"}").problem()).isEqualTo("duplicate-not-found");
        assertThat(api.put(Api.TOWN, path, "{\"answer\":\"WHO\"}").status()).isEqualTo(400);
        var answered = api.put(Api.TOWN, path, "{\"answer\":\"STAYS\",\"remark\":\"在村居住\"}").json();
        assertThat(answered.path("state").asString()).isEqualTo("ANSWERED");
        assertThat(answered.path("answeredBy").asString()).isEqualTo("town");
        assertThat(notices(Api.TOWN, "&state=OPEN").size()).isZero();

        notices.tell("person", "NOT1-1", "451481101214", "451423", ElsewhereNotices.Way.IMPORT);
        var again = notices(Api.COUNTY, "&state=OPEN");
        assertThat(again.size()).isEqualTo(1);
        assertThat(again.get(0).path("answer").asString()).as("the earlier answer can still be read").isEqualTo("STAYS");
    }

    private JsonNode notices(TestToken as, String filter) {
        return api.get(as, "/duplicate-notices?limit=100" + filter).json().path("items");
    }
}
