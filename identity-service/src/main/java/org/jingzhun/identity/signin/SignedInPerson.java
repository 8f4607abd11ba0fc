package org.jingzhun.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Tells the authorization endpoint who has signed in. The principal's name is the account's opaque number, and nothing else. */
@Component
class SignedInPerson implements SecurityContextRepository {

    private final SignInCookie cookie;

    SignedInPerson(SignInCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return read(holder.getRequest());
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // The sign-in page writes the cookie; nothing else signs anybody in.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return cookie.read(request).isPresent();
    }

    private SecurityContext read(HttpServletRequest request) {
        return cookie.read(request)
                .filter(it -> it.stage() == SignInCookie.Stage.SIGNED_IN)
                .<SecurityContext>map(it -> {
                    var byPassword = FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                            .issuedAt(it.at())
                            .build();
                    var person = User.withUsername(it.account()).password("").authorities(byPassword).build();
                    return new SecurityContextImpl(
                            UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities()));
                })
                .orElseGet(SecurityContextImpl::new);
    }
}
