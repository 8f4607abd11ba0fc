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
        givens.forgetAll();
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

    @Test
    void aPersonIsFoundByTheNumbersOfTheRegister() {
        assertThat(search("\"personNumber\":\"S1-2\"")).containsExactly("S1-2");
        assertThat(search("\"householdNumber\":\"S1\"")).containsExactly("S1-1", "S1-2");
        assertThat(search("\"phone\":\"13977100011\",\"area\":\"451481101206\"")).as("the household's").containsExactly("S1-1");
    }

    @Test
    void aDisabilityCertificateIsFoundWholeAndOnlyByWhoMaySeeIt() {
        var id = Givens.residentId("451481", "19680607", 35);
        givens.member("S1", "S1-3", "陆春海", id + "43", "02", Map.of("health", "4"));

        assertThat(search("\"disabilityNumber\":\"%s43\"".formatted(id))).containsExactly("S1-3");
        assertThat(search("\"disabilityNumber\":\"%s42\"".formatted(id))).isEmpty();
        assertThat(api.post(READER, "/person-searches", "{\"disabilityNumber\":\"%s43\",\"purpose\":\"核查\"}".formatted(id))
                .problem())
                .isEqualTo("sensitive-withheld");
    }

    @Test
    void whatIsKnownOfSomebodyNarrowsTheSearchOrIsOne() {
        var village = "\"area\":\"451481101206\",";
        assertThat(search(village + "\"labour\":\"5\"")).containsExactly("S1-2");
        assertThat(search(village + "\"ageFrom\":18,\"ageTo\":99")).containsExactly("S1-1");
        assertThat(search("\"name\":\"陆春*\",\"ageTo\":17")).containsExactly("S1-2");
        assertThat(search(village + "\"householdType\":\"1\",\"mainCause\":\"7\",\"health\":\"1\"")).containsExactly("S1-1",
                "S1-2");
        assertThat(search(village + "\"householdType\":\"2\"")).isEmpty();
        assertThat(api.post(READER, "/person-searches", "{\"health\":\"2\",\"purpose\":\"核查\"}").problem())
                .isEqualTo("sensitive-withheld");
        assertThat(api.post(Api.COUNTY, "/person-searches", "{\"labour\":\"x\",\"purpose\":\"核查\"}").problem())
                .isEqualTo("filter-not-valid");
    }

    @Test
    void pagesGoOnUntilAllAreFoundAndAMarkIsForItsSearchOnly() {
        var body = "{\"name\":\"陆春*\",\"purpose\":\"核查\"}";
        var found = new java.util.ArrayList<String>();
        var next = "";
        boolean complete;
        do {
            var page = api.post(Api.COUNTY, "/person-searches?limit=1" + (next.isEmpty() ? "" : "&after=" + next), body).json();
            page.path("items").forEach(hit -> found.add(hit.path("person").asString()));
            next = page.path("next").asString("");
            complete = page.path("complete").asBoolean();
            assertThat(complete).isEqualTo(next.isEmpty());
        } while (!complete);
        assertThat(found).containsExactly("S2-1", "S1-1", "S1-2");

        var mark = api.post(Api.COUNTY, "/person-searches?limit=1", body).json().path("next").asString();
        assertThat(api.post(Api.COUNTY, "/person-searches?limit=1&after=" + mark, body.replace("陆春", "陆夏")).problem())
                .isEqualTo("search-mark-of-another");
    }

    @Test
    void aFrequentNameIsNeverCompleteBeforeAllHaveBeenLookedAt() {
        if (jdbc.sql("select count(*) from person where number like 'FREQ%'").query(Long.class).single() == 0) {
            jdbc.sql("""
                    insert into household (number, village, created_at, changed_at, changed_by)
                    with recursive n (i) as (select 0 union all select i + 1 from n where i < 999)
                    select concat('FREQ', 10000 + a.i * 6 + b.i), concat('14022110020', b.i), now(6), now(6), 'frequent'
                      from n a join (select 0 i union all select 1 union all select 2 union all select 3 union all select 4 union all select 5) b
                    """).update();
            jdbc.sql("""
                    insert into person (number, name, sex, birth_date, document_kind, resident_id, resident_id_digest, ethnicity, health,
                           labour, created_at, changed_at, changed_by)
                    select h.number, '频繁名', '1', '1970-01-01', '1', (select p.resident_id from person p where p.number = 'S1-1'),
                           unhex(sha2(h.number, 256)), '01', '1', '1', now(6), now(6), 'frequent'
                      from household h where h.number like 'FREQ%'
                    """).update();
            jdbc.sql("""
                    insert into membership (household_id, person_id, relation, created_at, changed_at, changed_by)
                    select h.id, p.id, '01', now(6), now(6), 'frequent' from household h join person p on p.number = h.number
                     where h.number like 'FREQ%'
                    """).update();
        }
        var shanxi = TestToken.person("shanxi").grant("county-officer", "rural-affairs", "140221");
        var first = api.post(shanxi, "/person-searches", "{\"name\":\"频繁*\",\"ageTo\":10,\"purpose\":\"核查\"}").json();
        assertThat(first.path("items").size()).isZero();
        assertThat(first.path("complete").asBoolean()).as("2,000 of 6,000 households were looked at").isFalse();
        var next = first.path("next").asString();
        int pages = 1;
        while (!next.isEmpty()) {
            var page = api.post(shanxi, "/person-searches?after=" + next, "{\"name\":\"频繁*\",\"ageTo\":10,\"purpose\":\"核查\"}")
                    .json();
            next = page.path("next").asString("");
            pages++;
        }
        assertThat(pages).isBetween(3, 5);
    }

    private List<String> search(String wanted) {
        var answer = api.post(Api.COUNTY, "/person-searches", "{%s,\"purpose\":\"入户核查\"}".formatted(wanted));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("items").valueStream().map(hit -> hit.path("person").asString()).toList();
    }

    private List<String> found(TestToken as, String name) {
        return api.post(as, "/person-searches", "{\"name\":\"%s\",\"purpose\":\"入户核查\"}".formatted(name)).json().path("items")
                .valueStream()
                .map(hit -> hit.path("person").asString()).toList();
    }
}
