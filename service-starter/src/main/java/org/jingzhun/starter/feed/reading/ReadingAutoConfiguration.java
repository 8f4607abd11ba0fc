package org.jingzhun.starter.feed.reading;

import java.time.Clock;
import java.util.List;

import io.micrometer.tracing.Tracer;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.AuditAutoConfiguration;
import org.jingzhun.starter.database.DatabaseAutoConfiguration;
import org.jingzhun.starter.database.Transactions;
import org.jingzhun.starter.problem.ProblemAutoConfiguration;
import org.jingzhun.starter.problem.Problems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Reading for a service that has a {@link FeedSource}. */
@AutoConfiguration(after = {DatabaseAutoConfiguration.class, AuditAutoConfiguration.class,
        ProblemAutoConfiguration.class}, afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnBean({FeedSource.class, Transactions.class, Audit.class})
@ConditionalOnProperty("jingzhun.feed.service")
@EnableConfigurationProperties(ReadingSettings.class)
public class ReadingAutoConfiguration {

    @Bean
    ReadStates readStates(JdbcClient jdbc, Clock clock) {
        return new ReadStates(jdbc, clock);
    }

    @Bean
    ParkedFacts parkedFacts(JdbcClient jdbc, Clock clock) {
        return new ParkedFacts(jdbc, clock);
    }

    @Bean
    ReadingLoops readingLoops(List<FeedSource> sources, List<FactListener> listeners, ReadStates states, ParkedFacts parked,
            PlatformTransactionManager transactions, ReadingSettings settings, ObjectProvider<Tracer> tracer) {
        return new ReadingLoops(sources.stream()
                .map(source -> new FeedReader(source, listenerOf(source, listeners), states, parked, transactions, settings))
                .toList(), settings.every(), tracer.getIfAvailable(() -> Tracer.NOOP));
    }

    private static FactListener listenerOf(FeedSource source, List<FactListener> listeners) {
        var its = listeners.stream().filter(listener -> listener.source().equals(source.name())).toList();
        if (its.size() != 1) {
            throw new IllegalStateException(
                    "%d listeners for the feed of %s instead of one".formatted(its.size(), source.name()));
        }
        return its.getFirst();
    }

    @Bean
    NudgeController nudgeController(ReadingLoops loops) {
        return new NudgeController(loops);
    }

    @Bean
    FeedsController feedsController(ReadStates states, ParkedFacts parked, ReadingLoops loops, Transactions transactions,
            Audit audit) {
        return new FeedsController(states, parked, loops, transactions, audit);
    }

    @Bean
    ParkedFactController parkedFactController(ParkedFacts parked, ReadingLoops loops, Transactions transactions, Audit audit) {
        return new ParkedFactController(parked, loops, transactions, audit);
    }

    @Bean
    @ConditionalOnBean(Problems.class)
    ReadingProblems readingProblems(Problems problems) {
        return new ReadingProblems(problems);
    }
}
