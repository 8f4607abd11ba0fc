package org.jingzhun.identity;

import org.jingzhun.test.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

    @Test
    void featuresMeetOnlyThroughWhatTheyMakePublic() {
        ApplicationModules.of(IdentityServiceApplication.class).verify();
    }

    @Test
    void theRulesOfAllServicesHold() {
        ArchitectureRules.of("org.jingzhun.identity").check();
    }
}
