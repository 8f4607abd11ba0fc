package org.jingzhun.identity.key;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.jingzhun.identity.IdentityTest;
import org.jingzhun.identity.MovableClock;
import org.jingzhun.identity.Suite;
import org.jingzhun.starter.crypto.FieldCipher;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@IdentityTest
@TestPropertySource(properties = {"jingzhun.test.schema=jz_identity_keys", "db-scheduler.enabled=false"})
class SigningKeysTest {

    @Autowired
    SigningKeys keys;
    @Autowired
    Suite suite;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    FieldCipher cipher;
    @Autowired
    MovableClock.Moved clock;

    @Test
    void aKeyIsPublishedBeforeItSignsAndAfterItsLastSignature() {
        var first = suite.clientCredentials("demo-importer", IdentityTest.IMPORTER_SECRET);
        var old = signedBy(first.body());
        assertThat(published()).containsExactly(old);

        clock.pass(Duration.ofDays(29).plusHours(23));
        keys.replaceWhenDue();
        assertThat(published()).hasSize(2).contains(old);
        assertThat(signedBy(suite.clientCredentials("demo-importer", IdentityTest.IMPORTER_SECRET).body())).isEqualTo(old);
        keys.replaceWhenDue();
        assertThat(published()).as("the next one is made once").hasSize(2);

        clock.pass(Duration.ofMinutes(61));
        keys.replaceWhenDue();
        var next = signedBy(suite.clientCredentials("demo-importer", IdentityTest.IMPORTER_SECRET).body());
        assertThat(next).isNotEqualTo(old);
        assertThat(published()).containsExactlyInAnyOrder(old, next);

        clock.pass(Duration.ofMinutes(60));
        keys.replaceWhenDue();
        assertThat(published()).containsExactly(next);
    }

    @Test
    void anotherInstanceSignsWithTheSameKey() {
        var one = keys.published().getFirst().key().getKeyID();
        var other = new SigningKeys(jdbc, cipher, new KeySettings(Duration.ofDays(30), Duration.ofHours(1), Duration.ofHours(1),
                Duration.ofMinutes(1), Duration.ofMinutes(10)), clock);

        assertThat(other.published().getFirst().key().getKeyID()).isEqualTo(one);
    }

    @Test
    void thePrivateKeyIsNotReadableInTheDatabaseAndNeverPublished() {
        keys.published();

        var stored = jdbc.sql("select private_key from signing_key").query(byte[].class).list();
        assertThat(stored).isNotEmpty().allSatisfy(
                key -> assertThat(new String(key, StandardCharsets.ISO_8859_1)).doesNotContain("\"d\"").doesNotContain("RSA"));
        assertThat(jwks()).doesNotContain("\"d\":").doesNotContain("\"p\":").contains("\"kid\"").contains("\"n\":");
    }

    private List<String> published() {
        return JsonMapper.shared().readTree(jwks()).path("keys").valueStream().map(key -> key.path("kid").asString()).toList();
    }

    private String jwks() {
        return suite.send("GET", "/oauth2/jwks", "none", "", "", Map.of()).body();
    }

    private static String signedBy(String tokenAnswer) {
        var token = JsonMapper.shared().readTree(tokenAnswer).path("access_token").asString();
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[0])).path("kid").asString();
    }
}
