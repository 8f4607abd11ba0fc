package org.jingzhun.starter.cache;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the cache.
 *
 * @param url the Redis of caches; it may be away
 * @param patience how long an answer is waited for
 * @param keepFor how long an entry stays that nobody replaces
 */
@ConfigurationProperties("jingzhun.cache")
public record CacheSettings(String url, @DefaultValue("50ms") Duration patience, @DefaultValue("10m") Duration keepFor) {}
