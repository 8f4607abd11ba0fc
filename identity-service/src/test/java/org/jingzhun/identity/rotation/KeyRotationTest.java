package org.jingzhun.identity.rotation;

import java.time.Duration;
import java.util.TreeSet;

import org.jingzhun.identity.IdentityTest;
import org.jingzhun.identity.Suite;
import org.jingzhun.test.server.EmbeddedMariaDb;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@IdentityTest
@Import(EmbeddedMariaDb.class)
@TestPropertySource(properties = {"jingzhun.test.schema=jz_identity_keys", "jingzhun.rotation.overlap=1s",
        "jingzhun.rotation.look-every=200ms", "db-scheduler.polling-interval=200ms"})
class KeyRotationTest {

    @Autowired
    Suite suite;
    @Autowired
    JdbcClient jdbc;

    @Test
    void signingKeysGetTheNewKeyAndGoOnSigning() {
        var admin = suite.tokenOf("admin");
        var before = keyIds();

        assertThat(suite.api("POST", "/key-rotations", suite.tokenOf("county"), "").status()).isEqualTo(403);
        assertThat(suite.api("POST", "/key-rotations", admin, "{\"kind\":\"DIGESTS\"}").status()).isEqualTo(422);
        var ordered = suite.api("POST", "/key-rotations", admin, "");
        assertThat(ordered.status()).as(ordered.body()).isEqualTo(201);
        var id = ordered.json().path("id").asString();
        await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(200)).until(
                () -> suite.api("GET", "/key-rotations/" + id, admin, "").json().path("state").asString().equals("DONE"));

        var done = suite.api("GET", "/key-rotations/" + id, admin, "").json();
        assertThat(done.path("unreadable").asLong()).isZero();
        assertThat(done.path("renewed").asLong()).isPositive();
        assertThat(keyIds()).isNotEmpty().doesNotContainAnyElementsOf(before);
        assertThat(suite.tokenOf("county")).isNotEmpty();
    }

    private TreeSet<String> keyIds() {
        return new TreeSet<>(jdbc.sql("select hex(left(private_key, 4)) from signing_key").query(String.class).list());
    }
}
