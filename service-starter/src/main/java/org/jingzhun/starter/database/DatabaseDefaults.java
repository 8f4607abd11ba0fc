package org.jingzhun.starter.database;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** How every service uses its database, unless its own settings say otherwise. */
class DatabaseDefaults implements EnvironmentPostProcessor {

    private static final String DRIVER = "spring.datasource.hikari.data-source-properties.";

    static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("spring.datasource.hikari.connection-timeout", "2000"), // then 503, see InputProblems
            Map.entry("spring.datasource.hikari.maximum-pool-size", "20"),
            Map.entry("spring.datasource.hikari.minimum-idle", "2"),
            Map.entry("spring.datasource.hikari.validation-timeout", "1000"),
            Map.entry("spring.datasource.hikari.initialization-fail-timeout", "-1"), // the database may come later than the service
            Map.entry("spring.datasource.hikari.transaction-isolation", "TRANSACTION_READ_COMMITTED"),
            Map.entry("spring.datasource.hikari.connection-init-sql", "set session innodb_lock_wait_timeout = 5"),
            Map.entry(DRIVER + "connectionTimeZone", "+00:00"),
            Map.entry(DRIVER + "forceConnectionTimeZoneToSession", "true"),
            Map.entry(DRIVER + "characterEncoding", "UTF-8"),
            Map.entry(DRIVER + "rewriteBatchedStatements", "true"),
            Map.entry(DRIVER + "cachePrepStmts", "true"),
            Map.entry(DRIVER + "useLocalSessionState", "true"), // no round trip to set what is set already
            Map.entry(DRIVER + "allowLoadLocalInfile", "false"), // a service that loads files says so itself
            Map.entry(DRIVER + "connectTimeout", "2000"),
            Map.entry(DRIVER + "tcpKeepAlive", "true"),
            Map.entry("spring.flyway.locations", "classpath:db/starter,classpath:db/migration"),
            Map.entry("spring.flyway.out-of-order", "true"), // tables of the starter are versions 0.x, and come later too
            Map.entry("spring.flyway.fail-on-missing-locations", "false"));

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("jingzhun database defaults", DEFAULTS));
    }
}
