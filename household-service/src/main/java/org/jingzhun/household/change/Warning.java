package org.jingzhun.household.change;

import java.util.List;

import org.jingzhun.household.rules.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What the rules warn of after a change and not before it 【提示】: it refuses nothing, and the next run over the register finds it.
 *
 * @param person null where it is about the household
 * @param arguments of the message; never a personal value
 */
record Warning(String household, @Nullable String person, String rule, String field, List<String> arguments) {

    static Warning of(String household, @Nullable String person, Finding finding) {
        return new Warning(household, person, finding.code(), finding.field().key(), finding.arguments());
    }
}
