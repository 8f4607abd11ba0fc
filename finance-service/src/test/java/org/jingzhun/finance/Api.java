package org.jingzhun.finance;

import org.jingzhun.test.service.ServiceApi;
import org.jingzhun.test.token.TestToken;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** The service as its users call it. */
@TestComponent
public class Api extends ServiceApi {

    public static final TestToken FINANCE = TestToken.person("finance").grant("finance-officer", "finance", "451481");
    public static final TestToken LONGZHOU = TestToken.person("longzhou").grant("finance-officer", "finance", "451423");

    public static final TestToken READER = TestToken.service("reader").grant("feed-reader", "information", "451481");

    Api(Environment environment) {
        super(environment, "/api/finance/v1");
    }

    /** Money of the forestry line for Pingxiang, entered by its finance officer; what is there already stays. */
    public void given(String number, String division) {
        var answer = post(FINANCE, "/fund-sources", body(number, division, "3000000.00"), "Idempotency-Key", "given-" + number);
        if (answer.status() != 201) {
            throw new AssertionError(answer.body());
        }
    }

    public static String body(String number, String division, String amount) {
        return """
                {"number":"%s","division":"%s","kind":"AGRICULTURE_RELATED","level":"PROVINCE","budgetSubject":"2130205",
                 "sourceDepartment":"林业局","documentNumber":"桂财农〔2020〕12号","year":2020,"amount":"%s"}
                """.formatted(number, division, amount);
    }
}
