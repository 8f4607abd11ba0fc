package org.jingzhun.industry;

import org.jingzhun.test.architecture.EveryEndpointIsGuarded;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@IndustryServiceTest
class EveryEndpointIsGuardedTest {

    @Autowired
    ApplicationContext context;

    @Test
    void everyEndpointSaysWhoMayCallIt() {
        EveryEndpointIsGuarded.check(context);
    }
}
