package org.jingzhun.standalone.process;

/** Asks a child whether it can be used now; quick, and without a word when it cannot. */
@FunctionalInterface
public interface Probe {

    boolean ready();
}
