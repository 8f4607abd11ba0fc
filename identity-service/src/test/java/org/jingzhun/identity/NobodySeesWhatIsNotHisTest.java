package org.jingzhun.identity;

import java.util.UUID;
import java.util.stream.Stream;

import org.jingzhun.test.server.EmbeddedMariaDb;
import org.jingzhun.test.stranger.StrangersTest;
import org.jingzhun.test.token.TestToken;
import org.jingzhun.test.token.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Every operation, tried by the administrators of other places, by officers, by machines and with every kind of wrong token. */
@IdentityTest
@Import({TestTokens.class, EmbeddedMariaDb.class})
@TestPropertySource(properties = "jingzhun.test.schema=jz_identity_stranger")
class NobodySeesWhatIsNotHisTest {

    private static final String BASE = "/api/identity/v1";
    private static final String GRANTS = "[{\"role\": \"village-clerk\", \"department\": \"rural-affairs\", \"area\": \"451481101201\"}]";
    private static final String NAME = "黄秀兰";
    private static final String REASON = "洪水围困，须马上联系隔壁镇的低洼地带农户转移。";

    @Autowired
    Suite suite;
    @Autowired
    JdbcClient jdbc;

    private final TestToken owner = TestToken.person("administrator-of-pingxiang").grant("system-administrator", "information",
            "451481").grant("county-officer", "rural-affairs", "451481");
    private String person = "";
    private String machine = "";
    private String secret = "";
    private String emergency = "";

    @BeforeEach
    void accountsOfPingxiang() {
        person = suite.api("POST", "/accounts", owner.token(), """
                {"login": "huang.xiulan.%s", "name": "%s", "grants": %s}""".formatted(random(), NAME, GRANTS)).json().path("id")
                .asString();
        machine = suite.api("POST", "/service-accounts", owner.token(), """
                {"clientId": "bank-feed-%s", "name": "%s", "grants": %s}""".formatted(random(), NAME, GRANTS)).json().path("id")
                .asString();
        emergency = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into emergency_grant (id, account, role, department, area, division, reason, taken_at, ends_at)
                values (?, ?, 'township-officer', 'rural-affairs', '451481101', '451481101000', ?, utc_timestamp(6),
                        utc_timestamp(6) + interval 1 hour)
                """).param(emergency).param(person).param(REASON).update();
        secret = suite.api("POST", "/service-accounts/" + machine + "/secrets", owner.token(), "{}").json().path("id").asString();
    }

    @TestFactory
    Stream<DynamicNode> nobodySeesWhatIsNotHis() {
        return StrangersTest.of("http://127.0.0.1:" + suite.port())
                .owner(owner)
                .neighbour(TestToken.person("administrator-of-longzhou").grant("system-administrator", "information", "451423"))
                .neighbour(TestToken.person("administrator-of-another-township").grant("system-administrator", "information",
                        "451481100"))
                .wrongRole(TestToken.person("bank").grant("bank-officer", "banking", "451481"))
                .wrongRole(TestToken.person("clerk").grant("village-clerk", "rural-affairs", "451481101201"))
                .secret(person, machine, secret, emergency, REASON, NAME, "huang.xiulan")
                .operation("GET", BASE + "/accounts", it -> it.list().filter("area", "451481101"))
                .operation("POST", BASE + "/accounts", it -> it.header("Idempotency-Key", random())
                        .body("{\"login\": \"stranger\", \"name\": \"x\", \"grants\": %s}".formatted(GRANTS)))
                .operation("GET", BASE + "/accounts/{id}", it -> it.path("id", person))
                .operation("PUT", BASE + "/accounts/{id}/grants",
                        it -> it.path("id", person).body("{\"grants\": %s}".formatted(GRANTS)))
                .operation("PUT", BASE + "/accounts/{id}/lock", it -> it.path("id", person))
                .operation("DELETE", BASE + "/accounts/{id}/lock", it -> it.path("id", person))
                .operation("PUT", BASE + "/accounts/{id}/password", it -> it.path("id", person)
                        .body("{\"temporaryPassword\": \"given by a stranger 1\"}"))
                .operation("GET", BASE + "/service-accounts", it -> it.list().filter("area", "451481101"))
                .operation("POST", BASE + "/service-accounts", it -> it.header("Idempotency-Key", random())
                        .body("{\"clientId\": \"stranger-feed\", \"name\": \"x\", \"grants\": %s}".formatted(GRANTS)))
                .operation("GET", BASE + "/service-accounts/{id}/secrets", it -> it.path("id", machine))
                .operation("POST", BASE + "/service-accounts/{id}/secrets", it -> it.path("id", machine)
                        .header("Idempotency-Key", random()).body("{}"))
                .operation("DELETE", BASE + "/service-accounts/{id}/secrets/{secret}",
                        it -> it.path("id", machine).path("secret", secret))
                .operation("GET", BASE + "/audit-entries", it -> it.list().filter("area", "451481101")
                        .filter("subjectKind", "account").filter("subject", person))
                .operation("GET", BASE + "/me", it -> it.forEveryCaller().failsForTheOwner())
                .operation("POST", BASE + "/key-rotations", it -> it.header("Idempotency-Key", random()))
                .operation("GET", BASE + "/key-rotations", it -> it.failsForTheOwner())
                .operation("GET", BASE + "/key-rotations/{id}", it -> it.path("id", "1").failsForTheOwner())
                .operation("GET", BASE + "/emergency-grants", it -> it.list().filter("area", "451481101"))
                .operation("PUT", BASE + "/emergency-grants/{id}/review", it -> it.path("id", emergency)
                        .body("{\"remark\": \"by a stranger\"}"))
                .operation("GET", BASE + "/me/emergency-grants", it -> it.list().failsForTheOwner())
                .operation("POST", BASE + "/me/emergency-grants", it -> it.header("Idempotency-Key", random())
                        .body("{\"area\": \"451481101\", \"reason\": \"%s\"}".formatted(REASON)))
                .operation("DELETE", BASE + "/me/emergency-grants/{id}", it -> it.path("id", emergency))
                .operation("PUT", BASE + "/me/password", it -> it.forEveryRole()
                        .body("{\"present\": \"not the password\", \"wanted\": \"my own choice 5\"}"))
                .tests();
    }

    private static String random() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
