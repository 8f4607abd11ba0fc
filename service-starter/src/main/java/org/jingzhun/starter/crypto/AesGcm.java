package org.jingzhun.starter.crypto;

import java.security.GeneralSecurityException;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256 in Galois counter mode, with the processor's own instructions. */
final class AesGcm implements Aead {

    private final SecretKeySpec key;
    private final Cipher cipher;

    AesGcm(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
    }

    @Override
    public void seal(byte[] nonce, byte[] associated, byte[] clear, byte[] out, int at) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
            cipher.updateAAD(associated);
            cipher.doFinal(clear, 0, clear.length, out, at);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to encrypt", e);
        }
    }

    @Override
    public byte[] open(byte[] nonce, byte[] associated, byte[] in, int at) {
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
            cipher.updateAAD(associated);
            return cipher.doFinal(in, at, in.length - at);
        } catch (GeneralSecurityException e) {
            throw new NotDecipherable(e);
        }
    }
}
