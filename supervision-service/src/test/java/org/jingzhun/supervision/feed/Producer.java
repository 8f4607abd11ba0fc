package org.jingzhun.supervision.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import org.springframework.core.io.ClassPathResource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

/** A service that tells facts by pages of ten, as the starter's producer writes them, in good order or in bad. */
class Producer {

    private static final int PAGE = 10;

    private final WireMockServer server;
    private final String name;

    Producer(WireMockServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** One line of a feed: a settlement of Pingxiang whose state is its version. */
    static String fact(long position, String id, long version, String division) {
        return """
                {"position":%d,"kind":"settlement-changed","aggregate":{"kind":"settlement","id":"%s","version":%d},"division":"%s",\
                "effectiveOn":"2020-01-02","recordedAt":"2020-01-02T03:04:05.678901Z","body":{"capacity":%d}}"""
                .formatted(position, id, version, division, version);
    }

    static String left(long position, String id, long version) {
        return "{\"position\":%d,\"kind\":\"left-scope\",\"aggregate\":{\"kind\":\"settlement\",\"id\":\"%s\",\"version\":%d}}"
                .formatted(position, id, version);
    }

    /** Everything in its order, in this epoch; marks of another one are refused. */
    void tells(String epoch, List<String> facts) {
        tells(epoch, facts, null);
    }

    /** Each line twice and out of its place within the page, late, and each page only after an outage and a page that is broken off. */
    void tellsBadly(String epoch, List<String> facts) {
        tells(epoch, facts, new Random(7));
    }

    private void tells(String epoch, List<String> facts, Random disorder) {
        forget();
        server.stubFor(asked().withQueryParam("after", matching(".*")).atPriority(9)
                .willReturn(aResponse().withStatus(409).withHeader("Content-Type", "application/problem+json").withBody("{}")));
        for (int from = 0; from == 0 || from <= facts.size(); from += PAGE) {
            var to = Math.min(from + PAGE, facts.size());
            page(epoch, facts.subList(Math.min(from, facts.size()), to), from, to, facts.size(), disorder);
            if (to < from + PAGE) {
                follow(epoch, to, facts.size());
            }
        }
    }

    /** What is asked after the last page: nothing new. */
    private void follow(String epoch, int position, int head) {
        server.stubFor(at(epoch, position).atPriority(2).willReturn(lines(List.of(), epoch, position, head)));
    }

    private void page(String epoch, List<String> facts, int from, int to, int head, Random disorder) {
        if (disorder == null) {
            server.stubFor(at(epoch, from).willReturn(lines(facts, epoch, to, head)));
            return;
        }
        var twice = new ArrayList<>(facts);
        twice.addAll(facts);
        Collections.shuffle(twice, disorder);
        var scenario = name + from;
        server.stubFor(at(epoch, from).inScenario(scenario).whenScenarioStateIs(Scenario.STARTED).willSetStateTo("broken off")
                .willReturn(aResponse().withStatus(503)));
        server.stubFor(at(epoch, from).inScenario(scenario).whenScenarioStateIs("broken off").willSetStateTo("whole")
                .willReturn(aResponse().withStatus(200).withBody(String.join("\n", facts) + "\n")));
        server.stubFor(at(epoch, from).inScenario(scenario).whenScenarioStateIs("whole")
                .willReturn(lines(twice, epoch, to, head).withFixedDelay(50)));
    }

    private MappingBuilder at(String epoch, int position) {
        return asked().withQueryParam("after", position == 0 ? absent() : equalTo(epoch + "." + position)).atPriority(1);
    }

    private MappingBuilder asked() {
        return get(urlPathEqualTo("/api/%s/v1/facts".formatted(name))).withHeader("Authorization",
                equalTo("Bearer of-supervision"));
    }

    private static ResponseDefinitionBuilder lines(List<String> facts, String epoch, int to, int head) {
        return aResponse().withStatus(200).withHeader("Content-Type", "application/x-ndjson")
                .withBody(facts.stream().map(it -> it + "\n").collect(Collectors.joining()) + """
                        {"kind":"page","next":"%s.%d","head":%d,"epoch":"%s","atEnd":%s}
                        """.formatted(epoch, to, head, epoch, to == head));
    }

    /** As the mapping says that this service has published: another epoch than ours, so that it is read from zero. */
    void answersAsPromised() throws IOException {
        var mapping = "stubs/%s-service/mappings/read-facts.json".formatted(name);
        var promised = new String(new ClassPathResource(mapping).getContentAsByteArray(), StandardCharsets.UTF_8);
        forget();
        server.stubFor(
                asked().withQueryParam("after", matching("E[0-9]\\..*")).atPriority(1).willReturn(aResponse().withStatus(409)));
        server.addStubMapping(StubMapping.buildFrom(promised));
    }

    void isOut() {
        forget();
        server.stubFor(get(urlPathEqualTo("/api/%s/v1/facts".formatted(name))).willReturn(aResponse().withStatus(503)));
    }

    private void forget() {
        server.listAllStubMappings().getMappings().stream()
                .filter(it -> ("/api/%s/v1/facts".formatted(name)).equals(it.getRequest().getUrlPath()))
                .forEach(server::removeStub);
        server.resetScenarios();
    }
}
