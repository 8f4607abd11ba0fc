package org.jingzhun.gateway;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages that the gateway serves itself, and what is for operators only. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "PUBLIC_URL=https://jingzhun.example")
class PagesTest {

    @LocalServerPort
    int port;

    @LocalManagementPort
    int management;

    @Autowired
    Environment environment;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        Surroundings.settings(settings);
    }

    @BeforeEach
    void fresh() {
        Surroundings.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/gateway.css", "/texts.js", "/landing.js", "/icon.svg", "/api-docs", "/api-docs/api-docs.js",
            "/api-docs/ui/swagger-ui.css", "/api-docs/ui/swagger-ui-bundle.js"})
    void aPageIsServedUnderTheStrictPolicy(String path) {
        var answer = new Client(port).get(path, Map.of("Sec-Fetch-Mode", "navigate", "Accept", "text/html"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Security-Policy")).doesNotContain("unsafe");
        assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=31536000");
        assertThat(answer.header("Content-Type")).doesNotContain("octet-stream");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/index.html", "/api-docs/index.html"})
    void noPageNeedsWhatThePolicyForbids(String page) {
        assertThat(new Client(port).get(page).body()).doesNotContainPattern("<script>|<style|style=|\\son[a-z]+=|https?://");
    }

    @Test
    void theIndexListsTheServicesInTheReadersLanguage() {
        var index = new Client(port).get("/api-docs/services", Map.of("Accept-Language", "en"));
        assertThat(index.body()).startsWith(
                "[{\"id\":\"household\",\"name\":\"The household service\",\"document\":\"/api/household/v3/api-docs\"},");
        assertThat(index.json().valueStream().map(service -> service.path("id").asString())).containsExactly("household",
                "industry", "relocation", "finance", "supervision", "identity");
        assertThat(index.json().valueStream().map(service -> service.path("name").asString())).contains("The finance service",
                "The supervision service");
        assertThat(new Client(port).get("/api-docs/services").body()).contains("农户登记服务");
    }

    @Test
    void operatorsHaveTheirOwnPort() {
        assertThat(new Client(port).get("/actuator/health").status()).isEqualTo(404);
        assertThat(new Client(management).get("/actuator/health").json().path("status").asString()).isEqualTo("UP");
        new Client(port).get("/");
        assertThat(new Client(management).get("/actuator/prometheus").body()).contains("http_server_requests_seconds_count");
        assertThat(new Client(management).get("/actuator/env").status()).isEqualTo(404);
    }
}
