package org.jingzhun.gateway.session;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.apache.hc.client5.http.classic.HttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** What the gateway itself asks of identity, by its internal address. */
@Component
class IdentityClient {

    private static final Logger log = LoggerFactory.getLogger(IdentityClient.class);

    private final ClientRegistration registration;
    private final SessionSettings settings;
    private final RestClient http;
    private final RestClientRefreshTokenTokenResponseClient renewals = new RestClientRefreshTokenTokenResponseClient();
    private final RestClientAuthorizationCodeTokenResponseClient codes = new RestClientAuthorizationCodeTokenResponseClient();
    private final Clock clock;

    IdentityClient(ClientRegistration registration, SessionSettings settings, HttpClient http, Clock clock) {
        this.registration = registration;
        this.settings = settings;
        this.clock = clock;
        this.http = RestClient.builder()
                .requestFactory(new HttpComponentsClientHttpRequestFactory(http))
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .build();
        var tokens = this.http.mutate().defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build();
        renewals.setRestClient(tokens);
        codes.setRestClient(tokens);
    }

    RestClientAuthorizationCodeTokenResponseClient codes() {
        return codes;
    }

    static Tokens tokens(OAuth2AccessToken access, @Nullable OAuth2RefreshToken refresh, @Nullable String id, Instant now) {
        return new Tokens(access.getTokenValue(), Objects.requireNonNullElse(access.getExpiresAt(), now.plusSeconds(60)),
                refresh == null ? null : refresh.getTokenValue(), id);
    }

    Tokens renew(Tokens present) {
        if (present.refresh() == null) {
            throw new SignInEnded();
        }
        var now = clock.instant();
        var request = new OAuth2RefreshTokenGrantRequest(registration,
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, present.access(), null, present.accessExpires()),
                new OAuth2RefreshToken(present.refresh(), null));
        OAuth2AccessTokenResponse answer;
        try {
            answer = renewals.getTokenResponse(request);
        } catch (OAuth2AuthorizationException e) {
            if (e.getError().getErrorCode().equals(OAuth2ErrorCodes.INVALID_GRANT)) {
                throw new SignInEnded();
            }
            log.warn("Identity did not renew a sign-in: {}", e.getError().getErrorCode());
            throw new IdentityUnavailable(e);
        } catch (RestClientException e) {
            throw new IdentityUnavailable(e);
        }
        var id = answer.getAdditionalParameters().get("id_token");
        return tokens(answer.getAccessToken(), answer.getRefreshToken(), id instanceof String newer ? newer : present.id(), now);
    }

    /**
     * Ends the sign-in at identity as well: its tokens, and the cookie that this browser holds of it.
     *
     * @return what identity wants the browser to forget; nothing if identity could not be told
     */
    @Nullable
    List<String> signOut(Tokens tokens, @Nullable String cookies) {
        if (tokens.id() != null) {
            try {
                var form = new LinkedMultiValueMap<String, String>();
                form.add("id_token_hint", tokens.id());
                form.add("client_id", registration.getClientId());
                var answer = http.post().uri(settings.endSessionUrl())
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .headers(headers -> {
                            if (cookies != null) {
                                headers.set(HttpHeaders.COOKIE, cookies);
                            }
                        })
                        .body(form)
                        .retrieve()
                        .toBodilessEntity();
                return answer.getHeaders().getOrEmpty(HttpHeaders.SET_COOKIE);
            } catch (RestClientException e) {
                log.warn("Identity did not end a sign-in: {}", e.getMessage());
            }
        }
        revoke(tokens);
        return null;
    }

    private void revoke(Tokens tokens) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("token", tokens.refresh() == null ? tokens.access() : tokens.refresh());
        try {
            http.post().uri(settings.revocationUrl())
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .headers(headers -> headers.setBasicAuth(registration.getClientId(), registration.getClientSecret()))
                    .body(form)
                    .retrieve()
                    .toBodilessEntity();
        } catch (RestClientException e) {
            log.warn("Identity did not withdraw a token; it ends by itself: {}", e.getMessage());
        }
    }
}
