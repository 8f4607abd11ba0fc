package org.jingzhun.household.duplicate;

import java.time.Duration;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.jingzhun.household.Api;
import org.jingzhun.test.token.TestToken;
import tools.jackson.databind.JsonNode;

/** Runs a search to its end. */
record Searches(Api api) {

    JsonNode run(TestToken as, String area) {
        var started = api.post(as, "/duplicate-searches", "{\"area\":\"" + area + "\"}", "Idempotency-Key",
                UUID.randomUUID().toString());
        if (started.status() != 202) {
            throw new AssertionError(started.body());
        }
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100))
                .until(() -> api.get(as, "/duplicate-searches/" + started.json().path("id").asString()).json(),
                        job -> !job.path("state").asString().equals("RUNNING"));
    }

    /** The pair of two persons; missing where there is none. */
    JsonNode pair(TestToken as, String first, String second, String filter) {
        return api.get(as, "/duplicates?limit=500" + filter).json().path("items").valueStream()
                .filter(it -> it.path("first").path("person").asString("").equals(first)
                        || it.path("second").path("person").asString("").equals(second))
                .findFirst().orElseGet(() -> tools.jackson.databind.node.MissingNode.getInstance());
    }
}
