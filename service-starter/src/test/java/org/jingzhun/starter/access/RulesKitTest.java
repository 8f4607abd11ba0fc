package org.jingzhun.starter.access;

import org.jingzhun.test.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RulesKitTest {

    @Test
    void theStarterKeepsTheRules() {
        ArchitectureRules.of("org.jingzhun.starter").check();
    }

    @Test
    void rulesThatLookAtNothingFail() {
        assertThatThrownBy(() -> ArchitectureRules.of("org.jingzhun.nowhere")).isInstanceOf(AssertionError.class);
    }
}
