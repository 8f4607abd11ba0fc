package org.jingzhun.household.rules;

import java.util.List;

import org.jingzhun.household.field.Field;

/**
 * One thing that is wrong, by the name of its rule.
 *
 * @param arguments of the message; never a personal value, since findings are stored and listed
 */
public record Finding(String code, Field field, List<String> arguments) {

    public Finding(String code, Field field, String... arguments) {
        this(code, field, List.of(arguments));
    }

    /** Whether it refuses the row or the change; a warning only opens a finding. */
    public boolean isRefusal() {
        return Catalogue.shipped().level(code) == RuleEntry.Level.ERROR;
    }
}
