package org.jingzhun.supervision.reported;

import org.jingzhun.starter.feed.reading.FactListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whose facts are kept. */
@Configuration(proxyBeanMethods = false)
class ReportedConfiguration {

    @Bean
    FactListener householdFacts(ReportedStore store) {
        return new SourceFacts("household", store);
    }

    @Bean
    FactListener industryFacts(ReportedStore store) {
        return new SourceFacts("industry", store);
    }

    @Bean
    FactListener relocationFacts(ReportedStore store) {
        return new SourceFacts("relocation", store);
    }

    @Bean
    FactListener financeFacts(ReportedStore store) {
        return new SourceFacts("finance", store);
    }
}
