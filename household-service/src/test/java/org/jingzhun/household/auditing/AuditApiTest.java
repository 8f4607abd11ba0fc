package org.jingzhun.household.auditing;

import java.util.List;
import java.util.Map;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@HouseholdServiceTest
class AuditApiTest {

    private static final TestToken LONGZHOU = TestToken.person("longzhou").grant("county-officer", "rural-affairs", "451423");

    @Autowired
    Givens givens;
    @Autowired
    Api api;

    @BeforeEach
    void threeDeeds() {
        givens.forget("A1");
        givens.household("A1", "451481101209", Map.of());
        for (int i = 0; i < 3; i++) {
            api.post(Api.TOWN, "/households/A1/unmaskings", "{\"field\":\"phone\",\"purpose\":\"联系\"}");
        }
    }

    @Test
    void theAuditOfARecordIsReadNewestFirstAndPageByPage() {
        var first = api.get(Api.COUNTY, "/audit-entries?subjectKind=household&subject=A1&limit=2").json();
        var second = api
                .get(Api.COUNTY, "/audit-entries?subjectKind=household&subject=A1&limit=2&after=" + first.path("next").asString())
                .json();

        assertThat(ids(first)).hasSize(2).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(ids(second)).isNotEmpty().allMatch(id -> id < ids(first).getLast());
        var entry = first.path("items").get(0);
        assertThat(entry.path("action").asString()).isEqualTo("household.unmasked");
        assertThat(entry.path("account").asString()).isEqualTo("town");
        assertThat(entry.path("detail").path("purpose").asString()).isEqualTo("联系");
    }

    @Test
    void anotherCountySeesNothingAndATownshipMayNotAsk() {
        assertThat(api.get(LONGZHOU, "/audit-entries?subjectKind=household&subject=A1").json().path("items").isEmpty()).isTrue();
        assertThat(api.get(LONGZHOU, "/audit-entries?area=451481").problem()).isEqualTo("area-not-yours");
        assertThat(api.get(Api.TOWN, "/audit-entries").status()).isEqualTo(403);
    }

    private static List<Long> ids(JsonNode page) {
        return page.path("items").valueStream().map(it -> it.path("id").asLong()).toList();
    }
}
