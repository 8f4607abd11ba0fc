package org.jingzhun.household;

import org.jingzhun.test.service.ServiceApi;
import org.jingzhun.test.token.TestToken;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** The service as its users call it. */
@TestComponent
public class Api extends ServiceApi {

    public static final TestToken COUNTY = TestToken.person("county").grant("county-officer", "rural-affairs", "451481");
    public static final TestToken COUNTY2 = TestToken.person("county2").grant("county-officer", "rural-affairs", "451481");
    public static final TestToken TOWN = TestToken.person("town").grant("township-officer", "rural-affairs", "451481101");
    public static final TestToken NEIGHBOUR = TestToken.person("neighbour").grant("township-officer", "rural-affairs",
            "451481100");
    public static final TestToken CLERK = TestToken.person("clerk").grant("village-clerk", "rural-affairs", "451481101201");

    Api(Environment environment) {
        super(environment, "/api/household/v1");
    }
}
