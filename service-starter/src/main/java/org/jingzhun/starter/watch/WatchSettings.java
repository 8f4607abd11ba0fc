package org.jingzhun.starter.watch;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How operators see a service.
 *
 * @param every how often the levels that the database knows are asked for
 */
@ConfigurationProperties("jingzhun.watch")
record WatchSettings(@DefaultValue("15s") Duration every) {}
