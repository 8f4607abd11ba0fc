package org.jingzhun.test.token;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

/**
 * An access token as identity-service writes it: {@code TestToken.person("a1").grant("county-officer", "rural-affairs",
 * "451481").bearer()}. Each method gives a changed copy.
 */
public final class TestToken {

    private static final Duration VALID = Duration.ofMinutes(60); // longer than any run of tests

    private final Map<String, Object> claims;
    private final List<Map<String, String>> grants;

    private TestToken(Map<String, Object> claims, List<Map<String, String>> grants) {
        this.claims = claims;
        this.grants = grants;
    }

    public static TestToken person(String account) {
        return of(account, "person");
    }

    public static TestToken service(String account) {
        return of(account, "service");
    }

    private static TestToken of(String account, String kind) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", "http://localhost:8080");
        claims.put("sub", account);
        claims.put("aud", List.of("jingzhun"));
        claims.put("iat", now().minus(VALID));
        claims.put("exp", now().plus(VALID));
        claims.put("kind", kind);
        return new TestToken(claims, List.of());
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    public TestToken grant(String role, String department, String area) {
        var more = new ArrayList<>(grants);
        more.add(Map.of("role", role, "department", department, "area", area));
        return new TestToken(claims, List.copyOf(more));
    }

    /** A claim of one's own, such as {@code scope} for a machine endpoint. */
    public TestToken claim(String name, Object value) {
        var more = new LinkedHashMap<>(claims);
        more.put(name, value);
        return new TestToken(more, grants);
    }

    public TestToken without(String name) {
        var fewer = new LinkedHashMap<>(claims);
        fewer.remove(name);
        return new TestToken(fewer, grants);
    }

    public TestToken issuer(String issuer) {
        return claim("iss", issuer);
    }

    public TestToken audience(String audience) {
        return claim("aud", List.of(audience));
    }

    public TestToken expired() {
        return claim("exp", now().minus(Duration.ofMinutes(5)));
    }

    /** The good token. */
    public String token() {
        return signed(Keys.OURS);
    }

    /** The good token as the value of the header {@code Authorization}. */
    public String bearer() {
        return "Bearer " + token();
    }

    /** With {@code alg: none} and no signature. */
    public String unsigned() {
        return new PlainJWT(claimsSet()).serialize();
    }

    /** Signed by somebody else under the name of our key. */
    public String forged() {
        return signed(Keys.FORGED);
    }

    /** Signed by HS256 with our public key as the secret, which careless verifiers accept. */
    public String confused() {
        try {
            var secret = Keys.OURS.toRSAPublicKey().getEncoded();
            return signed(JWSAlgorithm.HS256, new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Our signature under other claims: one's own area is widened to the whole country. */
    public String tampered() {
        var parts = token().split("\\.", -1);
        var widened = new TestToken(claims, List.of(Map.of("role", "county-officer", "department", "rural-affairs", "area", "")));
        var payload = Base64URL.encode(widened.claimsSet().toString().getBytes(StandardCharsets.UTF_8));
        return parts[0] + "." + payload + "." + parts[2];
    }

    private String signed(RSAKey key) {
        try {
            return signed(JWSAlgorithm.RS256, new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed(JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
        var jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(Keys.OURS.getKeyID()).build(), claimsSet());
        jwt.sign(signer);
        return jwt.serialize();
    }

    private JWTClaimsSet claimsSet() {
        var set = new JWTClaimsSet.Builder();
        claims.forEach((name, value) -> set.claim(name, value instanceof Instant time ? Date.from(time) : value));
        if (!claims.containsKey("grants")) {
            set.claim("grants", grants);
        }
        return set.build();
    }
}
