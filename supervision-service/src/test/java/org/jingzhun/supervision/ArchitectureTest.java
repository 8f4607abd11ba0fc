package org.jingzhun.supervision;

import org.jingzhun.test.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

    @Test
    void featuresMeetOnlyThroughWhatTheyMakePublic() {
        ApplicationModules.of(SupervisionServiceApplication.class).verify();
    }

    @Test
    void whatHoldsInEveryServiceHoldsHere() {
        ArchitectureRules.of("org.jingzhun.supervision").check();
    }
}
