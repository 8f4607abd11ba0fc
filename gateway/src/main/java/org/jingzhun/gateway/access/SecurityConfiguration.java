package org.jingzhun.gateway.access;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jingzhun.gateway.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Two doors that never mix: a request to the API with an {@code Authorization} header is judged by its token alone, every other
 * one by its session cookie. What neither chain matches is public: identity's own pages, API documents, the client's files.
 */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

    private static final Pattern API_DOCUMENT = Pattern.compile("/api/[a-z]+/v3/api-docs(/.*)?");

    /** Each security filter measured by itself costs a tenth of a hop; the request as a whole is measured anyway. */
    @Bean
    static SecurityObservationSettings securityFiltersUnobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain bearer(HttpSecurity http, JwtDecoder accessTokens, Problems problems) throws Exception {
        var refusals = new BearerRefusals(problems);
        return bare(http)
                .securityMatcher(request -> isApi(request) && request.getHeader(HttpHeaders.AUTHORIZATION) != null)
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new OneCredentialFilter(problems), BearerTokenAuthenticationFilter.class)
                .oauth2ResourceServer(tokens -> tokens
                        .bearerTokenResolver(SecurityConfiguration::token)
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .jwt(jwt -> jwt.decoder(accessTokens)
                                .jwtAuthenticationConverter(token -> new SignedIn(token.getSubject(), token.getTokenValue()))))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                .build();
    }

    /** What neither door needs: headers are written by the edge, nothing is kept in an {@code HttpSession}. */
    public static HttpSecurity bare(HttpSecurity http) throws Exception {
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable);
    }

    /** Paths that need somebody signed in. */
    public static boolean isApi(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/api/") && !(path.contains("/v3/api-docs") && API_DOCUMENT.matcher(path).matches());
    }

    /** The header and nothing else: looking for parameters would read the body. */
    private static @Nullable String token(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7) ? header.substring(7).strip() : null;
    }
}
