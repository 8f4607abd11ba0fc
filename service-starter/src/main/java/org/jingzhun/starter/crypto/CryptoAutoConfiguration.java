package org.jingzhun.starter.crypto;

import java.time.Clock;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys, cipher and digests for every service with a database. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnClass(JdbcClient.class)
@EnableConfigurationProperties(CryptoSettings.class)
public class CryptoAutoConfiguration {

    private static final int READINGS_MISSED = 3;

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(JdbcClient.class)
    KeyRing keyRing(CryptoSettings settings, JdbcClient jdbc, Clock clock) {
        if (settings.keyRing() == null) {
            throw new KeyRingUnusable("No key ring is named, so personal data cannot be encrypted.",
                    "Set JINGZHUN_KEYRING to the file with the master keys (./start makes one).");
        }
        return new KeyRing(KeyRingFile.read(settings.keyRing()), settings.algorithm(), jdbc, clock);
    }

    @Bean
    @ConditionalOnMissingBean
    MatchKey matchKey(CryptoSettings settings) {
        return settings.matchKey() == null ? MatchKey.none() : MatchKey.read(settings.matchKey());
    }

    @Bean
    @ConditionalOnBean(KeyRing.class)
    KeyReload keyReload(KeyRing keys, StoredDigests digests, CryptoSettings settings) {
        return new KeyReload(keys, digests, settings);
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(KeyRing.class)
    FieldCipher fieldCipher(KeyRing keys) {
        return new FieldCipher(keys);
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(KeyRing.class)
    Digests digests(KeyRing keys) {
        return new Digests(keys);
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(KeyRing.class)
    StoredDigests storedDigests(KeyRing keys, Digests digests, JdbcClient jdbc, Clock clock, CryptoSettings settings) {
        return new StoredDigests(keys, digests, jdbc, clock, settings.reloadEvery().multipliedBy(READINGS_MISSED));
    }
}
