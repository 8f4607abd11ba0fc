package org.jingzhun.starter.openapi;

import org.jingzhun.starter.probe.Http;
import org.jingzhun.starter.probe.ProbeTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@ProbeTest
class OpenApiTest {

    @LocalServerPort
    int port;

    @Test
    void theStartersArgumentsAreDescribedAsTheCallerSeesThem() {
        var list = document().path("paths").path("/api/probe/v1/records").path("get");

        assertThat(list.path("parameters").valueStream().map(it -> it.path("in").asString() + " " + it.path("name").asString()))
                .containsExactlyInAnyOrder("query area", "query name", "query after", "query limit");
        assertThat(list.path("x-permission").asString()).isEqualTo("household:read");
        assertThat(list.path("responses").propertyNames()).containsExactlyInAnyOrder("200", "default");
        var change = document().path("paths").path("/api/probe/v1/records/{number}").path("put");
        assertThat(change.path("parameters").valueStream().map(it -> it.path("in").asString() + " " + it.path("name").asString()))
                .containsExactlyInAnyOrder("path number", "header If-Match");
        assertThat(change.path("x-permission").asString()).isEqualTo("household:change");
    }

    @Test
    void theDocumentIsTheSameWhereverTheServiceRuns() {
        var document = document();

        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.path("servers").get(0).path("url").asString()).isEqualTo("/");
        assertThat(document.toString()).doesNotContain(Integer.toString(port));
        assertThat(document.path("paths").propertyNames()).allMatch(path -> path.startsWith("/api/"));
        assertThat(document.path("components").path("schemas").has("Problem")).isTrue();
    }

    @Test
    void operationsAreNamedByControllerAndMethod() {
        var path = document().path("paths").path("/api/probe/v1/records");

        assertThat(path.path("get").path("operationId").asString()).isEqualTo("recordsList");
    }

    private JsonNode document() {
        return Http.on(port).get("/v3/api-docs").json();
    }
}
