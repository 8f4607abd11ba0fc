package org.jingzhun.standalone.text;

/** The suite cannot go on; the key names the one sentence that the operator reads. */
public class Refusal extends RuntimeException {

    private final String key;
    private final transient Object[] arguments;

    public Refusal(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = arguments.clone();
    }

    public String in(Words words) {
        return words.of(key, arguments);
    }

    public String key() {
        return key;
    }
}
