package org.jingzhun.supervision.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.jingzhun.supervision.Api;
import org.jingzhun.test.server.EmbeddedMariaDb;
import org.jingzhun.test.service.ServiceApi;
import org.jingzhun.test.token.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The service beside four others that are played page by page: what it holds, whatever happens on the way. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "jingzhun.test.schema=jz_supervision_feeds", "management.server.port=-1", "jingzhun.page.cursor-key=only-for-these-tests",
        "SUPERVISION_CLIENT_SECRET=secret-of-supervision", "FEED_READ_EVERY=50ms", "BREAKER_OPEN_FOR=100ms"})
@Import({EmbeddedMariaDb.class, TestTokens.class, Api.class})
class FeedsTest {

    private static final WireMockServer others = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    private static final List<String> FACTS = facts();

    private final Producer relocation = new Producer(others, "relocation");

    @Autowired
    Api api;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry settings) {
        others.start();
        for (var service : List.of("HOUSEHOLD", "INDUSTRY", "RELOCATION", "FINANCE")) {
            settings.add(service + "_URL", others::baseUrl);
        }
        settings.add("IDENTITY_TOKEN_URL", () -> others.baseUrl() + "/oauth2/token");
    }

    @AfterAll
    static void stop() {
        others.stop();
    }

    @BeforeEach
    void readOnce() {
        others.stubFor(post(urlPathEqualTo("/oauth2/token")).withBasicAuth("supervision", "secret-of-supervision")
                .willReturn(okJson("{\"access_token\":\"of-supervision\",\"expires_in\":300}")));
        for (var other : List.of("household", "industry", "finance")) {
            new Producer(others, other).tells("E1", List.of());
        }
        relocation.tells("E1", FACTS);
        replay();
    }

    @Test
    void anotherReadingFromZeroIsTheSameStoreAlsoWhenItGoesBadly() {
        var before = digests();
        assertThat(before.path(0).path("states").asLong()).isEqualTo(12);

        relocation.tellsBadly("E1", FACTS);
        replay();

        assertThat(digests()).isEqualTo(before);
        assertThat(feed("relocation").path("parked").asLong()).isZero();
        assertThat(feed("relocation").path("lag").asLong()).isZero();
    }

    @Test
    void aRestoredSourceIsReadFromZeroAndWhatItLostIsGone() {
        var before = digests();
        var generation = feed("relocation").path("generation").asInt();

        relocation.tells("E2", FACTS.subList(0, 11)); // S11 was made after the backup

        await().atMost(Duration.ofSeconds(20)).until(() -> feed("relocation"),
                it -> it.path("generation").asInt() > generation && it.path("state").asString().equals("FOLLOWING"));
        assertThat(digests()).isNotEqualTo(before);
        assertThat(one("S11").status()).isEqualTo(404);
        assertThat(one("S0").json().path("version").asLong()).as("although a higher one was known").isEqualTo(1);

        relocation.tells("E3", FACTS);
        await().atMost(Duration.ofSeconds(20)).until(() -> digests().equals(before));
    }

    @Test
    void whatWentElsewhereIsHiddenHere() {
        assertThat(one("S3").status()).isEqualTo(200);

        var more = new ArrayList<>(FACTS);
        more.add(Producer.left(FACTS.size() + 1, "S3", 9));
        relocation.tells("E1", more);

        await().atMost(Duration.ofSeconds(20)).until(() -> one("S3").status() == 404);
    }

    @Test
    void aServiceThatIsOutIsNamedAndTheOthersGoOn() {
        new Producer(others, "finance").isOut();

        await().atMost(Duration.ofSeconds(20)).until(() -> feed("finance").path("state").asString().equals("OUT"));
        assertThat(feed("finance").path("error").asString()).matches("status 503|not asked: it kept failing");
        assertThat(feed("relocation").path("state").asString()).isEqualTo("FOLLOWING");
        assertThat(one("S3").status()).as("what was read stays readable").isEqualTo(200);

        new Producer(others, "finance").tells("E1", List.of());
        await().atMost(Duration.ofSeconds(20)).until(() -> feed("finance").path("state").asString().equals("FOLLOWING"));
    }

    @ParameterizedTest
    @CsvSource({"relocation, settlement, RS-451481-01, ''", "industry, enterprise, '', ''", "finance, fund-source, '', ''",
            "household, household, 45148100000018, members", "household, person, 45148100000018001, matchKey"})
    void whatAProducerPromisesInItsContractIsKept(String source, String kind, String id, String field) throws IOException {
        new Producer(others, source).answersAsPromised();

        await().atMost(Duration.ofSeconds(20)).until(() -> api.get(Api.INSPECTOR,
                "/reported-states?source=%s&kind=%s".formatted(source, kind)).json().path("items").valueStream()
                .anyMatch(it -> it.path("id").asString().contains(id) && !it.path("state").isEmpty()
                        && (field.isEmpty() || it.path("state").has(field))));
    }

    @Test
    void whoOrderedAReplayStandsInTheAudit() {
        var entries = "/audit-entries?subjectKind=feed&subject=relocation";

        var newest = api.get(Api.INSPECTOR, entries).json().path("items").path(0);
        assertThat(newest.path("action").asString()).isEqualTo("feed.replayed");
        assertThat(newest.path("account").asString()).isEqualTo("administrator");
        assertThat(api.get(Api.PINGXIANG, entries).json().path("items").isEmpty()).as("it concerns more than one county")
                .isTrue();
    }

    /** Twelve settlements, each changed twice, in three pages. */
    private static List<String> facts() {
        var facts = new ArrayList<String>();
        for (int version = 1; version <= 2; version++) {
            for (int i = 0; i < 12; i++) {
                facts.add(Producer.fact(facts.size() + 1, "S" + i, version, "4514811012%02d".formatted(i + version)));
            }
        }
        return List.copyOf(facts);
    }

    private void replay() {
        await().atMost(Duration.ofSeconds(20)).until(() -> !feed("relocation").isMissingNode());
        var generation = feed("relocation").path("generation").asInt();
        assertThat(api.post(Api.COUNTRY, "/replays", "{\"source\":\"relocation\"}").status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20)).until(() -> feed("relocation"), it -> it.path("generation").asInt() > generation
                && it.path("state").asString().equals("FOLLOWING") && it.path("position").asLong() == FACTS.size());
    }

    private JsonNode feed(String source) {
        return api.get(Api.COUNTRY, "/feeds").json().path("items").valueStream()
                .filter(it -> it.path("source").asString().equals(source)).findFirst()
                .orElseGet(JsonNodeFactory.instance::missingNode);
    }

    private JsonNode digests() {
        return api.get(Api.COUNTRY, "/reported-state-digests").json();
    }

    private ServiceApi.Answer one(String id) {
        return api.get(Api.PINGXIANG, "/reported-states/relocation/settlement/" + id);
    }
}
