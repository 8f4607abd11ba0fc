package org.jingzhun.starter.crypto;

import java.util.concurrent.ConcurrentLinkedQueue;

/** HMAC-SM3 under one key; the workers that are set up for it are kept and used again. Thread-safe. */
final class KeyedHmac {

    private final byte[] key;
    private final ConcurrentLinkedQueue<HmacSm3> idle = new ConcurrentLinkedQueue<>();

    KeyedHmac(byte[] key) {
        this.key = key;
    }

    byte[] of(byte[] value) {
        var free = idle.poll();
        var worker = free != null ? free : new HmacSm3(key);
        var digest = worker.of(value);
        idle.add(worker);
        return digest;
    }
}
