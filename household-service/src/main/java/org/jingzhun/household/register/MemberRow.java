package org.jingzhun.household.register;

import org.jspecify.annotations.Nullable;

/**
 * A member of a household as {@link FieldColumns} read him.
 *
 * @param id of the membership, the last that decides the order
 */
@SuppressWarnings("ArrayRecordComponent") // nothing compares them
public record MemberRow(long id, String number, @Nullable Object[] person, @Nullable Object[] membership) {}
