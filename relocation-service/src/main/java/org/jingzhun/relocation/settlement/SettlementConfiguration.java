package org.jingzhun.relocation.settlement;

import org.jingzhun.starter.ledger.Ledger;
import org.jingzhun.starter.ledger.Ledgers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the ledger of settlements. */
@Configuration(proxyBeanMethods = false)
class SettlementConfiguration {

    @Bean
    Ledger<Settlement> settlements(Ledgers ledgers) {
        return ledgers.of(new SettlementTable());
    }
}
