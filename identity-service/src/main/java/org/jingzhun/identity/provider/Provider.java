package org.jingzhun.identity.provider;

import java.util.LinkedHashMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jingzhun.identity.account.AccessQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.OAuth2AuthorizationEndpointFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.util.StringUtils;

/** What the protocol offers here: authorization code with PKCE, refresh, client credentials, revocation, user info, sign-out. */
@Configuration(proxyBeanMethods = false)
public class Provider {

    private static final OAuth2TokenType ID_TOKEN = new OAuth2TokenType(OidcParameterNames.ID_TOKEN);

    private final OAuth2AuthorizationService authorizations;
    private final AccessQuery access;
    private final LogoutHandler signOut;

    Provider(OAuth2AuthorizationService authorizations, AccessQuery access, LogoutHandler signOut) {
        this.authorizations = authorizations;
        this.access = access;
        this.signOut = signOut;
    }

    /** Makes the chain answer at the endpoints of OpenID Connect, and only there. */
    public void speaks(HttpSecurity http) {
        var server = new OAuth2AuthorizationServerConfigurer();
        http.securityMatcher(server.getEndpointsMatcher()).with(server, protocol -> protocol
                .oidc(oidc -> oidc
                        .userInfoEndpoint(userInfo -> userInfo.userInfoMapper(this::userInfo))
                        .logoutEndpoint(logout -> logout.logoutResponseHandler(signedOut())))
                .withObjectPostProcessor(new NoServerSession()));
    }

    /** The name is told here and not in tokens: those travel to every service, this goes to whoever greets the person. */
    private OidcUserInfo userInfo(OidcUserInfoAuthenticationContext asked) {
        var account = access.ofAccount(asked.getAuthorization().getPrincipalName())
                .filter(it -> !it.locked())
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN));
        var claims = new LinkedHashMap<String, Object>();
        claims.put(StandardClaimNames.SUB, account.account());
        if (asked.getAccessToken().getScopes().contains(OidcScopes.PROFILE)) {
            claims.put(StandardClaimNames.NAME, account.name());
            claims.put(StandardClaimNames.PREFERRED_USERNAME, account.login());
        }
        return new OidcUserInfo(claims);
    }

    /** Signing out at the gateway ends the sign-in of this page as well, and the refresh token of that session. */
    private AuthenticationSuccessHandler signedOut() {
        var back = new OidcLogoutAuthenticationSuccessHandler();
        back.setLogoutHandler(this::signOut);
        return (request, response, signedOut) -> {
            if (signedOut instanceof OidcLogoutAuthenticationToken logout
                    && StringUtils.hasText(logout.getPostLogoutRedirectUri())) {
                back.onAuthenticationSuccess(request, response, signedOut);
            } else {
                signOut(request, response, signedOut);
                response.setStatus(HttpStatus.NO_CONTENT.value()); // the gateway asks in the background and goes nowhere
            }
        };
    }

    private void signOut(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication signedOut) {
        signOut.logout(request, response, signedOut);
        if (signedOut instanceof OidcLogoutAuthenticationToken logout) {
            var authorization = authorizations.findByToken(logout.getIdTokenHint(), ID_TOKEN);
            if (authorization != null) {
                authorizations.remove(authorization);
            }
        }
    }

    /** Spring would register each sign-in in a session of this very instance; we have none, so that instances can come and go. */
    private static final class NoServerSession implements ObjectPostProcessor<OAuth2AuthorizationEndpointFilter> {

        @Override
        public <T extends OAuth2AuthorizationEndpointFilter> T postProcess(T filter) {
            filter.setSessionAuthenticationStrategy((authentication, request, response) -> {
            });
            return filter;
        }
    }

    /** Settings and parts that Spring Authorization Server looks for. */
    @Configuration(proxyBeanMethods = false)
    static class Parts {

        @Bean
        AuthorizationServerSettings addresses(ProviderSettings settings) {
            return AuthorizationServerSettings.builder()
                    .issuer(settings.issuer())
                    .oidcLogoutEndpoint("/oauth2/logout") // beside the others, so that the gateway needs no further route
                    .build();
        }

        @Bean
        PasswordEncoder clientSecrets() {
            return new Clients.AnyOfSeveral();
        }
    }
}
