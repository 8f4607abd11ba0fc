package org.jingzhun.starter.crypto;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/** SM4 in Galois counter mode. The key schedule and the multiplication table are made once and kept. */
final class Sm4Gcm implements Aead {

    private final GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
    private @Nullable KeyParameter firstKey;

    Sm4Gcm(byte[] key) {
        firstKey = new KeyParameter(key);
    }

    @Override
    public void seal(byte[] nonce, byte[] associated, byte[] clear, byte[] out, int at) {
        init(true, nonce, associated);
        var done = cipher.processBytes(clear, 0, clear.length, out, at);
        finish(out, at + done);
    }

    @Override
    public byte[] open(byte[] nonce, byte[] associated, byte[] in, int at) {
        init(false, nonce, associated);
        var clear = new byte[in.length - at - TAG_BYTES];
        var done = cipher.processBytes(in, at, in.length - at, clear, 0);
        finish(clear, done);
        return clear;
    }

    @SuppressWarnings("NullAway") // a null key tells Bouncy Castle to go on with the one that it has
    private void init(boolean encrypting, byte[] nonce, byte[] associated) {
        cipher.init(encrypting, new AEADParameters(firstKey, TAG_BYTES * 8, nonce, associated));
        firstKey = null;
    }

    private void finish(byte[] out, int at) {
        try {
            cipher.doFinal(out, at);
        } catch (InvalidCipherTextException e) {
            throw new NotDecipherable(e);
        }
    }
}
