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
 * @param algorithm for new keys; older fields stay readable
 * @param reloadEvery how often keys made by other instances are looked for, and the file for a new master key
 */
@ConfigurationProperties("jingzhun.crypto")
record CryptoSettings(@Nullable Path keyRing, @DefaultValue("SM4_GCM") Algorithm algorithm,
        @DefaultValue("20s") Duration reloadEvery) {}
