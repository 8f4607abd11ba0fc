package org.jingzhun.starter.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.jingzhun.starter.probe.Http;
import org.jingzhun.starter.probe.ProbeTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@ProbeTest
class AccessTest {

    static final TestToken COUNTY = TestToken.person("county").grant("county-officer", "rural-affairs", "451481");
    static final TestToken TOWN = TestToken.person("town").grant("township-officer", "rural-affairs", "451481101");

    @LocalServerPort
    int port;
    Http http;

    @BeforeEach
    void callTheProbe() {
        http = Http.on(port);
    }

    @Test
    void withoutATokenNothingIsAnsweredButTheDescriptionOfTheApi() {
        assertThat(http.get("/api/probe/v1/records").problem()).isEqualTo("sign-in-needed");
        assertThat(http.get("/api/probe/v1/records").status()).isEqualTo(401);
        assertThat(http.get("/api/probe/v1/records").header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(http.get("/nowhere").status()).isEqualTo(401);
        assertThat(http.get("/v3/api-docs").status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aWrongTokenIsNotBelieved(String name, String token) {
        var answer = http.as("Bearer " + token).get("/api/probe/v1/records");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("token-not-valid");
        assertThat(answer.body()).doesNotContain("H100-");
    }

    static Stream<Arguments> aWrongTokenIsNotBelieved() {
        return Stream.of(
                Arguments.of("expired", COUNTY.expired().token()),
                Arguments.of("without expiry", COUNTY.without("exp").token()),
                Arguments.of("another audience", COUNTY.audience("gateway").token()),
                Arguments.of("no audience", COUNTY.without("aud").token()),
                Arguments.of("another issuer", COUNTY.issuer("http://localhost:6666").token()),
                Arguments.of("alg none", COUNTY.unsigned()),
                Arguments.of("tampered", TOWN.tampered()),
                Arguments.of("forged", COUNTY.forged()),
                Arguments.of("HS256 by the public key", COUNTY.confused()),
                Arguments.of("no subject", COUNTY.without("sub").token()),
                Arguments.of("no kind", COUNTY.without("kind").token()),
                Arguments.of("another kind", COUNTY.claim("kind", "god").token()),
                Arguments.of("grants as text", COUNTY.claim("grants", "all").token()),
                Arguments.of("a grant for no division", TestToken.person("x").grant("county-officer", "d", "45%").token()),
                Arguments.of("no token", "x.y.z"));
    }

    @Test
    void aTokenThatWasTamperedWithIsNotTakenForTheGoodOneSeenBefore() {
        assertThat(http.as(TOWN.bearer()).get("/api/probe/v1/records").status()).isEqualTo(200);

        assertThat(http.as("Bearer " + TOWN.tampered()).get("/api/probe/v1/records").status()).isEqualTo(401);
    }

    @Test
    void aListHoldsWhatLiesInTheAreasOfTheGrants() {
        assertThat(names(http.as(TOWN.bearer()).get("/api/probe/v1/records"))).hasSize(7).allMatch(it -> it.startsWith("甲"));
        assertThat(names(http.as(COUNTY.bearer()).get("/api/probe/v1/records"))).hasSize(14);
        assertThat(names(http.as(TOWN.grant("village-clerk", "d", "451481100200").bearer()).get("/api/probe/v1/records")))
                .hasSize(8);
    }

    @Test
    void aGrantWhoseRoleMayNotReadWidensNothing() {
        var token = TOWN.grant("bank-officer", "bank", "").grant("unheard-of", "x", "");

        assertThat(names(http.as(token.bearer()).get("/api/probe/v1/records"))).hasSize(7);
        assertThat(http.as(token.bearer()).get("/api/probe/v1/records?area=4514").problem()).isEqualTo("area-not-yours");
    }

    @Test
    void anAreaNarrowsTheListToWhatOneGrantCovers() {
        assertThat(names(http.as(COUNTY.bearer()).get("/api/probe/v1/records?area=451481101"))).hasSize(7);
        assertThat(names(http.as(COUNTY.bearer()).get("/api/probe/v1/records?area=451481101203"))).hasSize(1);
        assertThat(names(http.as(COUNTY.bearer()).get("/api/probe/v1/records?area=451481000000"))).hasSize(14);
        assertThat(names(http.as(COUNTY.bearer()).get("/api/probe/v1/records?area="))).hasSize(14);
        var refused = http.as(TOWN.bearer()).get("/api/probe/v1/records?area=451481");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("area-not-yours");
    }

    @Test
    void whatIsNoDivisionCodeIsRefused() {
        for (var wrong : new String[]{"45148", "x", "4514811012011", "451481%27", "45_4", "４５１４８１"}) {
            var answer = http.as(COUNTY.bearer())
                    .get("/api/probe/v1/records?area=" + URLEncoder.encode(wrong, StandardCharsets.UTF_8));
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.problem()).isEqualTo("area-not-a-division");
        }
        assertThat(http.as(TOWN.bearer()).get("/api/probe/v1/records?area=451481101&area=451481100").status()).isEqualTo(400);
    }

    @Test
    void aForeignRecordIsAsIfItWereNotThere() {
        var foreign = http.as(TOWN.bearer()).get("/api/probe/v1/records/H100-1");
        var missing = http.as(TOWN.bearer()).get("/api/probe/v1/records/H999-1");

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.json().path("detail")).isEqualTo(missing.json().path("detail"));
        assertThat(foreign.problem()).isEqualTo(missing.problem()).isEqualTo("not-there");
    }

    @Test
    void aMethodsOwnPermissionStandsBeforeTheClasses() {
        var reader = TestToken.person("r").grant("department-officer", "d", "451481");

        assertThat(http.as(reader.bearer()).get("/api/probe/v1/records").status()).isEqualTo(200);
        assertThat(http.as(reader.bearer()).json("PUT", "/api/probe/v1/records/H100-1", "{}").problem()).isEqualTo("not-allowed");
    }

    @Test
    void whoMayNotIsRefusedBeforeHisBodyIsLookedAt() {
        var reader = TestToken.person("r").grant("department-officer", "d", "451481");

        var answer = http.as(reader.bearer()).json("PUT", "/api/probe/v1/records/H100-1", "no json");

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void anotherPermissionOfTheSameCallerHasItsOwnScope() {
        var mixed = TestToken.person("m").grant("village-clerk", "d", "451481").grant("county-officer", "d", "451481101");

        assertThat(http.as(mixed.bearer()).get("/api/probe/v1/records/H101-1").json().path("name").asString()).isEqualTo("甲家1");
        assertThat(http.as(mixed.bearer()).get("/api/probe/v1/records/H100-1").json().path("name").asString()).isEqualTo("**");
    }

    @Test
    void rolesThatAreLimitedOtherwiseThanByAreaSeeNothingUntilTheServiceSaysWhat() {
        for (var role : new String[]{"assistance-contact", "citizen"}) {
            var token = TestToken.person("c").grant(role, "d", "451481");
            assertThat(names(http.as(token.bearer()).get("/api/probe/v1/records"))).isEmpty();
            assertThat(http.as(token.bearer()).get("/api/probe/v1/records/H100-1").status()).isEqualTo(404);
        }
    }

    @Test
    void aMachineWithoutGrantsMayNothing() {
        var machine = TestToken.service("m");

        assertThat(http.as(machine.bearer()).get("/api/probe/v1/records").problem()).isEqualTo("not-allowed");
        assertThat(http.as(machine.bearer()).get("/api/probe/v1/machines").status()).isEqualTo(403);
        assertThat(http.as(machine.claim("scope", "feed").bearer()).get("/api/probe/v1/machines").status()).isEqualTo(200);
        assertThat(http.as(TestToken.person("p").claim("scope", "feed").bearer()).get("/api/probe/v1/machines").status())
                .isEqualTo(403);
    }

    @Test
    void theCallerIsKnownByAccountKindAddressAndRequest() {
        var me = http.as(TestToken.service("m7").bearer()).with("X-Request-Id", "request-0001").get("/api/probe/v1/me").json();

        assertThat(me.path("account").asString()).isEqualTo("m7");
        assertThat(me.path("kind").asString()).isEqualTo("SERVICE");
        assertThat(me.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(me.path("requestId").asString()).isEqualTo("request-0001");
    }

    @Test
    void noSessionIsMade() {
        assertThat(http.as(COUNTY.bearer()).get("/api/probe/v1/records").header("Set-Cookie")).isEmpty();
    }

    private static List<String> names(Http.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().path("items").valueStream().map(item -> item.path("name").asString()).toList();
    }
}
