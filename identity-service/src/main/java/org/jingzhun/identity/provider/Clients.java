package org.jingzhun.identity.provider;

import java.util.List;

import org.jingzhun.identity.account.Access;
import org.jingzhun.identity.account.AccessQuery;
import org.jingzhun.identity.account.AccountKind;
import org.jingzhun.identity.account.ServiceSecrets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Who may ask for tokens: the gateway for persons, and every service account for itself. */
@Component
class Clients implements RegisteredClientRepository {

    static final String GATEWAY = "gateway";

    private final AccessQuery access;
    private final ServiceSecrets secrets;
    private final ProviderSettings settings;
    private final RegisteredClient gateway;

    Clients(AccessQuery access, ServiceSecrets secrets, ProviderSettings settings) {
        this.access = access;
        this.secrets = secrets;
        this.settings = settings;
        this.gateway = gateway(settings);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("service accounts are made by their administration");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return id.equals(GATEWAY) ? gateway : access.ofAccount(id).map(this::serviceAccount).orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clientId.equals(GATEWAY) ? gateway : access.ofLogin(clientId).map(this::serviceAccount).orElse(null);
    }

    private static RegisteredClient gateway(ProviderSettings settings) {
        return RegisteredClient.withId(GATEWAY)
                .clientId(GATEWAY)
                .clientName(GATEWAY)
                .clientSecret(ServiceSecrets.digest(settings.gatewaySecret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(settings.publicAddress() + "/session/callback")
                .postLogoutRedirectUri(settings.publicAddress() + "/")
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(settings.accessToken())
                        .refreshTokenTimeToLive(settings.refreshToken())
                        .reuseRefreshTokens(true)
                        .build())
                .build();
    }

    private @Nullable RegisteredClient serviceAccount(Access account) {
        var valid = secrets.valid(account.account());
        if (account.kind() != AccountKind.SERVICE || account.locked() || valid.isEmpty()) {
            return null;
        }
        return RegisteredClient.withId(account.account())
                .clientId(account.login())
                .clientName(account.login())
                .clientSecret(String.join(" ", valid))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(account.scopes()))
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(settings.accessToken()).build())
                .build();
    }

    /** One of the digests, which stand side by side while a secret is being replaced, must fit. */
    static final class AnyOfSeveral implements PasswordEncoder {

        @Override
        public String encode(@Nullable CharSequence secret) {
            throw new UnsupportedOperationException("secrets are written by the accounts");
        }

        @Override
        public boolean matches(@Nullable CharSequence secret, @Nullable String digests) {
            return secret != null && digests != null && List.of(digests.split(" ", -1)).stream()
                    .anyMatch(digest -> ServiceSecrets.matches(secret.toString(), digest));
        }

        @Override
        public boolean upgradeEncoding(@Nullable String digests) {
            return false;
        }
    }
}
