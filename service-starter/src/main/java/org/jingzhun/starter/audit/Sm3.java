package org.jingzhun.starter.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.jspecify.annotations.Nullable;

/** A digest over parts, each preceded by its length, so that no two lists of parts look alike. */
final class Sm3 {

    private final SM3Digest digest = new SM3Digest();

    Sm3 add(@Nullable String text) {
        return text == null ? length(-1) : add(text.getBytes(StandardCharsets.UTF_8));
    }

    Sm3 add(long number) {
        return add(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    Sm3 add(byte[] bytes) {
        length(bytes.length);
        digest.update(bytes, 0, bytes.length);
        return this;
    }

    byte[] done() {
        var out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return out;
    }

    private Sm3 length(int length) {
        var bytes = ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
        digest.update(bytes, 0, bytes.length);
        return this;
    }
}
