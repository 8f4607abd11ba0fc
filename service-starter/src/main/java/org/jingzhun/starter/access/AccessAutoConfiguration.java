package org.jingzhun.starter.access;

import java.net.MalformedURLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import org.jingzhun.starter.problem.ProblemAutoConfiguration;
import org.jingzhun.starter.problem.ProblemWriter;
import org.jingzhun.starter.problem.Problems;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.annotation.AnnotationTemplateExpressionDefaults;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Guards a service: each part stands back where the service brings its own. */
@AutoConfiguration(after = ProblemAutoConfiguration.class, before = {OAuth2ResourceServerAutoConfiguration.class,
        ServletWebSecurityAutoConfiguration.class}, beforeName = {
                "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration",
                "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration",
                "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration"})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(IdentitySettings.class)
@EnableMethodSecurity
public class AccessAutoConfiguration {

    @Bean
    static AnnotationTemplateExpressionDefaults permissionsAsAnnotationValues() {
        return new AnnotationTemplateExpressionDefaults();
    }

    /** Each security filter measured by itself costs a tenth of a small read; the request as a whole is measured anyway. */
    @Bean
    @ConditionalOnMissingBean
    static SecurityObservationSettings securityFiltersUnobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @ConditionalOnMissingBean
    static Permissions permissions() {
        return Permissions.read(new ClassPathResource("roles.csv"));
    }

    @Bean
    @ConditionalOnMissingBean
    FormerCodes formerCodes() {
        return area -> List.of();
    }

    @Bean
    Scopes scopes(Permissions permissions, FormerCodes formerCodes) {
        return new Scopes(permissions, formerCodes);
    }

    /** The public keys of the issuer; identity-service has its own, and needs no network for them. */
    @Bean
    @ConditionalOnMissingBean
    JWKSource<SecurityContext> keysOfTheIssuer(IdentitySettings settings) throws MalformedURLException {
        var download = new DefaultResourceRetriever(500, 2000, 64 * 1024);
        return JWKSourceBuilder.<SecurityContext>create(settings.jwksUrl().toURL(), download)
                .cache(Duration.ofMinutes(5).toMillis(), Duration.ofSeconds(3).toMillis())
                .rateLimited(Duration.ofSeconds(5).toMillis())
                .outageTolerant(Duration.ofHours(1).toMillis()) // tokens live five minutes; known keys stay good for longer
                .build();
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder verifiedTokens(JWKSource<SecurityContext> keys, IdentitySettings settings) {
        return new VerifiedTokens(keys, settings, Clock.systemUTC());
    }

    @Bean
    BearerSecurity bearerSecurity(JwtDecoder tokens, Permissions permissions, ProblemWriter problems) {
        return new BearerSecurity(tokens, new GrantsToAuthorities(permissions), new SecurityProblems(problems));
    }

    @Bean
    @ConditionalOnMissingBean
    SecurityFilterChain everythingNeedsAToken(HttpSecurity http, BearerSecurity bearer) {
        return bearer.protect(http).build();
    }

    @Bean
    AccessProblems accessProblems(Problems problems) {
        return new AccessProblems(problems);
    }

    @Bean
    WebMvcConfigurer accessArguments(Scopes scopes) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new AccessArguments(scopes));
            }

            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new EarlyRefusal());
            }
        };
    }
}
