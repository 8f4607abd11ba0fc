package org.jingzhun.household;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

import org.jingzhun.test.server.EmbeddedMariaDb;
import org.jingzhun.test.token.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/** Two instances of the service on one database: nothing of the register is remembered by either. */
@HouseholdServiceTest
class TwoInstancesTest {

    @Autowired
    Api here;
    @Autowired
    Givens givens;
    @Autowired
    Environment environment;

    @Test
    void aCorrectionIsSeenByTheNextReadThroughTheOther() {
        givens.forget("TWO1");
        givens.household("TWO1", "451481101201", Map.of("hamlet", "旧屯"));
        givens.member("TWO1", "TWO1-1", "麻大山", Givens.residentId("451481", "19700101", 861), "01", Map.of());
        try (var second = new SpringApplicationBuilder(HouseholdServiceApplication.class, EmbeddedMariaDb.class, TestTokens.class)
                .run("--server.port=0", "--management.server.port=-1", "--jingzhun.test.schema=jz_household",
                        "--jingzhun.page.cursor-key=only-for-these-tests",
                        "--jingzhun.crypto.key-ring=" + environment.getRequiredProperty("jingzhun.crypto.key-ring"))) {
            var there = new Api(second.getEnvironment());
            assertThat(there.address()).isNotEqualTo(here.address());
            for (int i = 0; i < 20; i++) {
                var seen = there.get(Api.TOWN, "/households/TWO1");
                assertThat(seen.json().path("hamlet").asString()).isEqualTo(i == 0 ? "旧屯" : "新屯" + (i - 1));
                var corrected = here.post(Api.TOWN, "/changes", """
                        {"action":"correct-fields","household":"TWO1","effectiveOn":"%s","reason":"r","evidence":"e",
                         "corrections":[{"field":"hamlet","value":"新屯%d"}]}
                        """.formatted(LocalDate.now(ZoneId.of("Asia/Shanghai")), i), "Idempotency-Key",
                        "two-instances-%04d".formatted(i),
                        "If-Match", seen.etag().orElseThrow());

                assertThat(corrected.status()).as(corrected.body()).isEqualTo(201);
                assertThat(there.get(Api.TOWN, "/households/TWO1").json().path("hamlet").asString()).isEqualTo("新屯" + i);
            }
            var mark = here.get(Api.TOWN, "/households?area=451481101201&limit=1").json().path("next").asString("");
            assertThat(
                    mark.isEmpty() || there.get(Api.TOWN, "/households?area=451481101201&limit=1&after=" + mark).status() == 200)
                    .as("a mark of one is good at the other").isTrue();
        }
    }
}
