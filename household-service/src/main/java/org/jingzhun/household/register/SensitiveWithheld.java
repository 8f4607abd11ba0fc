package org.jingzhun.household.register;

/** The caller asked by what he may not see: illness, disability, or a child. */
public class SensitiveWithheld extends RuntimeException {

    /** Without a word on what was asked. */
    public SensitiveWithheld() {
        super("Illness, disability and children are not for this role.");
    }
}
