package org.jingzhun.starter.trace;

import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;

/**
 * A call to another service begins no trace, it belongs to one: a feed that is looked at every second would otherwise fill the collector with looks that found
 * nothing. A feed that was nudged is read in a trace of its own.
 */
class BegunByRequests implements Sampler {

    private final Sampler others;

    BegunByRequests(Sampler others) {
        this.others = others;
    }

    @Override
    public SamplingResult shouldSample(Context parent, String traceId, String name, SpanKind kind, Attributes attributes,
            List<LinkData> links) {
        return kind == SpanKind.CLIENT
                ? SamplingResult.drop()
                : others.shouldSample(parent, traceId, name, kind, attributes, links);
    }

    @Override
    public String getDescription() {
        return "BegunByRequests{" + others.getDescription() + "}";
    }
}
