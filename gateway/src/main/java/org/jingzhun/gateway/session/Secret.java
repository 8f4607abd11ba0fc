package org.jingzhun.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * What a browser's cookie holds, and the only key to what is stored for it: Redis knows it by a digest, and keeps the tokens
 * sealed under a key that is made from it. Who reads Redis can neither use nor read a session.
 */
final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int NONCE = 12;

    private final byte[] value;
    private final String lookup;

    private Secret(byte[] value) {
        this.value = value;
        this.lookup = TEXT.encodeToString(derive("lookup"));
    }

    static Secret create() {
        var value = new byte[32];
        RANDOM.nextBytes(value);
        return new Secret(value);
    }

    static @Nullable Secret read(@Nullable String cookie) {
        return cookie == null || !FORMAT.matcher(cookie).matches() ? null : new Secret(Base64.getUrlDecoder().decode(cookie));
    }

    /** For the cookie, and for nothing else. */
    String cookie() {
        return TEXT.encodeToString(value);
    }

    /** By which Redis knows it. */
    String lookup() {
        return lookup;
    }

    /** What a page of this session must send along with every change. */
    String antiForgery() {
        return TEXT.encodeToString(derive("anti-forgery"));
    }

    String seal(byte[] plain) {
        try {
            var sealed = new byte[NONCE + plain.length + 16];
            var nonce = new byte[NONCE];
            RANDOM.nextBytes(nonce);
            System.arraycopy(nonce, 0, sealed, 0, NONCE);
            cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain, 0, plain.length, sealed, NONCE);
            return TEXT.encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] open(String sealed) {
        try {
            var bytes = Base64.getUrlDecoder().decode(sealed);
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE)).doFinal(bytes, NONCE, bytes.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("stored for another secret", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(derive("tokens"), "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(lookup.getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private byte[] derive(String purpose) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(("jingzhun gateway session " + purpose + "\n").getBytes(StandardCharsets.US_ASCII));
            return digest.digest(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
