package org.jingzhun.starter.ledger;

import java.time.Clock;

import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.AuditAutoConfiguration;
import org.jingzhun.starter.database.DatabaseAutoConfiguration;
import org.jingzhun.starter.database.Transactions;
import org.jingzhun.starter.feed.Facts;
import org.jingzhun.starter.feed.FeedAutoConfiguration;
import org.jingzhun.starter.problem.ProblemAutoConfiguration;
import org.jingzhun.starter.problem.Problems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ledgers for every service with a database and an audit. */
@AutoConfiguration(after = {AuditAutoConfiguration.class, DatabaseAutoConfiguration.class, FeedAutoConfiguration.class,
        ProblemAutoConfiguration.class})
@ConditionalOnClass(JdbcClient.class)
public class LedgerAutoConfiguration {

    @Bean
    @ConditionalOnBean({Audit.class, Transactions.class})
    Ledgers ledgers(JdbcClient jdbc, Transactions transactions, Audit audit, ObjectProvider<Facts> facts, Clock clock) {
        return new Ledgers(jdbc, transactions, audit, facts.getIfAvailable(), clock);
    }

    @Bean
    @ConditionalOnBean(Problems.class)
    LedgerProblems ledgerProblems(Problems problems) {
        return new LedgerProblems(problems);
    }
}
