package org.jingzhun.starter.feed;

import java.time.Clock;

import org.jingzhun.starter.database.DatabaseAutoConfiguration;
import org.jingzhun.starter.database.Transactions;
import org.jingzhun.starter.machine.MachineAutoConfiguration;
import org.jingzhun.starter.machine.MachineTokens;
import org.jingzhun.starter.problem.ProblemAutoConfiguration;
import org.jingzhun.starter.problem.Problems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The feed of a service that names itself by {@code jingzhun.feed.service}. */
@AutoConfiguration(after = {DatabaseAutoConfiguration.class, ProblemAutoConfiguration.class,
        MachineAutoConfiguration.class}, afterName = {
                "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
                "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration"})
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnBean({Transactions.class, JdbcTemplate.class})
@ConditionalOnProperty("jingzhun.feed.service")
@EnableConfigurationProperties(FeedSettings.class)
public class FeedAutoConfiguration {

    @Bean
    FeedState feedState(JdbcClient jdbc, Clock clock) {
        return new FeedState(jdbc, clock);
    }

    @Bean
    Sequencer factSequencer(JdbcClient jdbc, Transactions transactions, FeedState state, FeedSettings settings) {
        return new Sequencer(jdbc, transactions, state, settings.batch());
    }

    @Bean
    Nudges nudges(FeedSettings settings, ObjectProvider<MachineTokens> tokens) {
        return new Nudges(settings, () -> tokens.getObject().token());
    }

    @Bean
    Placing factPlacing(Sequencer sequencer, FeedState state, Nudges nudges, FeedSettings settings) {
        return new Placing(sequencer, state, nudges, settings.placeEvery());
    }

    @Bean
    Facts facts(JdbcTemplate jdbc, JsonMapper json, Clock clock, Placing placing) {
        return new Facts(jdbc, json, clock, placing::wake);
    }

    @Bean
    FeedPages feedPages(JdbcClient jdbc, FeedState state, FeedSettings settings) {
        return new FeedPages(jdbc, state, settings.scan());
    }

    @Bean
    FactController factController(FeedPages pages, FeedSettings settings) {
        return new FactController(pages, settings);
    }

    @Bean
    @ConditionalOnBean(Problems.class)
    FeedProblems feedProblems(Problems problems) {
        return new FeedProblems(problems);
    }
}
