package org.jingzhun.starter.warm;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an instance warms up before it is ready.
 *
 * @param lasting how long; nothing is done for 0
 * @param connections to the database that are opened first
 * @param atOnce questions that it asks itself at the same time
 */
@ConfigurationProperties("jingzhun.warm-up")
record WarmUpSettings(@DefaultValue("0s") Duration lasting, @DefaultValue("10") int connections, @DefaultValue("4") int atOnce) {}
