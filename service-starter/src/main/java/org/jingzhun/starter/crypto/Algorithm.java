package org.jingzhun.starter.crypto;

import java.security.SecureRandom;

/** What a data key is for; stored beside each, so that a change of the setting leaves old fields readable. */
enum Algorithm {
    SM4_GCM(16) {
        @Override
        Aead cipher(byte[] key) {
            return new Sm4Gcm(key);
        }
    },
    AES_256_GCM(32) {
        @Override
        Aead cipher(byte[] key) {
            return new AesGcm(key);
        }
    },
    HMAC_SM3(32) {
        @Override
        Aead cipher(byte[] key) {
            throw new IllegalStateException("a key for digests encrypts nothing");
        }

        @Override
        Algorithm wrappedBy() {
            return SM4_GCM;
        }
    };

    final int keyBytes;

    Algorithm(int keyBytes) {
        this.keyBytes = keyBytes;
    }

    abstract Aead cipher(byte[] key);

    /** What a key of this kind is itself encrypted by. */
    Algorithm wrappedBy() {
        return this;
    }

    byte[] newKey(SecureRandom random) {
        var key = new byte[keyBytes];
        random.nextBytes(key);
        return key;
    }
}
