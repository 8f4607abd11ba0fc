package org.jingzhun.starter.page;

/** The number of items asked for is not a positive number. */
public class LimitNotANumber extends RuntimeException {

    LimitNotANumber() {
        super("The limit is not a positive number.");
    }
}
