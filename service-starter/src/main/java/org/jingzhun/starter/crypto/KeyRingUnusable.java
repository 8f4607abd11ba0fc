package org.jingzhun.starter.crypto;

/** The key ring cannot be used; the message is one sentence for whoever starts the service. */
public class KeyRingUnusable extends RuntimeException {

    private final String remedy;

    KeyRingUnusable(String sentence, String remedy) {
        super(sentence);
        this.remedy = remedy;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
