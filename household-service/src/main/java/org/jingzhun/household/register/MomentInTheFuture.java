package org.jingzhun.household.register;

/** A read asked for a day or an instant that has not come yet. */
public class MomentInTheFuture extends RuntimeException {

    MomentInTheFuture() {
        super("That moment has not come yet.", null, false, false);
    }
}
