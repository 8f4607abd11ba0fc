package org.jingzhun.starter.access;

import jakarta.servlet.DispatcherType;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;

/** How a service guards its API: a bearer token on every request, no session, no cookie, refusals as problem details. */
public class BearerSecurity {

    private static final String[] OPEN = {"/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml", "/actuator/health",
            "/actuator/health/**", "/actuator/info", "/actuator/prometheus"};

    private final JwtDecoder tokens;
    private final GrantsToAuthorities grants;
    private final SecurityProblems problems;

    BearerSecurity(JwtDecoder tokens, GrantsToAuthorities grants, SecurityProblems problems) {
        this.tokens = tokens;
        this.grants = grants;
        this.problems = problems;
    }

    /**
     * Everything needs a token, but the description of the API and, on the management port, health and metrics. A service with
     * several chains calls this for the one of its API.
     */
    public HttpSecurity protect(HttpSecurity http) {
        return http
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll()
                        .requestMatchers(OPEN).permitAll()
                        .anyRequest().authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable) // no cookie is looked at
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .oauth2ResourceServer(bearer -> bearer
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(grants))
                        .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                            @Override
                            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                                filter.setAuthenticationFailureHandler(problems); // else a missing key server is a 500
                                return filter;
                            }
                        }));
    }
}
