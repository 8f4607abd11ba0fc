package org.jingzhun.starter.idempotency;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How keys are kept.
 *
 * @param keepFor how long a key is remembered; a repeat after that creates anew
 */
@ConfigurationProperties("jingzhun.idempotency")
record IdempotencySettings(@DefaultValue("7d") Duration keepFor) {}
