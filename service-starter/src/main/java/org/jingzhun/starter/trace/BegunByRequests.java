package org.jingzhun.starter.trace;

import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;

/**
 * A request begins a trace, and a nudge to read a feed; nothing else does. A call to another service belongs to one of these: a feed that is looked at every
 * second would otherwise fill the collector with looks that found nothing.
 */
class BegunByRequests implements Sampler {

    private final Sampler others;

    BegunByRequests(Sampler others) {
        this.others = others;
    }

    @Override
    public SamplingResult shouldSample(Context parent, String traceId, String name, SpanKind kind, Attributes attributes,
            List<LinkData> links) {
        return kind == SpanKind.SERVER || kind == SpanKind.CONSUMER
                ? others.shouldSample(parent, traceId, name, kind, attributes, links)
                : SamplingResult.drop();
    }

    @Override
    public String getDescription() {
        return "BegunByRequests{" + others.getDescription() + "}";
    }
}
