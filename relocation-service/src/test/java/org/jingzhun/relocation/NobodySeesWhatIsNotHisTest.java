package org.jingzhun.relocation;

import java.util.stream.Stream;

import org.jingzhun.test.stranger.StrangersTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of the service, tried by strangers with identifiers of records that exist. */
@RelocationServiceTest
class NobodySeesWhatIsNotHisTest {

    private static final String SETTLEMENTS = "/api/relocation/v1/settlements";
    private static final String NUMBER = "ST-SETTLEMENT-1";

    @Autowired
    Api api;

    @TestFactory
    Stream<DynamicNode> nobodySeesWhatIsNotHis() {
        api.given(NUMBER, "451481101201", "2.000");
        var body = Api.body(NUMBER, "451481101201", "2.5");

        return StrangersTest.of(api.address())
                .owner(Api.RELOCATION.grant("inspector", "discipline", "451481"))
                .neighbour(Api.LONGZHOU)
                .neighbour(TestToken.person("town").grant("relocation-officer", "relocation", "451481100"))
                .wrongRole(TestToken.person("bank").grant("bank-officer", "banking", "451481"))
                .wrongRole(TestToken.person("operator").grant("operator", "industry", "451481"))
                .secret(NUMBER, "平而关旁")
                .operation("GET", SETTLEMENTS, it -> it.list().filter("area", "451481101").filter("borderBand", "FIRST_LINE")
                        .filter("kind", "BORDER_LINE"))
                .operation("GET", SETTLEMENTS + "/{number}", it -> it.path("number", NUMBER))
                .operation("GET", SETTLEMENTS + "/{number}/versions", it -> it.path("number", NUMBER))
                .operation("POST", SETTLEMENTS, it -> it.header("Idempotency-Key", "stranger-0001")
                        .body(Api.body("ST-SETTLEMENT-2", "451481101201", "2.5")))
                .operation("PUT", SETTLEMENTS + "/{number}",
                        it -> it.path("number", NUMBER).header("If-Match", "\"v1\"").body(body))
                .operation("PUT", SETTLEMENTS + "/{number}/closing", it -> it.path("number", NUMBER)
                        .header("If-Match", "\"v1\"").body("{\"on\":\"2024-01-01\",\"reason\":\"stranger\"}"))
                .operation("GET", "/api/relocation/v1/audit-entries",
                        it -> it.list().filter("area", "451481101").filter("subjectKind", "settlement")
                                .filter("subject", NUMBER))
                .operation("GET", "/api/relocation/v1/facts", it -> it.failsForTheOwner())
                .tests();
    }
}
