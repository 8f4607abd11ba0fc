package org.jingzhun.finance.fundsource;

import org.jingzhun.starter.ledger.Ledger;
import org.jingzhun.starter.ledger.Ledgers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the ledger of sources of funds. */
@Configuration(proxyBeanMethods = false)
class FundSourceConfiguration {

    @Bean
    Ledger<FundSource> fundSources(Ledgers ledgers) {
        return ledgers.of(new FundSourceTable());
    }
}
