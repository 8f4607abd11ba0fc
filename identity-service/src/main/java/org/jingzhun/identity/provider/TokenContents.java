package org.jingzhun.identity.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jingzhun.identity.account.Access;
import org.jingzhun.identity.account.AccessQuery;
import org.jingzhun.identity.account.TemporaryGrant;
import org.jingzhun.identity.session.SessionEnd;
import org.jingzhun.starter.access.Grant;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * What stands in a token: the account's opaque number, whether it is a person, and its grants as of this moment. No name, no login.
 */
@Component
class TokenContents implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private static final String AUDIENCE = "jingzhun";

    private final AccessQuery access;
    private final SessionEnd ended;
    private final Clock clock;
    /** The machine's, as it is for all who check tokens: an application clock that was moved would make tokens of another time. */
    private final InstantSource time = InstantSource.system();

    TokenContents(AccessQuery access, SessionEnd ended, Clock clock) {
        this.access = access;
        this.ended = ended;
        this.clock = clock;
    }

    @Override
    public void customize(JwtEncodingContext token) {
        if (token.getTokenType().equals(OAuth2TokenType.ACCESS_TOKEN)) {
            var account = account(token);
            token.getClaims()
                    .issuedAt(beginning(token, account.account()))
                    .subject(account.account())
                    .audience(new ArrayList<>(List.of(AUDIENCE)))
                    .claim("kind", account.kind().claim())
                    .claim("grants", grants(account));
            shorten(token, account);
        } else if (token.getAuthorizationGrantType().equals(AuthorizationGrantType.AUTHORIZATION_CODE)) {
            token.getClaims().issuedAt(beginning(token, token.getPrincipal().getName()));
            token.getPrincipal().getAuthorities().stream()
                    .filter(FactorGrantedAuthority.class::isInstance)
                    .map(FactorGrantedAuthority.class::cast)
                    .findFirst()
                    .ifPresent(factor -> token.getClaims().claim(IdTokenClaimNames.AUTH_TIME, Date.from(factor.getIssuedAt())));
        }
    }

    /** Asked anew at every refresh: who has been locked meanwhile gets nothing, who has lost a grant loses it now. */
    private Access account(JwtEncodingContext token) {
        var id = token.getAuthorizationGrantType().equals(AuthorizationGrantType.CLIENT_CREDENTIALS)
                ? token.getRegisteredClient().getId()
                : token.getPrincipal().getName();
        return access.ofAccount(id)
                .filter(account -> !account.locked())
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
    }

    /** The moment from which the end is counted, not one a little later: a token would last a second less each time a second is over. */
    private Instant beginning(JwtEncodingContext token, String account) {
        var planned = token.getClaims().build().getIssuedAt();
        return ended.beginning(account, (planned == null ? time.instant() : planned).truncatedTo(ChronoUnit.SECONDS));
    }

    /** Plain lists and maps: they are stored with the authorization, and only those are read back. */
    private static List<Map<String, Object>> grants(Access account) {
        var grants = new ArrayList<Map<String, Object>>();
        account.grants().forEach(grant -> grants.add(claim(grant)));
        for (var temporary : account.temporary()) {
            var claim = claim(temporary.grant());
            claim.put("emergency", true); // for people who look at it: to a service it is a grant like others
            grants.add(claim);
        }
        return grants;
    }

    private static Map<String, Object> claim(Grant grant) {
        var claim = new LinkedHashMap<String, Object>();
        claim.put("role", grant.role());
        claim.put("department", grant.department());
        claim.put("area", grant.area());
        return claim;
    }

    /** A token ends with the first of its temporary grants: what it says is true until its end. */
    private void shorten(JwtEncodingContext token, Access account) {
        account.temporary().stream().map(TemporaryGrant::until).min(Comparator.naturalOrder()).ifPresent(until -> {
            var end = time.instant().plus(Duration.between(clock.instant(), until));
            token.getClaims().claims(claims -> claims.computeIfPresent(JwtClaimNames.EXP,
                    (name, planned) -> planned instanceof Instant later && end.isBefore(later) ? end : planned));
        });
    }
}
