package org.jingzhun.starter.rotation;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a rotation of keys goes on.
 *
 * @param lookEvery pause between two looks whether there is something to do
 * @param overlap how long after it was made a new key is first used, and how long is waited before a pass; longer than
 *     {@code jingzhun.crypto.reload-every} and than any transaction
 */
@ConfigurationProperties("jingzhun.rotation")
record RotationSettings(@DefaultValue("5s") Duration lookEvery, @DefaultValue("2m") Duration overlap) {}
