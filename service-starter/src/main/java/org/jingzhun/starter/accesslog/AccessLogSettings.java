package org.jingzhun.starter.accesslog;

import java.time.Duration;
import java.time.Period;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the access log is written and how long it is kept.
 *
 * @param flushEvery how long an entry waits at most before it is written with others
 * @param capacity entries that may wait; beyond it, whoever opens something writes his own
 * @param keepFor how long entries are kept; the database itself keeps them for three years at least
 */
@ConfigurationProperties("jingzhun.access-log")
record AccessLogSettings(@DefaultValue("500ms") Duration flushEvery, @DefaultValue("10000") int capacity,
        @DefaultValue("3y") Period keepFor) {}
