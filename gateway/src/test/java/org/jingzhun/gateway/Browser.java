package org.jingzhun.gateway;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/** A browser that signs in at identity, whose page itself is not played: what matters is the way there and back. */
final class Browser {

    private final Client client;

    Browser(int port) {
        this.client = new Client(port);
    }

    Client client() {
        return client;
    }

    /** Goes to identity and returns the query that it would see. */
    Map<String, String> begin(String target) {
        var answer = client.get("/session/sign-in?target=" + target);
        assertThat(answer.status()).isEqualTo(302);
        var location = URI.create(answer.header("Location"));
        assertThat(location.toString()).startsWith(Surroundings.ISSUER + "/oauth2/authorize?");
        var query = new TreeMap<String, String>();
        UriComponentsBuilder.fromUri(location).build().getQueryParams().forEach((name, values) -> query.put(name,
                java.net.URLDecoder.decode(values.getFirst(), java.nio.charset.StandardCharsets.UTF_8)));
        return query;
    }

    Client.Answer comeBack(Map<String, String> query) {
        return client.get("/session/callback?code=c-1&state="
                + java.net.URLEncoder.encode(query.get("state"), java.nio.charset.StandardCharsets.UTF_8));
    }

    /** The whole way, with an access token of this life. */
    Browser signIn(String account, String access, long seconds) {
        var query = begin("/");
        Surroundings.identityExchangesCode(account, query.get("nonce"), access, "refresh-" + account, seconds);
        assertThat(comeBack(query).header("Location")).isEqualTo("/");
        return this;
    }

    String csrf() {
        return client.get("/session").json().path("csrf").path("token").asString();
    }
}
