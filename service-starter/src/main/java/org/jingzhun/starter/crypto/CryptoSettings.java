package org.jingzhun.starter.crypto;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys are.
 *
 * @param keyRing file with the master keys; environment {@code JINGZHUN_KEYRING}
 * @param matchKey file with the key for match keys, if this service makes them; environment {@code JINGZHUN_MATCH_KEY}
 * @param algorithm for new keys; older fields stay readable
 * @param reloadEvery how often keys made by other instances are looked for, and the file for a new master key
 */
@ConfigurationProperties("jingzhun.crypto")
record CryptoSettings(@Nullable Path keyRing, @Nullable Path matchKey, @DefaultValue("SM4_GCM") Algorithm algorithm,
        @DefaultValue("20s") Duration reloadEvery) {}
