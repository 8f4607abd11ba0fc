package org.jingzhun.gateway.session;

import java.time.Clock;
import java.time.Instant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jingzhun.gateway.access.SessionCookie;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Turns a sign-in that identity confirmed into a session with a new secret; an older session of the browser ends. */
@Component
class NewSessions implements OAuth2AuthorizedClientRepository {

    private final BrowserSessions sessions;
    private final Clock clock;

    NewSessions(BrowserSessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication confirmed, HttpServletRequest request,
            HttpServletResponse response) {
        if (!(confirmed.getPrincipal() instanceof OidcUser user)) {
            throw new IllegalStateException("identity is asked for openid");
        }
        var older = OpenSession.of(request);
        if (older != null) {
            sessions.end(older);
        }
        var session = sessions.begin(user.getSubject(), beginning(user), IdentityClient.tokens(client.getAccessToken(),
                client.getRefreshToken(), user.getIdToken().getTokenValue(), clock.instant()));
        SessionCookie.set(response, SessionCookie.SESSION, session.secret().cookie());
        SessionCookie.clear(response, SessionCookie.VISIT);
    }

    /** Right after a cutoff identity says a moment that is still to come, so that the session does not look like an ended one. */
    private Instant beginning(OidcUser user) {
        var now = clock.instant();
        var said = user.getIssuedAt();
        return said != null && said.isAfter(now) ? said : now;
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the framework's signature
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String registration, Authentication who,
            HttpServletRequest request) {
        return null; // tokens are read from the session
    }

    @Override
    public void removeAuthorizedClient(String registration, Authentication who, HttpServletRequest request,
            HttpServletResponse response) {}
}
