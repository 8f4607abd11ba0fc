package org.jingzhun.household.duplicate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jingzhun.household.division.Divisions;
import org.jingzhun.household.duplicate.Standing.Place;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.record.Disclosure;
import org.jingzhun.household.record.HouseholdRecord.MemberRecord;
import org.jingzhun.household.record.HouseholdRecords;
import org.jingzhun.household.record.HouseholdRecords.Selection;
import org.jingzhun.household.register.Sensitivity;
import org.jingzhun.starter.access.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The persons of pairs as a caller may see them: numbers masked, health and children withheld as in the register. */
@Component
class Sides {

    private static final List<Field> SHORT = List.of(Field.NAME, Field.SEX, Field.BIRTH_DATE, Field.RELATION);

    private final Standing standing;
    private final HouseholdRecords records;
    private final Sensitivity sensitivity;
    private final Divisions divisions;
    private final Clock clock;

    Sides(Standing standing, HouseholdRecords records, Sensitivity sensitivity, Divisions divisions, Clock clock) {
        this.standing = standing;
        this.records = records;
        this.sensitivity = sensitivity;
        this.divisions = divisions;
        this.clock = clock;
    }

    /**
     * One of a pair. Of one who lives where the caller does not reach, {@code elsewhere} is all that is said.
     *
     * @param lives whether he is a member of that household today
     * @param values by the names of the fields; what is withheld is missing
     * @param withheld whether something may be missing because the caller may not see it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Side(boolean elsewhere, @Nullable String person, @Nullable String household, @Nullable String village,
            @Nullable String villageName, @Nullable Boolean lives,
            @Schema(implementation = Object.class) @Nullable Map<String, Object> values, @Nullable Boolean withheld) {

        static final Side ELSEWHERE = new Side(true, null, null, null, null, null, null, null);
    }

    /** By the numbers of the persons, each of whom is there. */
    Map<String, Side> of(Collection<String> persons, boolean inFull, Scope scope, Scope sensitive) {
        var places = standing.of(persons);
        var seen = places.values().stream().filter(place -> scope.covers(place.village())).toList();
        var members = members(seen, scope, sensitive);
        var sides = new HashMap<String, Side>();
        persons.forEach(person -> sides.put(person, Side.ELSEWHERE));
        for (var place : seen) {
            var member = place.lives() ? members.get(place.person()) : null;
            sides.put(place.person(), new Side(false, place.person(), place.householdNumber(), place.village(),
                    divisions.name(place.village()), place.lives(), member == null ? null : values(member, inFull),
                    sensitive.covers(place.village()) ? null : true));
        }
        return sides;
    }

    private Map<String, MemberRecord> members(List<Place> places, Scope scope, Scope sensitive) {
        var households = places.stream().filter(Place::lives).map(Place::household).distinct().toList();
        var members = new HashMap<String, MemberRecord>();
        if (households.isEmpty()) {
            return members;
        }
        var selection = new Selection(scope.condition("h.village"), "h.id in (:wanted)", Map.of("wanted", households),
                LocalDate.now(clock).getYear(), null);
        var disclosure = new Disclosure(sensitive, new Scope.None());
        for (var household : records.after(selection, "", "", households.size())) {
            disclosure.apply(household, sensitivity);
            household.members().forEach(member -> members.put(member.number(), member));
        }
        return members;
    }

    private static Map<String, Object> values(MemberRecord member, boolean inFull) {
        var values = new LinkedHashMap<String, Object>();
        member.values().all().forEach((field, value) -> {
            if (inFull || SHORT.contains(field)) {
                values.put(field.key(), value);
            }
        });
        return values;
    }
}
