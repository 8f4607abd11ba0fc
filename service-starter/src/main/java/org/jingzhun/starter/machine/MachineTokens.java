package org.jingzhun.starter.machine;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/** The access token of this service's account: one at a time, fetched by one thread while the others wait for it. */
public class MachineTokens {

    private static final long SHORTEST_LIFE = 60;

    private final MachineSettings settings;
    private final Clock clock;
    private final RestClient identity;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Fetched fetched;

    private record Fetched(String token, Instant until) {}

    MachineTokens(MachineSettings settings, Clock clock, ObservationRegistry observations) {
        this.settings = settings;
        this.clock = clock;
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(settings.connectTimeout()).build());
        requests.setReadTimeout(settings.readTimeout());
        identity = RestClient.builder().requestFactory(requests).observationRegistry(observations)
                // a name of its own: Feign's calls are measured with other labels
                .observationConvention(new DefaultClientRequestObservationConvention("jingzhun.machine.token")).build();
    }

    /** Whether this service has an account at all. */
    public boolean exist() {
        return settings.clientId() != null && !settings.clientId().isBlank() && settings.clientSecret() != null
                && !settings.clientSecret().isBlank();
    }

    /**
     * The token without the word before it.
     *
     * @throws MachineTokenUnavailable if there is no account, or identity does not give a token
     */
    public String token() {
        var known = fetched;
        if (known != null && clock.instant().isBefore(known.until)) {
            return known.token;
        }
        fetching.lock();
        try {
            known = fetched;
            if (known == null || !clock.instant().isBefore(known.until)) { // nobody else has fetched it meanwhile
                known = fetch();
                fetched = known;
            }
            return known.token;
        } finally {
            fetching.unlock();
        }
    }

    /** After a 401: the next call fetches another one. */
    public void forget(String token) {
        var known = fetched;
        if (known != null && known.token.equals(token)) {
            fetched = null;
        }
    }

    private Fetched fetch() {
        if (!exist()) {
            throw new MachineTokenUnavailable("jingzhun.machine.client-id and client-secret are not set", null);
        }
        var asked = clock.instant();
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        try {
            var answer = identity.post().uri(settings.tokenUrl())
                    .headers(headers -> headers.setBasicAuth(String.valueOf(settings.clientId()),
                            String.valueOf(settings.clientSecret())))
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED).body(form).retrieve().body(JsonNode.class);
            var token = answer == null ? "" : answer.path("access_token").asString("");
            if (answer == null || token.isEmpty()) {
                throw new MachineTokenUnavailable("identity gave an answer without a token", null);
            }
            var life = answer.path("expires_in").asLong(SHORTEST_LIFE);
            return new Fetched(token, asked.plusSeconds(life).minus(settings.renewBefore()));
        } catch (RestClientException e) {
            throw new MachineTokenUnavailable("identity gives no token: " + e.getClass().getSimpleName(), e);
        }
    }
}
