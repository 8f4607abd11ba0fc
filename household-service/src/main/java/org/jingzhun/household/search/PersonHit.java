package org.jingzhun.household.search;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A person found, and where he lives.
 *
 * @param mergedFrom the number whose entry was merged into his, where he is found by it, or by its resident ID, and it lay in the
 *     caller's area
 */
record PersonHit(String person, String name, String sex, LocalDate birthDate, String residentId, String relation,
        String household,
        String village, String villageName, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String mergedFrom) {

    PersonHit withMergedFrom(@Nullable String number) {
        return new PersonHit(person, name, sex, birthDate, residentId, relation, household, village, villageName, number);
    }
}
