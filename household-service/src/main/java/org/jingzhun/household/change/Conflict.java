package org.jingzhun.household.change;

import org.jspecify.annotations.Nullable;

/**
 * What changed in the register between entering a change and applying it.
 *
 * @param field null where it is not a single field, but who lives in the household
 * @param by the account that changed it last
 * @param at when
 */
record Conflict(@Nullable String household, @Nullable String person, @Nullable Integer year, @Nullable String field,
        @Nullable String by, @Nullable String at) {}
