package org.jingzhun.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jingzhun.gateway.access.SecurityConfiguration;
import org.jingzhun.gateway.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CsrfFilter;

/** The browser's door: authorization code with PKCE against identity, a cookie for the browser, anti-forgery for changes. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SessionConfiguration.class);

    /** Written out instead of discovered: the gateway starts without identity, and half of the addresses are internal. */
    @Bean
    ClientRegistration identity(SessionSettings settings) {
        return ClientRegistration.withRegistrationId("identity")
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
                .scope(settings.scopes())
                .issuerUri(settings.issuer())
                .authorizationUri(settings.authorizationUrl())
                .tokenUri(settings.tokenUrl())
                .jwkSetUri(settings.jwksUrl())
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .redirectUri(settings.redirectUrl())
                .build();
    }

    @Bean
    ClientRegistrationRepository identities(ClientRegistration identity) {
        return new InMemoryClientRegistrationRepository(identity);
    }

    @Bean
    @Order(2)
    SecurityFilterChain browser(HttpSecurity http, ClientRegistrationRepository identities, BrowserSessions sessions,
            SignInAttempts attempts, NewSessions newSessions, IdentityClient identity, SessionProblems sessionProblems,
            Problems problems) throws Exception {
        var refusals = new BrowserRefusals(problems);
        var antiForgery = new AntiForgery();
        return SecurityConfiguration.bare(http)
                .securityMatcher(request -> SecurityConfiguration.isApi(request) || isSession(request))
                .addFilterBefore(new SessionFilter(sessions, sessionProblems), CsrfFilter.class)
                .csrf(csrf -> csrf
                        .requireCsrfProtectionMatcher(AntiForgery::isDemanded)
                        .csrfTokenRepository(antiForgery)
                        .csrfTokenRequestHandler(antiForgery)
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .oauth2Login(login -> login
                        .clientRegistrationRepository(identities)
                        .authorizedClientRepository(newSessions)
                        .authorizationEndpoint(begin -> begin
                                .authorizationRequestResolver(new BegunByController())
                                .authorizationRequestRepository(attempts))
                        .tokenEndpoint(codes -> codes.accessTokenResponseClient(identity.codes()))
                        .loginPage("/session/sign-in")
                        .loginProcessingUrl("/session/callback")
                        .successHandler((request, response, who) -> redirect(response,
                                request.getAttribute(SignInAttempts.TARGET) instanceof String target ? target : "/"))
                        .failureHandler(SessionConfiguration::failed))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(all -> all
                        .requestMatchers("/session", "/session/sign-in", "/session/callback").permitAll()
                        .anyRequest().authenticated())
                .build();
    }

    private static void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused) {
        log.info("A sign-in was not completed: {}",
                refused instanceof OAuth2AuthenticationException oauth ? oauth.getError().getErrorCode() : refused.getMessage());
        redirect(response, "/?sign-in=failed");
    }

    private static void redirect(HttpServletResponse response, String target) {
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.LOCATION, target);
    }

    private static boolean isSession(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.equals("/session") || path.startsWith("/session/");
    }
}
