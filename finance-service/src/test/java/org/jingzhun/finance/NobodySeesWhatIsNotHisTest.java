package org.jingzhun.finance;

import java.util.stream.Stream;

import org.jingzhun.test.stranger.StrangersTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of the service, tried by strangers with identifiers of records that exist. */
@FinanceServiceTest
class NobodySeesWhatIsNotHisTest {

    private static final String SOURCES = "/api/finance/v1/fund-sources";
    private static final String NUMBER = "ST-SOURCE-1";

    @Autowired
    Api api;

    @TestFactory
    Stream<DynamicNode> nobodySeesWhatIsNotHis() {
        api.given(NUMBER, "451481101000");
        var body = Api.body(NUMBER, "451481101000", "7.00");

        return StrangersTest.of(api.address())
                .owner(Api.FINANCE.grant("inspector", "discipline", "451481"))
                .neighbour(Api.LONGZHOU)
                .neighbour(TestToken.person("town").grant("finance-officer", "finance", "451481100"))
                .wrongRole(TestToken.person("bank").grant("bank-officer", "banking", "451481"))
                .wrongRole(TestToken.person("operator").grant("operator", "industry", "451481"))
                .secret(NUMBER, "桂财农〔2020〕12号")
                .operation("GET", SOURCES, it -> it.list().filter("area", "451481101").filter("kind", "AGRICULTURE_RELATED")
                        .filter("level", "PROVINCE").filter("year", "2020"))
                .operation("GET", SOURCES + "/{number}", it -> it.path("number", NUMBER))
                .operation("GET", SOURCES + "/{number}/versions", it -> it.path("number", NUMBER))
                .operation("POST", SOURCES, it -> it.header("Idempotency-Key", "stranger-0001").body(body))
                .operation("PUT", SOURCES + "/{number}",
                        it -> it.path("number", NUMBER).header("If-Match", "\"v1\"").body(body))
                .operation("PUT", SOURCES + "/{number}/closing", it -> it.path("number", NUMBER)
                        .header("If-Match", "\"v1\"").body("{\"on\":\"2024-01-01\",\"reason\":\"stranger\"}"))
                .operation("GET", "/api/finance/v1/audit-entries",
                        it -> it.list().filter("area", "451481101").filter("subjectKind", "fund-source")
                                .filter("subject", NUMBER))
                .operation("GET", "/api/finance/v1/facts", it -> it.failsForTheOwner())
                .tests();
    }
}
