package org.jingzhun.identity.config;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jingzhun.identity.provider.Provider;
import org.jingzhun.identity.provider.ProviderSettings;
import org.jingzhun.starter.access.BearerSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Three doors: the protocol of OpenID Connect, the pages for persons, and the API with tokens. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http, Provider provider, SecurityContextRepository signedInPerson) {
        provider.speaks(http);
        return http
                .securityContext(context -> context.securityContextRepository(signedInPerson))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(refusals -> refusals.defaultAuthenticationEntryPointFor(
                        (request, response, refusal) -> toSignIn(request, response),
                        PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/oauth2/authorize")))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, ProviderSettings settings) {
        return http
                .securityMatcher("/login", "/login/**", "/logout")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(formCookie()))
                .exceptionHandling(
                        refusals -> refusals.accessDeniedHandler((request, response, refusal) -> onceMore(request, response)))
                .headers(headers -> headers
                        .contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; style-src 'self'; img-src 'self'; "
                                        + "form-action 'self' " + settings.publicAddress()
                                        + "; frame-ancestors 'none'; base-uri 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain api(HttpSecurity http, BearerSecurity bearer) {
        return bearer.protect(http).build();
    }

    /** Who has not signed in is asked to, and comes back to the very authorization that he wanted. */
    private static void toSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        redirect(response, "/login?continue=" + encoded("/oauth2/authorize?" + request.getQueryString()));
    }

    /** The form came without its cookie, most often because the page was open for long or the browser refuses cookies. */
    private static void onceMore(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var way = request.getParameter("continue");
        redirect(response, "/login?stale=true" + ("en".equals(request.getParameter("lang")) ? "&lang=en" : "")
                + (way == null ? "" : "&continue=" + encoded(way)));
    }

    /** Relative, so that it is right under whatever public address this service is reached by. */
    private static void redirect(HttpServletResponse response, String to) {
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(HttpHeaders.LOCATION, to);
    }

    private static CookieCsrfTokenRepository formCookie() {
        var repository = new CookieCsrfTokenRepository();
        repository.setCookieName("__Host-jingzhun-form");
        repository.setCookiePath("/");
        repository.setCookieCustomizer(cookie -> cookie.secure(true).httpOnly(true).sameSite("Lax"));
        return repository;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
