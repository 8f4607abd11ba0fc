package org.jingzhun.household.register;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A member of a household as he is answered: number masked, {@code withheld} names what the caller may not see. */
record MemberView(String number, @Nullable String name, @Nullable String sex, @Nullable LocalDate birthDate,
        @Nullable String documentKind, @Nullable String residentId, @Nullable String phone, @Nullable String ethnicity,
        @Nullable String education, @Nullable String schoolStatus, @Nullable List<String> health, @Nullable String labour,
        @Nullable String workPlace, @Nullable Integer workMonths, @Nullable Boolean seriousIllnessInsurance,
        @Nullable LocalDate identifiedOn, String relation, @Nullable LocalDate joinedOn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> withheld) {

    /** The kind of the document as well: a disability certificate tells of the disability. */
    static final List<String> HEALTH = List.of("health", "documentKind");

    private static final List<String> ALL = List.of("name", "sex", "birthDate", "documentKind", "residentId", "phone",
            "ethnicity",
            "education", "schoolStatus", "health", "labour", "workPlace", "workMonths", "seriousIllnessInsurance", "identifiedOn",
            "joinedOn");

    static MemberView withheldChild(String number, String relation) {
        return new MemberView(number, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                relation,
                null, ALL);
    }
}
