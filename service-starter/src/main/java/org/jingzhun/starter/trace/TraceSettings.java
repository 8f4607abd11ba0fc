package org.jingzhun.starter.trace;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where traces go.
 *
 * @param url where a collector takes OTLP by HTTP, such as {@code http://127.0.0.1:4318/v1/traces}; without it nothing is traced
 * @param sampled the share of requests that are traced, where the gateway has not decided it; 0 to 1
 */
@ConfigurationProperties("jingzhun.traces")
record TraceSettings(@Nullable String url, @DefaultValue("0.05") double sampled) {

    /** Name of the setting that turns it all on. */
    static final String URL = "jingzhun.traces.url";

    TraceSettings {
        if (sampled < 0 || sampled > 1) {
            throw new IllegalArgumentException("jingzhun.traces.sampled is a share, from 0 to 1");
        }
    }
}
