package org.jingzhun.starter.access;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jingzhun.starter.probe.ProbeTest;
import org.jingzhun.test.stranger.StrangersTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@ProbeTest
class StrangersKitTest {

    static final String CHANGE = """
            {"name": "丙", "income": 3.00}""";

    @LocalServerPort
    int port;

    @TestFactory
    Stream<DynamicNode> nobodySeesWhatIsNotHis() {
        return described().tests();
    }

    @Test
    void anOperationThatIsNotDescribedFails() {
        var kit = kit().operation("GET", "/api/probe/v1/records/{number}", it -> it.path("number", "H100-1"));

        assertThat(failures(kit)).contains("GET /api/probe/v1/records is described", "POST /api/probe/v1/records is described");
    }

    @Test
    void anOperationThatDoesNotExistFails() {
        assertThat(failures(described().operation("GET", "/api/probe/v1/recordz", it -> {
        })))
                .containsExactly("GET /api/probe/v1/recordz is offered");
    }

    @Test
    void aFilterWithoutAValueFails() {
        var kit = described().operation("GET", "/api/probe/v1/records", it -> it.list().filter("area", "451481100"));

        assertThat(failures(kit)).containsExactly("every filter has a value");
    }

    @Test
    void aNeighbourWhoSeesTheRecordFails() {
        var kit = described().neighbour(TestToken.person("spy").grant("county-officer", "rural-affairs", "451481"));

        assertThat(failures(kit)).contains("neighbour 2", "neighbour 2 with area", "neighbour 2 with the owner's page mark");
    }

    @Test
    void aRoleThatIsNotWrongFails() {
        var kit = described().wrongRole(TestToken.person("spy").grant("county-officer", "rural-affairs", "451481"));

        assertThat(failures(kit)).contains("wrong role 2");
    }

    @Test
    void anIdentifierThatDoesNotExistFails() {
        var kit = described().operation("GET", "/api/probe/v1/records/{number}", it -> it.path("number", "H777-1"));

        assertThat(failures(kit)).containsExactly("owner finds it");
    }

    private StrangersTest kit() {
        return StrangersTest.of("http://127.0.0.1:" + port)
                .owner(TestToken.person("owner").grant("county-officer", "rural-affairs", "451481"))
                .neighbour(TestToken.person("neighbour").grant("township-officer", "rural-affairs", "451481101"))
                .wrongRole(TestToken.person("bank").grant("bank-officer", "bank", "451481"))
                .secret("H100-", "乙家");
    }

    private StrangersTest described() {
        return kit()
                .operation("GET", "/api/probe/v1/records", it -> it.list().filter("area", "451481100").filter("name", "乙家"))
                .operation("POST", "/api/probe/v1/records", it -> it.header("Idempotency-Key", "k1").body(CHANGE).forEveryRole())
                .operation("GET", "/api/probe/v1/records/{number}", it -> it.path("number", "H100-1"))
                .operation("PUT", "/api/probe/v1/records/{number}", it -> it.path("number", "H100-1").header("If-Match", "\"v3\"")
                        .body(CHANGE))
                .operation("PUT", "/api/probe/v1/records/{number}/content", it -> it.path("number", "H100-1")
                        .content("application/octet-stream", "abc"))
                .operation("POST", "/api/probe/v1/records/searches", it -> it.changesNothing().body("""
                        {"name": "乙家1"}"""))
                .operation("GET", "/api/probe/v1/me", it -> it.forEveryCaller())
                .operation("GET", "/api/probe/v1/machines", it -> it.forEveryCaller().failsForTheOwner())
                .operation("GET", "/api/probe/v1/numbers/{number}", it -> it.forEveryCaller().path("number", "7")
                        .always("day", "2020-12-31"))
                .operation("GET", "/api/probe/v1/failures/{kind}",
                        it -> it.forEveryCaller().path("kind", "x").failsForTheOwner());
    }

    private static List<String> failures(StrangersTest kit) {
        var failures = new ArrayList<String>();
        kit.tests().forEach(node -> run(node, failures));
        return failures.stream().distinct().toList();
    }

    private static void run(DynamicNode node, List<String> failures) {
        switch (node) {
            case DynamicContainer container -> container.getChildren().forEach(child -> run(child, failures));
            case DynamicTest test -> {
                try {
                    test.getExecutable().execute();
                } catch (Throwable e) {
                    failures.add(test.getDisplayName());
                }
            }
            default -> throw new IllegalStateException();
        }
    }
}
