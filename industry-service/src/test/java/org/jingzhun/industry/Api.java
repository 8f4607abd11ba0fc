package org.jingzhun.industry;

import org.jingzhun.test.service.ServiceApi;
import org.jingzhun.test.token.TestToken;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** The service as its users call it. */
@TestComponent
public class Api extends ServiceApi {

    public static final TestToken INDUSTRY = TestToken.person("industry").grant("department-officer", "industry", "451481");
    public static final TestToken HEALTH = TestToken.person("health").grant("department-officer", "health", "451481");
    public static final TestToken LONGZHOU = TestToken.person("longzhou").grant("county-officer", "rural-affairs", "451423");

    public static final TestToken READER = TestToken.service("reader").grant("feed-reader", "information", "451481");

    Api(Environment environment) {
        super(environment, "/api/industry/v1");
    }

    /** A cooperative of Pingxiang, entered by the officer of its industry department; what is there already stays. */
    public void given(String creditCode, String division) {
        var answer = post(INDUSTRY, "/enterprises", body(creditCode, division, "COOPERATIVE", "\"COUNTY\""), "Idempotency-Key",
                "given-" + creditCode);
        if (answer.status() != 201) {
            throw new AssertionError(answer.body());
        }
    }

    /** @param level as JSON: a text or null */
    public static String body(String creditCode, String division, String kind, String level) {
        return """
                {"creditCode":"%s","division":"%s","name":"友谊镇八角合作社","kind":"%s","level":%s}
                """.formatted(creditCode, division, kind, level);
    }
}
