package org.jingzhun.gateway;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** The names in docs/metrics.md are promises: rules that wake people up are made of them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class MetricsTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9_]+)` \\| gateway \\|");

    @LocalServerPort
    int port;
    @LocalManagementPort
    int management;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        Surroundings.settings(settings);
    }

    @BeforeEach
    void fresh() {
        Surroundings.reset();
    }

    @Test
    void theGatewayShowsWhatTheTablePromises() throws Exception {
        new Client(port).get("/");
        new Client(port).get("/api/household/v3/api-docs");

        var shown = new Client(management).get("/actuator/prometheus").body();

        var promised = ROW.matcher(Files.readString(Path.of("../docs/metrics.md"))).results().map(it -> it.group(1)).toList();
        assertThat(promised).isNotEmpty();
        for (var name : promised) {
            assertThat(Pattern.compile("(?m)^" + name + "[ {]").matcher(shown).find()).as(name).isTrue();
        }
    }
}
