package org.jingzhun.identity.key;

import java.time.Instant;

import com.nimbusds.jose.jwk.RSAKey;

/** One key with the time from which it signs; without its private part when it signs no longer. */
record SigningKey(int number, RSAKey key, Instant signsFrom) {}
