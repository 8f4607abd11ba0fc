package org.jingzhun.identity.start;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jingzhun.identity.IdentityServiceApplication;
import org.jingzhun.starter.crypto.KeyRingFile;
import org.jingzhun.test.server.EmbeddedMariaDb;
import org.jingzhun.test.server.EmbeddedRedis;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How the service begins: with one administrator and nothing else, or with a sentence that says what is missing. */
class FirstAccountsTest {

    @TempDir
    static Path keys;

    @BeforeAll
    static void aKeyRing() {
        KeyRingFile.create(keys.resolve("ring.json"));
    }

    @Test
    void withoutADemonstrationThereIsTheAdministratorAndNobodyElse() {
        try (var running = start("jz_identity_plain", "--identity.start.admin-password=first password of tests 7")) {
            assertThat(running.getBean(JdbcClient.class).sql("select login from account").query(String.class).list())
                    .containsExactly("admin");
        }
        try (var again = start("jz_identity_plain", "--identity.start.admin-password=")) {
            assertThat(again.isRunning()).as("the password is needed at the first start only").isTrue();
        }
    }

    @Test
    void servicesThatHaveASecretGetAnAccountThatReadsFactsOnly() {
        try (var running = start("jz_identity_feeds", "--identity.start.admin-password=first password of tests 7",
                "--identity.start.feed-secrets.supervision=a secret of the tests", "--identity.start.feed-area=45")) {
            assertThat(running.getBean(JdbcClient.class).sql("""
                    select concat_ws(' ', a.login, a.kind, g.role, g.department, g.area)
                      from account a join account_grant g on g.account = a.id where a.login <> 'admin'
                    """).query(String.class).list()).containsExactly("supervision SERVICE feed-reader discipline 45");
        }
        assertThatThrownBy(() -> start("jz_identity_feeds", "--identity.start.feed-secrets.finance=short").close())
                .hasStackTraceContaining("FINANCE_CLIENT_SECRET must have at least 16 characters");
    }

    @Test
    void withoutAPasswordForTheAdministratorItDoesNotStart() {
        assertThatThrownBy(() -> start("jz_identity_bare").close())
                .hasStackTraceContaining("IDENTITY_ADMIN_PASSWORD must be set");
        assertThatThrownBy(() -> start("jz_identity_bare", "--identity.start.admin-password=admin").close())
                .hasStackTraceContaining("IDENTITY_ADMIN_PASSWORD is refused as the password of admin: [TOO_SHORT");
    }

    @Test
    void withoutASecretForTheGatewayItDoesNotStart() {
        assertThatThrownBy(() -> start("jz_identity_bare", "--identity.provider.gateway-secret=short").close())
                .hasStackTraceContaining("GATEWAY_CLIENT_SECRET must be set, at least 16 characters");
    }

    private static ConfigurableApplicationContext start(String schema, String... arguments) {
        var all = new ArrayList<>(List.of("--server.port=0", "--management.server.port=0", "--jingzhun.test.schema=" + schema,
                "--jingzhun.crypto.key-ring=" + keys.resolve("ring.json"),
                "--identity.password.strength=4",
                "--db-scheduler.enabled=false"));
        all.addAll(List.of(arguments));
        if (all.stream().noneMatch(argument -> argument.startsWith("--identity.provider.gateway-secret="))) {
            all.add("--identity.provider.gateway-secret=gateway-secret-of-the-tests");
        }
        var application = new SpringApplication(IdentityServiceApplication.class, EmbeddedMariaDb.class, EmbeddedRedis.class);
        return application.run(all.toArray(String[]::new));
    }
}
