package org.jingzhun.household.search;

import java.util.List;
import java.util.Map;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HouseholdServiceTest
class PersonSearchTest {

    private static final String ID = Givens.residentId("451481", "19750607", 31);
    private static final TestToken READER = TestToken.person("reader").grant("inspector", "supervision", "451481");

    @Autowired
    Givens givens;
    @Autowired
    Api api;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void someoneToFind() {
        givens.forget("S1");
        givens.forget("S2");
        givens.household("S1", "451481101206", Map.of());
        givens.member("S1", "S1-1", "陆春生", ID, "01", givens.phone("S1-1", "13800138001"));
        givens.member("S1", "S1-2", "陆春芽", Givens.residentId("451481", "20190607", 22), "04", Map.of("labour", "5"));
        givens.household("S2", "451481100201", Map.of());
        givens.member("S2", "S2-1", "陆春%光", Givens.residentId("451481", "19760607", 33), "01", Map.of());
    }

    @Test
    void aPersonIsFoundByNumbersAndByName() {
        for (var wanted : List.of("\"residentId\":\"" + ID + "\"", "\"phone\":\"13800138001\"", "\"name\":\"陆春生\"")) {
            var hits = api.post(Api.TOWN, "/person-searches", "{%s,\"purpose\":\"入户核查\"}".formatted(wanted)).json();

            assertThat(hits.path("items").size()).as(wanted).isEqualTo(1);
            var hit = hits.path("items").get(0);
            assertThat(hit.path("person").asString()).isEqualTo("S1-1");
            assertThat(hit.path("household").asString()).isEqualTo("S1");
            assertThat(hit.path("residentId").asString()).matches("4514\\*{10}\\d{3}[\\dX]");
            assertThat(hits.path("complete").asBoolean()).isTrue();
        }
    }

    @Test
    void aNameIsFoundByItsBeginningWhichIsTakenLiterally() {
        assertThat(found(Api.COUNTY, "陆春*")).containsExactly("S2-1", "S1-1", "S1-2");
        assertThat(found(Api.COUNTY, "陆春%*")).containsExactly("S2-1");
        assertThat(found(Api.COUNTY, "陆春_*")).isEmpty();
        assertThat(found(Api.COUNTY, "陆春")).isEmpty();
    }

    @Test
    void onlyTheCallersAreaIsSearched() {
        assertThat(found(Api.TOWN, "陆春*")).containsExactly("S1-1", "S1-2");
        assertThat(found(Api.NEIGHBOUR, "陆春*")).containsExactly("S2-1");
        var narrowed = api.post(Api.COUNTY, "/person-searches", "{\"name\":\"陆春*\",\"area\":\"451481100\",\"purpose\":\"核查\"}")
                .json();
        assertThat(narrowed.path("items").size()).isEqualTo(1);
    }

    @Test
    void childrenAreFoundOnlyByRolesThatMaySeeThem() {
        assertThat(found(READER, "陆春*")).containsExactly("S2-1", "S1-1");
    }

    @Test
    void aSearchNeedsAPurposeAndOneThingToSearchFor() {
        assertThat(api.post(Api.TOWN, "/person-searches", "{\"name\":\"陆春生\"}").status()).isEqualTo(400);
        assertThat(api.post(Api.TOWN, "/person-searches", "{\"purpose\":\"核查\"}").status()).isEqualTo(400);
        assertThat(api.post(Api.TOWN, "/person-searches", "{\"name\":\"陆春生\",\"phone\":\"13800138001\",\"purpose\":\"核查\"}")
                .status())
                .isEqualTo(400);
        assertThat(api.post(Api.TOWN, "/person-searches", "{\"name\":\"陆\",\"purpose\":\"核查\"}").status()).isEqualTo(400);
        assertThat(api.post(Api.TOWN, "/person-searches", "{\"name\":\"*陆\",\"purpose\":\"核查\"}").json().path("items").size())
                .isZero();
    }

    @Test
    void everySearchIsAuditedWithoutWhatWasSearchedFor() {
        api.post(Api.TOWN, "/person-searches", "{\"residentId\":\"%s\",\"purpose\":\"核查-8731\"}".formatted(ID));

        var detail = jdbc.sql("select detail from audit_entry where action = 'person.searched' and detail like '%核查-8731%'")
                .query(String.class).single();
        assertThat(detail).contains("residentId", "\"hits\":1").doesNotContain(ID, ID.substring(6));
    }

    private List<String> found(TestToken as, String name) {
        return api.post(as, "/person-searches", "{\"name\":\"%s\",\"purpose\":\"入户核查\"}".formatted(name)).json().path("items")
                .valueStream()
                .map(hit -> hit.path("person").asString()).toList();
    }
}
