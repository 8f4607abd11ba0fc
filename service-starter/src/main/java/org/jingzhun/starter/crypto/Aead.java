package org.jingzhun.starter.crypto;

/** One key set up for authenticated encryption. Keeps state between calls: one thread at a time. */
interface Aead {

    int NONCE_BYTES = 12;
    int TAG_BYTES = 16;

    /** Writes ciphertext and tag to {@code out} from {@code at} on. */
    void seal(byte[] nonce, byte[] associated, byte[] clear, byte[] out, int at);

    /** The clear text of the ciphertext and tag that {@code in} holds from {@code at} on. */
    byte[] open(byte[] nonce, byte[] associated, byte[] in, int at);
}
