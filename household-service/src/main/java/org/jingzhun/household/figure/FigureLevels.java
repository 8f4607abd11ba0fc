package org.jingzhun.household.figure;

import org.jingzhun.starter.watch.Level;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What operators see of figures: rows that every figure adds up itself until they are folded. */
@Configuration(proxyBeanMethods = false)
class FigureLevels {

    @Bean
    Level figuresUnfolded() {
        return new Level("jingzhun.figures.unfolded", "Rows that are not folded yet, counted up to 100,000",
                "select count(*) from (select 1 from figure_delta limit 100000) unfolded");
    }
}
