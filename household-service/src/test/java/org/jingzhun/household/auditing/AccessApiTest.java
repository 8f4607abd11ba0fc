package org.jingzhun.household.auditing;

import java.time.Duration;
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
import static org.awaitility.Awaitility.await;

@HouseholdServiceTest
class AccessApiTest {

    private static final TestToken LONGZHOU = TestToken.person("longzhou").grant("county-officer", "rural-affairs", "451423");
    private static final TestToken CITY = TestToken.person("city").grant("city-officer", "rural-affairs", "4514");
    private static final String ID = Givens.residentId("451481", "19680303", 17);

    @Autowired
    Givens givens;
    @Autowired
    Api api;

    @BeforeEach
    void aHousehold() {
        givens.forget("L1");
        givens.household("L1", "451481101209", Map.of());
        givens.member("L1", "L1-1", "黄日志", ID, "01", Map.of());
    }

    @Test
    void anOpenedDossierIsSeenByTheCountyPageByPage() {
        for (int i = 0; i < 3; i++) {
            api.get(Api.TOWN, "/households/L1");
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> ids(entries(Api.COUNTY, "subject=L1")).size() >= 3);

        var first = entries(Api.COUNTY, "subject=L1&limit=2");
        var second = entries(Api.COUNTY, "subject=L1&limit=2&after=" + first.path("next").asString());

        assertThat(ids(first)).hasSize(2).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(ids(second)).isNotEmpty().allMatch(id -> id < ids(first).getLast());
        var entry = first.path("items").get(0);
        assertThat(entry.path("opened").asString()).isEqualTo("household.opened");
        assertThat(entry.path("account").asString()).isEqualTo("town");
        assertThat(entry.path("area").asString()).isEqualTo("451481101209");
        assertThat(entry.path("records").asInt()).isEqualTo(1);
        assertThat(entry.path("requestId").asString()).isNotEmpty();

        assertThat(ids(entries(Api.COUNTY, "area=451481101&account=town"))).containsAll(ids(first));
        assertThat(ids(entries(Api.COUNTY, "area=451481101"))).containsAll(ids(first));
        assertThat(ids(entries(CITY, ""))).containsAll(ids(first));
        assertThat(ids(entries(Api.COUNTY, "area=451481101201&subject=L1"))).isEmpty();
        assertThat(ids(entries(Api.COUNTY, "account=somebody-else&subject=L1"))).isEmpty();
    }

    @Test
    void aSearchIsThereWithItsPurposeAsSoonAsItIsAnswered() {
        var search = "{\"residentId\":\"%s\",\"purpose\":\"核对\"}".formatted(ID);
        assertThat(api.post(Api.TOWN, "/person-searches", search).body()).contains("L1-1");

        var entry = entries(Api.COUNTY, "subject=L1-1").path("items").get(0);
        assertThat(entry.path("opened").asString()).isEqualTo("person.searched");
        assertThat(entry.path("purpose").asString()).isEqualTo("核对");
        assertThat(entry.path("area").asString()).isEqualTo("451481101209");
        assertThat(entry.toString()).doesNotContain(ID).doesNotContain("黄日志");

        var nobody = "{\"residentId\":\"%s\",\"purpose\":\"核对\"}".formatted(Givens.residentId("451481", "19680303", 999));
        api.post(Api.TOWN, "/person-searches", nobody);
        var nothing = entries(Api.COUNTY, "account=town&limit=1").path("items").get(0);
        assertThat(nothing.path("area").asString()).isEqualTo("451481101");
        assertThat(nothing.path("records").asInt()).isZero();
    }

    @Test
    void anotherCountySeesNothingAndATownshipMayNotAsk() {
        api.get(Api.TOWN, "/households/L1");
        await().atMost(Duration.ofSeconds(10)).until(() -> !ids(entries(Api.COUNTY, "subject=L1")).isEmpty());

        assertThat(ids(entries(LONGZHOU, "subject=L1"))).isEmpty();
        assertThat(api.get(LONGZHOU, "/access-entries?area=451481").problem()).isEqualTo("area-not-yours");
        assertThat(api.get(Api.TOWN, "/access-entries").status()).isEqualTo(403);
    }

    @Test
    void whatIsRefusedIsNotOpened() {
        givens.forget("L2");
        givens.household("L2", "451481101209", Map.of());
        assertThat(api.get(Api.NEIGHBOUR, "/households/L2").status()).isEqualTo(404);
        api.get(Api.TOWN, "/households/L2");

        await().atMost(Duration.ofSeconds(10)).until(() -> !ids(entries(Api.COUNTY, "subject=L2")).isEmpty());
        assertThat(entries(Api.COUNTY, "subject=L2").path("items").valueStream().map(it -> it.path("account").asString()))
                .containsOnly("town");
    }

    private JsonNode entries(TestToken as, String query) {
        return api.get(as, "/access-entries?" + query).json();
    }

    private static List<Long> ids(JsonNode page) {
        return page.path("items").valueStream().map(it -> it.path("id").asLong()).toList();
    }
}
