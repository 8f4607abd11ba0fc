package org.jingzhun.industry.enterprise;

import org.jingzhun.starter.ledger.Ledger;
import org.jingzhun.starter.ledger.Ledgers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the ledger of enterprises. */
@Configuration(proxyBeanMethods = false)
class EnterpriseConfiguration {

    @Bean
    Ledger<Enterprise> enterprises(Ledgers ledgers) {
        return ledgers.of(new EnterpriseTable());
    }
}
