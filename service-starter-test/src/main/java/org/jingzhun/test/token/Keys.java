package org.jingzhun.test.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** The signing keys of the tests, made anew in each run. */
final class Keys {

    static final RSAKey OURS = made("test");

    /** Somebody else's, who gives it the name of ours. */
    static final RSAKey FORGED = made("test");

    private Keys() {}

    private static RSAKey made(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
