package org.jingzhun.household.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A household as it is answered: codes as in the code lists, the phone masked, {@code withheld} names what the caller may not see. */
record HouseholdView(String number, String village, String villageName, @Nullable String hamlet, @Nullable String type,
        @Nullable String poorKind, @Nullable String exitState, @Nullable String mainCause, @Nullable String phone,
        @Nullable Boolean dangerousHouse, @Nullable Boolean safeWater, @Nullable Boolean waterDifficulty,
        @Nullable BigDecimal incomePerHead, @Nullable String monitoredKind, @Nullable LocalDate firstIdentifiedOn,
        @Nullable LocalDate riskIdentifiedOn, @Nullable Boolean riskEliminated, @Nullable LocalDate riskEliminatedOn,
        @Nullable Integer dataYear, @JsonIgnore long version, List<MemberView> members,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> withheld) {

    static final List<String> CAUSE = List.of("mainCause");

    HouseholdView with(long version, List<MemberView> members) {
        return new HouseholdView(number, village, villageName, hamlet, type, poorKind, exitState, mainCause, phone,
                dangerousHouse,
                safeWater, waterDifficulty, incomePerHead, monitoredKind, firstIdentifiedOn, riskIdentifiedOn, riskEliminated,
                riskEliminatedOn, dataYear, version, members, withheld);
    }
}
