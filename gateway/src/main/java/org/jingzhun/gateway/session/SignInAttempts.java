package org.jingzhun.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;

import io.lettuce.core.SetArgs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jingzhun.gateway.access.SessionCookie;
import org.jingzhun.gateway.redis.RedisLink;
import org.jingzhun.gateway.redis.RedisUnavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sign-ins that were begun and not yet finished, each tied to the browser that began it; several tabs may try at once. */
@Component
class SignInAttempts implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    /** Request attribute: where the browser wanted to go. */
    static final String TARGET = "jingzhun.sign-in-target";

    private static final String KEY = "jingzhun:gateway:sign-in:";
    private static final Duration AT_MOST = Duration.ofMinutes(10);

    private final RedisLink<String> redis;
    private final ClientRegistration registration;
    private final JsonMapper json;

    SignInAttempts(RedisLink<String> sessionRedis, ClientRegistration registration, JsonMapper json) {
        this.redis = sessionRedis;
        this.registration = registration;
        this.json = json;
    }

    @Override
    public void saveAuthorizationRequest(OAuth2AuthorizationRequest begun, HttpServletRequest request,
            HttpServletResponse response) {
        var visit = Secret.read(SessionCookie.read(request, SessionCookie.VISIT));
        if (visit == null) {
            visit = Secret.create();
            SessionCookie.set(response, SessionCookie.VISIT, visit.cookie());
        }
        var attempt = new Attempt(Objects.requireNonNull(begun.getRedirectUri()),
                Objects.requireNonNull(begun.<String>getAttribute(PkceParameterNames.CODE_VERIFIER)),
                Objects.requireNonNull(begun.<String>getAttribute(OidcParameterNames.NONCE)),
                LocalTarget.of(request.getParameter("target")));
        var key = key(visit, Objects.requireNonNull(begun.getState()));
        var sealed = visit.seal(json.writeValueAsBytes(attempt));
        try {
            redis.ask(commands -> commands.set(key, sealed, SetArgs.Builder.ex(AT_MOST)));
        } catch (RedisUnavailable e) {
            throw new SessionsUnavailable(e);
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request,
            HttpServletResponse response) {
        var visit = Secret.read(SessionCookie.read(request, SessionCookie.VISIT));
        var state = request.getParameter(OAuth2ParameterNames.STATE);
        if (visit == null || state == null) {
            return null;
        }
        String sealed;
        try {
            sealed = redis.ask(commands -> commands.getdel(key(visit, state)));
        } catch (RedisUnavailable e) {
            throw new SessionsUnavailable(e);
        }
        if (sealed == null) {
            return null;
        }
        var attempt = json.readValue(visit.open(sealed), Attempt.class);
        request.setAttribute(TARGET, attempt.target);
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(registration.getClientId())
                .authorizationUri(registration.getProviderDetails().getAuthorizationUri())
                .redirectUri(attempt.redirectUri)
                .scopes(registration.getScopes())
                .state(state)
                .attributes(Map.of(OAuth2ParameterNames.REGISTRATION_ID, registration.getRegistrationId(),
                        PkceParameterNames.CODE_VERIFIER, attempt.verifier, OidcParameterNames.NONCE, attempt.nonce))
                .build();
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return null; // one is only ever taken, never looked at
    }

    private static String key(Secret visit, String state) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
            return KEY + visit.lookup() + ":" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Attempt(String redirectUri, String verifier, String nonce, String target) {}
}
