package org.jingzhun.household.rules;

import java.time.LocalDate;
import java.util.Set;

import org.jingzhun.household.field.Field;
import org.jspecify.annotations.Nullable;

/**
 * What the rules look at in a member; codes as in the national code lists.
 *
 * @param on the day that ages are counted for: of the data, not of the import
 * @param sex 1 male, 2 female, by the resident ID
 * @param workPlaceAsked false where the list has no such column (2022), so that its absence says nothing
 * @param disability kind and grade of a disability certificate 【残疾类别和等级】, "41"
 * @param doubtful fields that could not be read: a rule that needs one of them is silent, the finding is there already
 */
public record MemberFacts(LocalDate on, @Nullable String relation, @Nullable String sex, @Nullable LocalDate birthDate,
        @Nullable String education, @Nullable String schoolStatus, Set<String> health, @Nullable String labour,
        @Nullable String workPlace, @Nullable Integer workMonths, boolean workPlaceAsked, @Nullable String disability,
        Set<Field> doubtful) {}
