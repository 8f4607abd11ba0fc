package org.jingzhun.industry;

import java.util.stream.Stream;

import org.jingzhun.test.stranger.StrangersTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of the service, tried by strangers with identifiers of records that exist. */
@IndustryServiceTest
class NobodySeesWhatIsNotHisTest {

    private static final String ENTERPRISES = "/api/industry/v1/enterprises";
    private static final String CODE = "91451481MA5KCCCC3Y";

    @Autowired
    Api api;

    @TestFactory
    Stream<DynamicNode> nobodySeesWhatIsNotHis() {
        api.given(CODE, "451481101201");
        var body = Api.body(CODE, "451481101201", "COOPERATIVE", "null");

        return StrangersTest.of(api.address())
                .owner(Api.INDUSTRY.grant("inspector", "discipline", "451481"))
                .neighbour(Api.LONGZHOU)
                .neighbour(TestToken.person("town").grant("department-officer", "industry", "451481100"))
                .wrongRole(TestToken.person("bank").grant("bank-officer", "banking", "451481"))
                .wrongRole(TestToken.person("operator").grant("operator", "industry", "451481"))
                .secret(CODE, "友谊镇八角合作社")
                .operation("GET", ENTERPRISES, it -> it.list().filter("area", "451481101").filter("kind", "COOPERATIVE")
                        .filter("level", "COUNTY"))
                .operation("GET", ENTERPRISES + "/{creditCode}", it -> it.path("creditCode", CODE))
                .operation("GET", ENTERPRISES + "/{creditCode}/versions", it -> it.path("creditCode", CODE))
                .operation("POST", ENTERPRISES, it -> it.header("Idempotency-Key", "stranger-0001").body(body))
                .operation("PUT", ENTERPRISES + "/{creditCode}",
                        it -> it.path("creditCode", CODE).header("If-Match", "\"v1\"").body(body))
                .operation("PUT", ENTERPRISES + "/{creditCode}/closing", it -> it.path("creditCode", CODE)
                        .header("If-Match", "\"v1\"").body("{\"on\":\"2024-01-01\",\"reason\":\"stranger\"}"))
                .operation("GET", "/api/industry/v1/audit-entries",
                        it -> it.list().filter("area", "451481101").filter("subjectKind", "enterprise")
                                .filter("subject", CODE))
                .operation("GET", "/api/industry/v1/facts", it -> it.failsForTheOwner())
                .tests();
    }
}
