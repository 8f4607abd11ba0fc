package org.jingzhun.household.rules;

import java.util.Set;

import org.jingzhun.household.field.Field;
import org.jspecify.annotations.Nullable;

/**
 * A household counted over the rows of a list.
 *
 * @param stated members as the list states them 【人数】, null where that cannot be read
 * @param differing columns that must be the same on all rows of a household, but are not
 */
public record HouseholdCounts(int heads, int spouses, int rows, @Nullable Integer stated, Set<Field> differing) {}
