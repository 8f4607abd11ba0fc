package org.jingzhun.household.correction;

import java.util.List;

import org.jingzhun.household.rules.Finding;

/** With the correction the household or a member would break rules that it keeps now. */
class RulesBroken extends RuntimeException {

    private final List<Finding> findings;

    RulesBroken(List<Finding> findings) {
        super("The correction would break rules: " + findings.stream().map(Finding::code).toList());
        this.findings = findings;
    }

    List<Finding> findings() {
        return findings;
    }
}
