package org.jingzhun.identity.emergency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jingzhun.identity.IdentityTest;
import org.jingzhun.identity.MovableClock;
import org.jingzhun.identity.Suite;
import org.jingzhun.identity.Suite.Answer;
import org.jingzhun.identity.Suite.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Pingxiang 凭祥市 451481 and Longzhou 龙州县 451423 lie in the same prefecture. */
@IdentityTest
class EmergencyTest {

    private static final String REASON = "龙州县干部因洪灾失联，须马上核对安置点名单。";

    @Autowired
    Suite suite;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    MovableClock.Moved clock;

    @BeforeEach
    void noEmergencyYet() {
        jdbc.sql("update emergency_grant set ended_at = taken_at where ended_at is null").update();
    }

    @AfterEach
    void backToTheTimeOfTheMachine() {
        clock.back();
    }

    @Test
    void theNextTokenOfTheSameSessionHasTheGrantAndNobodyIsSignedOut() {
        var session = suite.signIn(suite.browser(), "county", IdentityTest.DEMO_PASSWORD);
        var taken = take(session.access(), "451423", REASON);
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        assertThat(taken.json().path("role").asString()).isEqualTo("county-officer");
        assertThat(Duration.between(Instant.parse(taken.json().path("takenAt").asString()),
                Instant.parse(taken.json().path("endsAt").asString()))).isEqualTo(Duration.ofHours(3));

        var grants = Tokens.claims(refreshed(session)).path("grants");

        assertThat(grants).hasSize(2);
        assertThat(grants.get(0).has("emergency")).isFalse();
        assertThat(grants.get(1).path("area").asString()).isEqualTo("451423");
        assertThat(grants.get(1).path("role").asString()).isEqualTo("county-officer");
        assertThat(grants.get(1).path("emergency").asBoolean()).isTrue();
        // the grant counts: the officer reads the accounts of the other county
        assertThat(suite.api("GET", "/accounts?area=451423", session.access(), "").problem()).isEqualTo("area-not-yours");
        assertThat(suite.api("GET", "/accounts?area=451423", refreshed(session), "").status()).isEqualTo(200);
    }

    @Test
    void aTokenNeverOutlivesTheGrant() {
        var session = suite.signIn(suite.browser(), "county", IdentityTest.DEMO_PASSWORD);
        take(session.access(), "451423", REASON);
        assertThat(life(refreshed(session))).isBetween(298L, 301L);

        clock.pass(Duration.ofHours(3).minusMinutes(3));
        assertThat(Tokens.claims(refreshed(session)).path("grants")).hasSize(2);
        assertThat(life(refreshed(session))).isBetween(150L, 181L);

        clock.pass(Duration.ofSeconds(125)); // less than a minute is left
        assertThat(Tokens.claims(refreshed(session)).path("grants")).hasSize(1);
        assertThat(life(refreshed(session))).isBetween(298L, 301L);
    }

    @Test
    void itEndsEarlyByItsTakerAndWithWhateverEndsHisSessions() {
        var session = suite.signIn(suite.browser(), "neighbour", IdentityTest.DEMO_PASSWORD);
        var first = take(session.access(), "451481101", REASON).json().path("id").asString();
        assertThat(suite.api("DELETE", "/me/emergency-grants/" + first, suite.tokenOf("town"), "").status()).isEqualTo(404);
        assertThat(suite.api("DELETE", "/me/emergency-grants/" + first, session.access(), "").status()).isEqualTo(204);
        assertThat(Tokens.claims(refreshed(session)).path("grants")).hasSize(1);

        assertThat(take(session.access(), "451481101", REASON).status()).isEqualTo(201);
        var admin = suite.tokenOf("admin");
        suite.api("PUT", "/accounts/" + id("neighbour") + "/lock", admin, "");
        suite.api("DELETE", "/accounts/" + id("neighbour") + "/lock", admin, "");

        assertThat(Tokens.claims(suite.tokenOf("neighbour")).path("grants")).hasSize(1);
    }

    @ParameterizedTest(name = "{0} opens {1}: {3}")
    @CsvSource(textBlock = """
            # who,      area,          status, problem
            county,     451423,        201,    ''
            county,     451423100,     201,    ''
            town,       451481100,     201,    ''
            town,       451423100,     201,    ''
            town,       451423,        422,    emergency-too-far
            county,     450103,        422,    emergency-too-far
            county,     110101,        422,    emergency-too-far
            county,     451481101,     409,    emergency-open-already
            county,     4514,          400,    input-not-valid
            village,    451481101202,  403,    not-allowed
            city,       450103,        403,    not-allowed
            discipline, 451423,        403,    not-allowed
            """)
    void onlyOfficersOpenAndOnlyWhatIsNearAndNoLarger(String who, String area, int status, String problem) {
        var answer = take(suite.tokenOf(who), area, REASON);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
    }

    @Test
    void aReasonMustSaySomething() {
        var token = suite.tokenOf("county");

        assertThat(take(token, "451423", "急用").problem()).isEqualTo("input-not-valid");
        assertThat(take(token, "451423", "急" + " ".repeat(30) + "用").problem()).isEqualTo("input-not-valid");
        assertThat(take(token, "451423", "急用").json().path("errors").get(0).path("detail").asString())
                .isEqualTo("请说明理由，不少于 20 个字");
    }

    @Test
    void aRepetitionTakesNothingTwiceAndThereAreNotManyAtOnce() {
        var token = suite.tokenOf("county");
        var key = UUID.randomUUID().toString();
        var first = take(token, "451423", REASON, key);

        assertThat(take(token, "451423", REASON, key).json()).isEqualTo(first.json());
        assertThat(take(token, "451423", REASON).problem()).isEqualTo("emergency-open-already");
        assertThat(take(token, "451424", REASON).status()).isEqualTo(201);
        assertThat(take(token, "451425", REASON).status()).isEqualTo(201);
        assertThat(take(token, "451402", REASON).problem()).isEqualTo("emergency-too-many");
        assertThat(suite.api("GET", "/me/emergency-grants?limit=2", token, "").json().path("items")).hasSize(2);
    }

    @Test
    void theOpenedCountySeesAndReviewsIt() {
        var session = suite.signIn(suite.browser(), "county", IdentityTest.DEMO_PASSWORD);
        var grant = take(session.access(), "451423", REASON).json().path("id").asString();
        var longzhou = suite.tokenOf("longzhou");

        var seen = suite.api("GET", "/emergency-grants?area=451423&limit=1", longzhou, "").json().path("items").get(0);
        assertThat(seen.path("id").asString()).isEqualTo(grant);
        assertThat(seen.path("reason").asString()).isEqualTo(REASON);
        assertThat(seen.path("account").asString()).isEqualTo(id("county"));
        assertThat(jdbc.sql(
                "select count(*) from audit_entry where action = 'emergency-grant.taken' and area = '451423' and subject = ?")
                .param(grant).query(Integer.class).single()).isEqualTo(1);

        // whoever opened the county does not review himself by it, nor does anybody else whom it does not belong to
        assertThat(review(refreshed(session), grant).problem()).isEqualTo("emergency-grant-not-found");
        assertThat(review(suite.tokenOf("county2"), grant).status()).isEqualTo(404);
        assertThat(review(suite.tokenOf("city"), grant).status()).isEqualTo(403);

        var reviewed = review(longzhou, grant);
        assertThat(reviewed.status()).as(reviewed.body()).isEqualTo(200);
        assertThat(reviewed.json().path("reviewedBy").asString()).isEqualTo(id("longzhou"));
        assertThat(review(longzhou, grant).problem()).isEqualTo("emergency-reviewed-already");
        assertThat(suite.api("GET", "/emergency-grants?area=4514", suite.tokenOf("city"), "").body()).contains(grant, "情况属实");
        assertThat(suite.api("GET", "/emergency-grants?area=451423", suite.tokenOf("county2"), "").problem())
                .isEqualTo("area-not-yours");
        assertThat(suite.api("GET", "/emergency-grants", suite.tokenOf("town"), "").status()).isEqualTo(403);
    }

    @Test
    void anEmergencyIsNoReasonForTheNext() {
        var session = suite.signIn(suite.browser(), "town", IdentityTest.DEMO_PASSWORD);
        take(session.access(), "451423100", REASON);
        var mutual = take(suite.tokenOf("longzhou"), "451481", REASON).json().path("id").asString();

        // the township's officer holds two grants now; what he may open still follows from the lasting one
        assertThat(take(refreshed(session), "451423", REASON).problem()).isEqualTo("emergency-too-far");
        assertThat(review(suite.tokenOf("longzhou"), mutual).problem()).isEqualTo("emergency-grant-not-found");
        assertThat(review(suite.tokenOf("county2"), mutual).status()).isEqualTo(200);
    }

    @Test
    void administrationShowsItApartFromLastingGrants() {
        var token = suite.tokenOf("county");
        take(token, "451423", REASON);

        var account = suite.api("GET", "/accounts/" + id("county"), suite.tokenOf("admin"), "").json();
        assertThat(account.path("grants")).hasSize(1);
        assertThat(account.path("emergencyGrants").get(0).path("area").asString()).isEqualTo("451423");
        assertThat(account.path("emergencyGrants").get(0).has("until")).isTrue();
        assertThat(suite.api("GET", "/accounts?area=451481&limit=500", suite.tokenOf("admin"), "").body())
                .contains("\"emergencyGrants\":[{\"role\":\"county-officer\"");
        var me = suite.api("GET", "/me", token, "").json();
        assertThat(me.path("grants")).hasSize(1);
        assertThat(me.path("emergencyGrants")).hasSize(1);
    }

    private Answer take(String token, String area, String reason) {
        return take(token, area, reason, UUID.randomUUID().toString());
    }

    private Answer take(String token, String area, String reason, String key) {
        return suite.api("POST", "/me/emergency-grants", token,
                "{\"area\": \"%s\", \"reason\": \"%s\"}".formatted(area, reason), Map.of("Idempotency-Key", key));
    }

    private Answer review(String token, String grant) {
        return suite.api("PUT", "/emergency-grants/" + grant + "/review", token, "{\"remark\": \"情况属实\"}");
    }

    private String refreshed(Tokens session) {
        var answer = suite.refresh(session.refresh());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode json = JsonMapper.shared().readTree(answer.body());
        return json.path("access_token").asString();
    }

    /** Seconds until the token's end, by the machine's time, as all who check tokens count. */
    private static long life(String token) {
        return Tokens.claims(token).path("exp").asLong() - Instant.now(Clock.systemUTC()).getEpochSecond();
    }

    private String id(String login) {
        return jdbc.sql("select id from account where login = :login").param("login", login).query(String.class).single();
    }
}
