package org.jingzhun.supervision;

import org.jingzhun.test.architecture.EveryEndpointIsGuarded;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@SupervisionServiceTest
class EveryEndpointIsGuardedTest {

    @Autowired
    ApplicationContext context;

    @Test
    void everyEndpointSaysWhoMayCallIt() {
        EveryEndpointIsGuarded.check(context);
    }
}
