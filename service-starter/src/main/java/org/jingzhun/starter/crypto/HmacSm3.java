package org.jingzhun.starter.crypto;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** HMAC over SM3 【商用密码杂凑算法】 under one key. Keeps state between calls: one thread at a time. */
final class HmacSm3 {

    private final HMac mac = new HMac(new SM3Digest());

    HmacSm3(byte[] key) {
        mac.init(new KeyParameter(key));
    }

    byte[] of(byte[] value) {
        mac.update(value, 0, value.length);
        var out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0); // also makes it ready for the next
        return out;
    }
}
