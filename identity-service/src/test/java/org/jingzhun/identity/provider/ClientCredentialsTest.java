package org.jingzhun.identity.provider;

import java.time.Duration;

import org.jingzhun.identity.IdentityTest;
import org.jingzhun.identity.MovableClock;
import org.jingzhun.identity.Suite;
import org.jingzhun.identity.Suite.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@IdentityTest
class ClientCredentialsTest {

    @Autowired
    Suite suite;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    MovableClock.Moved clock;

    @AfterEach
    void now() {
        clock.back();
    }

    @Test
    void aServiceAccountGetsATokenWithItsGrantsAndNothingToRefresh() {
        var answer = suite.clientCredentials("demo-importer", IdentityTest.IMPORTER_SECRET);

        var json = JsonMapper.shared().readTree(answer.body());
        var claims = Tokens.claims(json.path("access_token").asString());
        assertThat(claims.path("kind").asString()).isEqualTo("service");
        assertThat(claims.path("grants").toString())
                .isEqualTo("[{\"role\":\"county-officer\",\"department\":\"rural-affairs\",\"area\":\"451481\"}]");
        assertThat(claims.path("sub").asString()).isEqualTo(jdbc.sql("select id from account where login = 'demo-importer'")
                .query(String.class).single());
        assertThat(json.has("refresh_token")).isFalse();
        assertThat(claims.toString()).doesNotContain("demo-importer");
    }

    @Test
    void aWrongSecretAndAnUnknownClientAreRefusedAlike() {
        var wrong = suite.clientCredentials("demo-importer", "not-the-secret-of-this-client");
        var unknown = suite.clientCredentials("nobody", "not-the-secret-of-this-client");
        var person = suite.clientCredentials("county", IdentityTest.DEMO_PASSWORD);

        assertThat(wrong.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode()).isEqualTo(person.statusCode());
        assertThat(wrong.body()).isEqualTo(unknown.body()).isEqualTo(person.body()).contains("invalid_client");
    }

    @Test
    void aSecretIsReplacedWithoutAPauseAndEndsByItself() {
        var admin = suite.tokenOf("admin");
        var account = suite.api("POST", "/service-accounts", admin, """
                {"clientId": "replaced", "name": "银行接口", "grants": [{"role": "bank-officer", "department": "banking", "area": "451481"}]}
                """).json().path("id").asString();
        var first = suite.api("POST", "/service-accounts/" + account + "/secrets", admin, "{\"lifetimeDays\": 10}").json();
        var second = suite.api("POST", "/service-accounts/" + account + "/secrets", admin, "{\"lifetimeDays\": 20}").json();

        assertThat(suite.clientCredentials("replaced", first.path("secret").asString()).statusCode()).isEqualTo(200);
        assertThat(suite.clientCredentials("replaced", second.path("secret").asString()).statusCode()).isEqualTo(200);

        clock.pass(Duration.ofDays(11));
        assertThat(suite.clientCredentials("replaced", first.path("secret").asString()).statusCode()).isEqualTo(401);
        assertThat(suite.clientCredentials("replaced", second.path("secret").asString()).statusCode()).isEqualTo(200);

        suite.api("DELETE", "/service-accounts/" + account + "/secrets/" + second.path("id").asString(), admin, "");
        assertThat(suite.clientCredentials("replaced", second.path("secret").asString()).statusCode()).isEqualTo(401);
        assertThat(jdbc.sql("select group_concat(hash) from service_secret").query(String.class).single())
                .doesNotContain(first.path("secret").asString());
    }
}
