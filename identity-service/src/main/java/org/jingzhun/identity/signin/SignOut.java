package org.jingzhun.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** Takes the sign-in cookie away when a client asks for the sign-out of its user. */
@Component
class SignOut implements LogoutHandler {

    private final SignInCookie cookie;

    SignOut(SignInCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication signedOut) {
        cookie.clear(response);
    }
}
