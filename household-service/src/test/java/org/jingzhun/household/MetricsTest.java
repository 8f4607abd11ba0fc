package org.jingzhun.household;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

import org.jingzhun.test.server.EmbeddedMariaDb;
import org.jingzhun.test.token.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The names in docs/metrics.md are promises: rules that wake people up are made of them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"jingzhun.test.schema=jz_household_metrics",
        "management.server.port=0", "jingzhun.page.cursor-key=only-for-these-tests", "jingzhun.watch.every=200ms"})
@Import({EmbeddedMariaDb.class, TestTokens.class})
class MetricsTest {

    private static final Pattern ROW = Pattern
            .compile("(?m)^\\| `([a-z0-9_]+)` \\| (household-service|every service with a database) \\|");
    /** Of readers, and of feeds that have begun: here nobody reads, and nobody has told a fact. */
    private static final String OF_FEEDS = "jingzhun_feed_(read_|parked|position).*";

    @LocalServerPort
    int port;
    @LocalManagementPort
    int management;

    @Test
    void theRegisterShowsWhatTheTablePromises() throws Exception {
        get(port, "/api/household/v1/households");
        System.gc(); // its pauses are shown from the first one on
        var promised = ROW.matcher(Files.readString(Path.of("../docs/metrics.md"))).results().map(it -> it.group(1))
                .filter(it -> !it.matches(OF_FEEDS)).toList();
        assertThat(promised).contains("jingzhun_import_rows_rate", "jingzhun_figures_unfolded");

        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            var shown = get(management, "/actuator/prometheus");
            for (var name : promised) {
                assertThat(Pattern.compile("(?m)^" + name + "[ {]").matcher(shown).find()).as(name).isTrue();
            }
        });
    }

    private static String get(int port, String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                    BodyHandlers.ofString()).body();
        }
    }
}
