package org.jingzhun.gateway.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jingzhun.gateway.access.SessionCookie;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a page may know of its own sign-in, and how it begins and ends. */
@RestController
@RequestMapping("/session")
class SessionController {

    private final BrowserSessions sessions;
    private final IdentityClient identity;
    private final SignInAttempts attempts;
    private final DefaultOAuth2AuthorizationRequestResolver requests;
    private final SessionSettings settings;

    SessionController(BrowserSessions sessions, IdentityClient identity, SignInAttempts attempts,
            ClientRegistrationRepository identities, SessionSettings settings) {
        this.sessions = sessions;
        this.identity = identity;
        this.attempts = attempts;
        this.requests = new DefaultOAuth2AuthorizationRequestResolver(identities);
        this.settings = settings;
    }

    @GetMapping
    ResponseEntity<SessionView> present(HttpServletRequest request) {
        return view(OpenSession.of(request));
    }

    /** For a page that knows that its person's grants have changed, as after taking an emergency grant, and does not want to wait. */
    @PostMapping("/renewal")
    ResponseEntity<SessionView> renew(HttpServletRequest request, HttpServletResponse response) {
        try {
            return view(sessions.renewed(Objects.requireNonNull(OpenSession.of(request))));
        } catch (SignInEnded e) {
            SessionCookie.clear(response, SessionCookie.SESSION);
            return view(null);
        }
    }

    private ResponseEntity<SessionView> view(@Nullable BrowserSession session) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(session == null
                ? SessionView.NONE
                : new SessionView(true, session.account(),
                        new Csrf(AntiForgery.HEADER, session.secret().antiForgery()),
                        session.signedInAt(), sessions.endOf(session), settings.idle().toMinutes()));
    }

    @GetMapping("/sign-in")
    ResponseEntity<Void> signIn(HttpServletRequest request, HttpServletResponse response) {
        var begun = Objects.requireNonNull(requests.resolve(request, "identity"));
        attempts.saveAuthorizationRequest(begun, request, response);
        return ResponseEntity.status(HttpStatus.FOUND)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.LOCATION, begun.getAuthorizationRequestUri())
                .build();
    }

    @PostMapping("/sign-out")
    ResponseEntity<SignedOut> signOut(HttpServletRequest request, HttpServletResponse response) {
        var session = Objects.requireNonNull(OpenSession.of(request));
        sessions.end(session);
        SessionCookie.clear(response, SessionCookie.SESSION);
        var forget = identity.signOut(session.tokens(), othersCookies(request));
        if (forget != null) {
            forget.forEach(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie));
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new SignedOut(false, forget != null));
    }

    /** Identity's own cookies; the gateway's are nobody else's business. */
    private static @Nullable String othersCookies(HttpServletRequest request) {
        var others = new ArrayList<String>();
        for (var cookie : request.getCookies()) {
            if (!cookie.getName().equals(SessionCookie.SESSION) && !cookie.getName().equals(SessionCookie.VISIT)) {
                others.add(cookie.getName() + "=" + cookie.getValue());
            }
        }
        return others.isEmpty() ? null : String.join("; ", others);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SessionView(boolean signedIn, @Nullable String account, @Nullable Csrf csrf, @Nullable Instant signedInAt,
            @Nullable Instant endsAt, @Nullable Long idleMinutes) {

        static final SessionView NONE = new SessionView(false, null, null, null, null, null);
    }

    record Csrf(String header, String token) {}

    /** @param endedAtIdentity false if identity could not be told: its own sign-in then ends by its own time */
    record SignedOut(boolean signedIn, boolean endedAtIdentity) {}
}
