package org.jingzhun.gateway.trace;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where traces go.
 *
 * @param url where a collector takes OTLP by HTTP; empty where nothing is traced
 * @param sampled the share of requests whose trace is kept
 */
@Validated
@ConfigurationProperties("jingzhun.gateway.trace")
record TraceSettings(String url, @DecimalMin("0") @DecimalMax("1") double sampled) {}
