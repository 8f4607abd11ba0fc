package org.jingzhun.starter.crypto;

/** A stored field is not what was once encrypted for this column and row: changed, moved, cut, or of a lost key. */
public class NotDecipherable extends RuntimeException {

    NotDecipherable(Throwable cause) {
        super("a stored field cannot be deciphered: changed, moved to another row, or of another key", cause);
    }

    NotDecipherable(String why) {
        super(why);
    }
}
