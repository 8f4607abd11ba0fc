package org.jingzhun.starter.crypto;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A key of one purpose, unwrapped, with the ciphers that are set up for it. */
final class DataKey {

    private static final SecureRandom RANDOM = new SecureRandom();

    final int id;
    final String purpose;
    final int generation;
    final Algorithm algorithm;
    final Instant activeFrom;
    private final byte[] key;
    // Not thread-local: requests run on virtual threads, which live for one request only.
    private final ConcurrentLinkedQueue<Worker> idle = new ConcurrentLinkedQueue<>();

    DataKey(int id, String purpose, int generation, Algorithm algorithm, byte[] key, Instant activeFrom) {
        this.id = id;
        this.purpose = purpose;
        this.generation = generation;
        this.algorithm = algorithm;
        this.key = key;
        this.activeFrom = activeFrom;
    }

    byte[] bytes() {
        return key.clone();
    }

    byte[] seal(byte[] associated, byte[] clear) {
        var worker = borrow();
        var nonce = worker.nonce();
        var out = new byte[Integer.BYTES + Aead.NONCE_BYTES + clear.length + Aead.TAG_BYTES];
        out[0] = (byte) (id >>> 24);
        out[1] = (byte) (id >>> 16);
        out[2] = (byte) (id >>> 8);
        out[3] = (byte) id;
        System.arraycopy(nonce, 0, out, Integer.BYTES, nonce.length);
        worker.cipher.seal(nonce, associated, clear, out, Integer.BYTES + nonce.length);
        idle.add(worker); // after a failure it is dropped instead
        return out;
    }

    byte[] open(byte[] associated, byte[] sealed) {
        var worker = borrow();
        var nonce = new byte[Aead.NONCE_BYTES];
        System.arraycopy(sealed, Integer.BYTES, nonce, 0, nonce.length);
        var clear = worker.cipher.open(nonce, associated, sealed, Integer.BYTES + nonce.length);
        idle.add(worker);
        return clear;
    }

    private Worker borrow() {
        var free = idle.poll();
        return free != null ? free : new Worker(algorithm.cipher(key));
    }

    /** A cipher with a store of random bytes, because asking the system for twelve at a time costs more than the cipher. */
    private static final class Worker {

        final Aead cipher;
        private final byte[] random = new byte[256 * Aead.NONCE_BYTES];
        private int used = random.length;

        Worker(Aead cipher) {
            this.cipher = cipher;
        }

        byte[] nonce() {
            if (used == random.length) {
                RANDOM.nextBytes(random);
                used = 0;
            }
            var nonce = new byte[Aead.NONCE_BYTES];
            System.arraycopy(random, used, nonce, 0, nonce.length);
            used += nonce.length;
            return nonce;
        }
    }
}
