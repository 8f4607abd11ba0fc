package org.jingzhun.starter.watch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.jingzhun.starter.database.ServiceWithDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The names in docs/metrics.md are promises: rules that wake people up are made of them. */
@SpringBootTest(classes = ServiceWithDatabase.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
        "jingzhun.test.schema=jz_watch", "management.server.port=0"})
class WatchTest {

    @LocalServerPort
    int port;
    @LocalManagementPort
    int management;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Levels levels;

    @Test
    void everyServiceShowsWhatTheTablePromises() throws Exception {
        jdbc.sql("insert ignore into feed_state (id, epoch, epoch_started, position) values (1, 'E', utc_timestamp(6), 41)")
                .update();
        jdbc.sql("""
                insert into feed_cursor (source, generation, position, head, replaying, last_read_at)
                values ('household', 1, 30, 41, true, utc_timestamp(6))""").update();
        levels.look();
        get(port, "/api/nothing/v1/here");

        System.gc(); // pauses are shown from the first one on, jobs from their first run
        var promised = MetricsTable.of("every service with a database");
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            var shown = get(management, "/actuator/prometheus");
            assertThat(shown).contains("jingzhun_feed_read_lag{source=\"household\"} 11.0", "jingzhun_feed_waiting 0.0");
            assertThat(promised).allMatch(name -> MetricsTable.shows(shown, name));
        });
    }

    @Test
    void theManagementPortShowsNothingElse() throws Exception {
        assertThat(get(management, "/actuator/env")).doesNotStartWith("200");
        assertThat(get(port, "/actuator/prometheus")).doesNotContain("jvm_memory_used_bytes");
    }

    /** Whoever builds a panel names something that is there: other tests hold the table against the real endpoints. */
    @Test
    void theDashboardShowsOnlyWhatTheTablePromises() throws IOException {
        var promised = MetricsTable.all();
        var used = MetricsTable.usedIn(Files.readString(Path.of("../deploy/grafana/dashboards/jingzhun.json")));

        assertThat(used).hasSizeGreaterThan(10);
        assertThat(promised).containsAll(used);
    }

    private static String get(int port, String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                    BodyHandlers.ofString());
            return answer.statusCode() + "\n" + answer.body();
        }
    }
}
