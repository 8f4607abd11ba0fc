package org.jingzhun.relocation;

import org.jingzhun.test.service.ServiceApi;
import org.jingzhun.test.token.TestToken;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** The service as its users call it. */
@TestComponent
public class Api extends ServiceApi {

    public static final TestToken RELOCATION = TestToken.person("relocation").grant("relocation-officer", "relocation", "451481");
    public static final TestToken LONGZHOU = TestToken.person("longzhou").grant("relocation-officer", "relocation", "451423");
    public static final TestToken CITY = TestToken.person("city").grant("city-officer", "rural-affairs", "4514");

    public static final TestToken READER = TestToken.service("reader").grant("feed-reader", "information", "451481");

    Api(Environment environment) {
        super(environment, "/api/relocation/v1");
    }

    /** A settlement of Pingxiang, entered by its relocation officer; what is there already stays. */
    public void given(String number, String division, String borderDistance) {
        var answer = post(RELOCATION, "/settlements", body(number, division, borderDistance), "Idempotency-Key",
                "given-" + number);
        if (answer.status() != 201) {
            throw new AssertionError(answer.body());
        }
    }

    public static String body(String number, String division, String borderDistance) {
        return """
                {"number":"%s","division":"%s","name":"平而安置点","kind":"BORDER_LINE","place":"平而关旁","borderDistance":%s,
                 "buildingArea":9600.00,"capacityHouseholds":96,"capacityPersons":384,"facilities":["CLINIC","SCHOOL"]}
                """.formatted(number, division, borderDistance);
    }
}
