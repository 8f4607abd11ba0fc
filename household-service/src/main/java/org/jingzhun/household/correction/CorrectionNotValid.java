package org.jingzhun.household.correction;

import java.util.List;

/** The correction names a field or a value that cannot be. */
class CorrectionNotValid extends RuntimeException {

    private final List<Flaw> flaws;

    CorrectionNotValid(List<Flaw> flaws) {
        super("The correction has " + flaws.size() + " flaws.");
        this.flaws = flaws;
    }

    List<Flaw> flaws() {
        return flaws;
    }

    /** Where, and which message tells it with which arguments. */
    record Flaw(String pointer, String message, List<String> arguments) {}
}
