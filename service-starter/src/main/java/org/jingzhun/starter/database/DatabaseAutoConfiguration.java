package org.jingzhun.starter.database;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.transaction.PlatformTransactionManager;

/** Transactions and migrations for every service with a database. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration", beforeName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
@ConditionalOnClass(JdbcClient.class)
@EnableConfigurationProperties(DatabaseSettings.class)
public class DatabaseAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnSingleCandidate(PlatformTransactionManager.class)
    Transactions transactions(PlatformTransactionManager manager) {
        return new Transactions(manager);
    }

    /** Makes {@link RetryDeadlocks} work; its proxy lies outside that of the transaction. */
    @Configuration(proxyBeanMethods = false)
    @EnableResilientMethods(proxyTargetClass = true)
    static class Retries {}

    /** Only where Flyway is there. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({FlywayMigrationStrategy.class, JdbcConnectionDetails.class})
    static class Migrations {

        @Bean
        @ConditionalOnMissingBean
        FlywayMigrationStrategy migration(ObjectProvider<JdbcConnectionDetails> application, DatabaseSettings settings) {
            return new Migration(new TableRights(application.getIfAvailable(), settings));
        }
    }
}
