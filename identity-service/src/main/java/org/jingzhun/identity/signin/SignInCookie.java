package org.jingzhun.identity.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jingzhun.identity.account.AccessQuery;
import org.jingzhun.identity.session.SessionEnd;
import org.jingzhun.starter.crypto.FieldCipher;
import org.jingzhun.starter.crypto.NotDecipherable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Who has just signed in at this page, in an encrypted cookie of some minutes. It is checked against the account at each use: locking
 * the account, or changing its password or grants, ends it.
 */
@Component
class SignInCookie {

    static final String NAME = "__Host-jingzhun-sign-in";

    private static final String PURPOSE = "cookie.sign-in";
    private static final String VERSION = "1";

    private final FieldCipher cipher;
    private final AccessQuery access;
    private final SessionEnd ended;
    private final SignInSettings settings;
    private final Clock clock;

    SignInCookie(FieldCipher cipher, AccessQuery access, SessionEnd ended, SignInSettings settings, Clock clock) {
        this.cipher = cipher;
        this.access = access;
        this.ended = ended;
        this.settings = settings;
        this.clock = clock;
    }

    /** How far somebody has come. */
    enum Stage {
        SIGNED_IN, MUST_CHANGE_PASSWORD
    }

    record SignedIn(String account, Instant at, Stage stage) {}

    void write(HttpServletResponse response, String account, Stage stage) {
        var at = ended.beginning(account, clock.instant());
        var text = String.join(" ", account, Long.toString(at.toEpochMilli()), stage.name());
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(cipher.encrypt(text, PURPOSE, VERSION));
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(value).maxAge(settings.cookie()).build().toString());
    }

    void clear(HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("").maxAge(0).build().toString());
    }

    Optional<SignedIn> read(HttpServletRequest request) {
        if (request.getCookies() == null) {
            return Optional.empty();
        }
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals(NAME)) {
                return open(cookie.getValue()).filter(this::stillHolds);
            }
        }
        return Optional.empty();
    }

    private Optional<SignedIn> open(String value) {
        try {
            var parts = cipher.decryptText(Base64.getUrlDecoder().decode(value), PURPOSE, VERSION).split(" ", -1);
            return Optional.of(new SignedIn(parts[0], Instant.ofEpochMilli(Long.parseLong(parts[1])), Stage.valueOf(parts[2])));
        } catch (IllegalArgumentException | NotDecipherable notOurs) {
            return Optional.empty();
        }
    }

    private boolean stillHolds(SignedIn signedIn) {
        return clock.instant().isBefore(signedIn.at().plus(settings.cookie()))
                && ended.cutoff(signedIn.account()).filter(signedIn.at()::isBefore).isEmpty()
                && access.ofAccount(signedIn.account()).filter(account -> !account.locked()).isPresent();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(NAME, value).path("/").secure(true).httpOnly(true).sameSite("Lax");
    }
}
