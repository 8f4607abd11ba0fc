package org.jingzhun.supervision.feed;

import java.time.Duration;

import org.jingzhun.supervision.Api;
import org.jingzhun.supervision.SupervisionServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Without any neighbour the service starts, answers, and says what is out. */
@SupervisionServiceTest
class AloneTest {

    @Autowired
    Api api;

    @Autowired
    FeedsHealth health;

    @Test
    void whatIsOutIsSaidAndTheServiceIsWell() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var feeds = api.get(Api.COUNTRY, "/feeds").json().path("items");
            assertThat(feeds.valueStream().map(it -> it.path("source").asString() + " " + it.path("state").asString()))
                    .containsExactlyInAnyOrder("finance OUT", "household OUT", "industry OUT", "relocation OUT");
            assertThat(feeds.valueStream().map(it -> it.path("error").asString()))
                    .allSatisfy(error -> assertThat(error).isNotBlank());
        });

        assertThat(api.get(Api.PINGXIANG, "/reported-states?source=household&kind=household").status()).isEqualTo(200);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsOnlyKeys("finance", "household", "industry", "relocation")
                .allSatisfy((source, words) -> assertThat((String) words).startsWith("out (").endsWith("not read yet"));
    }
}
