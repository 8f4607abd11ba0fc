package org.jingzhun.household.savedfilter;

import java.util.List;

import org.jingzhun.household.Api;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HouseholdServiceTest
class SavedFilterTest {

    private static final TestToken ONE = TestToken.person("filter-one").grant("township-officer", "rural-affairs", "451481101");
    private static final TestToken CLERK = TestToken.person("filter-clerk").grant("village-clerk", "rural-affairs",
            "451481101201");
    private static final String BODY = "{\"name\":\"%s\",\"area\":\"451481101\",\"shared\":%s,\"filter\":{%s}}";

    @Autowired
    Api api;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void none() {
        jdbc.sql("delete from saved_filter where account like 'filter-%'").update();
    }

    @Test
    void aFilterIsKeptChangedAndDeletedByItsOwner() {
        var added = api.post(ONE, "/saved-filters", BODY.formatted("危房老人", false, "\"dangerousHouse\":true,\"ageFrom\":60"));
        assertThat(added.status()).isEqualTo(201);
        var number = added.json().path("number").asString();
        assertThat(added.json().path("filter").path("ageFrom").asInt()).isEqualTo(60);
        assertThat(names(ONE)).containsExactly("危房老人");
        assertThat(names(CLERK)).isEmpty();
        assertThat(api.get(CLERK, "/saved-filters/" + number).problem()).isEqualTo("saved-filter-not-found");

        var changed = api.put(ONE, "/saved-filters/" + number, BODY.formatted("危房", true, "\"dangerousHouse\":true"), "If-Match",
                added.etag().orElseThrow());
        assertThat(changed.status()).isEqualTo(200);
        assertThat(names(CLERK)).as("shared in his area").containsExactly("危房");
        assertThat(names(Api.NEIGHBOUR)).doesNotContain("危房");
        assertThat(api.put(ONE, "/saved-filters/" + number, BODY.formatted("x", true, ""), "If-Match", added.etag().orElseThrow())
                .status()).isEqualTo(412);
        assertThat(api.send(CLERK, "DELETE", "/saved-filters/" + number, null).status()).isEqualTo(404);
        assertThat(api.send(ONE, "DELETE", "/saved-filters/" + number, null).status()).isEqualTo(204);
        assertThat(names(ONE)).isEmpty();
    }

    @Test
    void onlyWhatTheListTakesCanBeKeptAndNothingPersonal() {
        assertThat(api.post(ONE, "/saved-filters", BODY.formatted("a", false, "\"type\":\"never\"")).problem())
                .isEqualTo("filter-not-valid");
        assertThat(api.post(ONE, "/saved-filters", BODY.formatted("a", false, "\"ageFrom\":-3")).status()).isEqualTo(400);
        var kept = api.post(ONE, "/saved-filters",
                BODY.formatted("b", false, "\"type\":\"1\",\"residentId\":\"451481190001010011\""));
        assertThat(kept.status() == 400 || !api.get(ONE, "/saved-filters").body().contains("451481190001010011")).isTrue();
        assertThat(jdbc.sql("select count(*) from saved_filter where filter like '%residentId%'").query(Long.class).single())
                .isZero();
        assertThat(api.post(ONE, "/saved-filters", BODY.replace("451481101", "451423").formatted("c", false, "")).problem())
                .isEqualTo("area-not-yours");
    }

    @Test
    void anAccountKeepsAsManyAsItMay() {
        for (int i = 0; i < 50; i++) {
            assertThat(api.post(ONE, "/saved-filters", BODY.formatted("n" + i, false, "")).status()).isEqualTo(201);
        }
        assertThat(api.post(ONE, "/saved-filters", BODY.formatted("one more", false, "")).problem())
                .isEqualTo("too-many-saved-filters");
    }

    @Test
    void aNameIsTakenOnce() {
        assertThat(api.post(ONE, "/saved-filters", BODY.formatted("同名", false, "")).status()).isEqualTo(201);
        assertThat(api.post(ONE, "/saved-filters", BODY.formatted("同名", false, "")).problem())
                .isEqualTo("saved-filter-name-taken");
    }

    private List<String> names(TestToken as) {
        return api.get(as, "/saved-filters").json().path("items").valueStream().map(item -> item.path("name").asString())
                .toList();
    }
}
