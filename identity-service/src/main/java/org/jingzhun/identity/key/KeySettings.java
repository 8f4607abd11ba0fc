package org.jingzhun.identity.key;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a signing key lives.
 *
 * @param signsFor how long a key signs before the next one takes over
 * @param publishedBefore how long a new key is published before it signs: longer than anybody remembers the key set
 * @param publishedAfter how long a key is published after its last signature: longer than any token lives
 * @param reread how often an instance looks for keys that another one made; shorter than {@code publishedBefore}
 * @param check how often it is seen to whether the next key is due
 */
@ConfigurationProperties("identity.signing-key")
record KeySettings(
        @DefaultValue("30d") Duration signsFor,
        @DefaultValue("1h") Duration publishedBefore,
        @DefaultValue("1h") Duration publishedAfter,
        @DefaultValue("1m") Duration reread,
        @DefaultValue("10m") Duration check) {}
