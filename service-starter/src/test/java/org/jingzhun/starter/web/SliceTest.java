package org.jingzhun.starter.web;

import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.test.token.TestToken;
import org.jingzhun.test.token.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/** A web slice of a service guards, limits and refuses as the whole service does. */
@WebMvcTest
class SliceTest {

    @Autowired
    MockMvcTester http;

    @Test
    void theGuardIsThereInASliceToo() {
        assertThat(http.get().uri("/slice")).hasStatus(401);
        assertThat(
                http.get().uri("/slice").header("Authorization", TestToken.person("b").grant("bank-officer", "b", "45").bearer()))
                .hasStatus(403).bodyJson().extractingPath("$.type").asString().endsWith("/not-allowed");
        assertThat(http.get().uri("/slice").header("Authorization", TestToken.person("i").grant("inspector", "d", "45").bearer()))
                .hasStatusOk().hasBodyTextEqualTo("(village between :scopeFrom0 and :scopeTo0) limit 51");
    }

    @SpringBootConfiguration
    @Import({TestTokens.class, Endpoint.class})
    static class Service {}

    @RestController
    static class Endpoint {

        @GetMapping("/slice")
        @May("household:read")
        String slice(Scope scope, Cursor after) {
            return scope.condition("village").sql() + " limit " + after.fetch();
        }
    }
}
