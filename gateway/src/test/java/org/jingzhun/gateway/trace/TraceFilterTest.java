package org.jingzhun.gateway.trace;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.jingzhun.gateway.edge.Edge;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class TraceFilterTest {

    static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void aCallerCannotHaveHisRequestKept() throws Exception {
        assertThat(told(0, "01")).doesNotContain(TRACE).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    }

    @Test
    void norCanHeHaveItForgotten() throws Exception {
        assertThat(told(1, "00")).doesNotContain(TRACE).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    private static String told(double sampled, String flag) throws Exception {
        var request = new MockHttpServletRequest("GET", "/api/household/v1/households/1");
        request.addHeader("traceparent", "00-" + TRACE + "-b7ad6b7169203331-" + flag);
        try (var traces = SdkTracerProvider.builder().setSampler(Sampler.traceIdRatioBased(sampled)).build()) {
            new TraceFilter(traces.get("test")).doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        }
        assertThat(MDC.get("traceId")).isNull();
        return String.valueOf(request.getAttribute(Edge.TRACE));
    }
}
