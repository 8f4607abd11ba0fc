package org.jingzhun.household.register;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the list of households is narrowed to; what is not given is null.
 *
 * @param hamlet exactly this hamlet 【自然村】
 * @param incomeBelow net income per head below this many yuan
 * @param labour, ageFrom, ageTo, health households with any member of whom all of these are true
 */
public record HouseholdFilter(@Nullable @Size(max = 16) String type, @Nullable @Size(max = 16) String exitState,
        @Nullable @Size(max = 16) String mainCause, @Nullable @Size(max = 16) String poorKind,
        @Nullable @Size(max = 16) String monitoredKind, @Nullable Boolean riskEliminated, @Nullable Boolean dangerousHouse,
        @Nullable Boolean safeWater, @Nullable @DecimalMin("0") BigDecimal incomeBelow, @Nullable @Size(max = 60) String hamlet,
        @Nullable @Size(max = 16) String labour, @Nullable @Min(0) @Max(150) Integer ageFrom,
        @Nullable @Min(0) @Max(150) Integer ageTo, @Nullable @Size(max = 16) String health) {

    public static final HouseholdFilter NONE = new HouseholdFilter(null, null, null, null, null, null, null, null, null, null,
            null, null, null, null);

    /** What is asked of the household itself, the rarest first: the first that has an index is looked up in it. */
    List<Wanted> ofHousehold() {
        var wanted = new ArrayList<Wanted>();
        add(wanted, "monitored_kind", monitoredKind, true);
        add(wanted, "main_cause", mainCause, true);
        add(wanted, "dangerous_house", dangerousHouse, true);
        add(wanted, "type", type, true);
        add(wanted, "exit_state", exitState, true);
        add(wanted, "poor_kind", poorKind, false);
        add(wanted, "risk_eliminated", riskEliminated, false);
        add(wanted, "safe_water", safeWater, false);
        add(wanted, "hamlet", hamlet, false);
        return wanted;
    }

    /** Whether anything is asked of the members. */
    boolean isOfMembers() {
        return labour != null || ageFrom != null || ageTo != null || health != null;
    }

    /** The index that a page walks over. */
    String index() {
        return ofHousehold().stream().filter(Wanted::isIndexed).findFirst().map(it -> "household_by_" + it.column())
                .orElse("household_by_village");
    }

    /** Whether the index alone gives the page: there is at most one thing asked, and it has an index. */
    boolean isOneRange() {
        var wanted = ofHousehold();
        return !isOfMembers() && incomeBelow == null
                && (wanted.isEmpty() || (wanted.size() == 1 && wanted.getFirst().isIndexed()));
    }

    private static void add(List<Wanted> to, String column, @Nullable Object value, boolean isIndexed) {
        if (value != null) {
            to.add(new Wanted(column, value, isIndexed));
        }
    }

    /** A column of the household that must have a value. */
    record Wanted(String column, Object value, boolean isIndexed) {}
}
