package org.jingzhun.household.rules;

import java.util.List;
import java.util.stream.Stream;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.person.Phone;

import static org.jingzhun.household.field.Field.*;
import static org.jingzhun.household.rules.HouseholdRule.household;
import static org.jingzhun.household.rules.Limits.broken;

/** House, water, road and land. */
final class LivingRules {

    static final List<HouseholdRule> ALL = Stream.of(List.of(
            household("household-phone-not-11-digits", HOUSEHOLD_PHONE, Fields.of(HOUSEHOLD_PHONE), (it, limits) -> {
                var phone = it.values().text(HOUSEHOLD_PHONE);
                return broken(phone != null && !Phone.valid(phone));
            }),
            household("dangerous-house-not-monitored", DANGEROUS_HOUSE, Fields.of(DANGEROUS_HOUSE, MONITORED_KIND),
                    (it, limits) -> broken(it.isEscaped() && it.values().yes(DANGEROUS_HOUSE) && !it.isMonitored())),
            household("unsafe-water-not-monitored", SAFE_WATER, Fields.of(SAFE_WATER, MONITORED_KIND),
                    (it, limits) -> broken(it.isEscaped() && it.values().no(SAFE_WATER) && !it.isMonitored())),
            household("safe-water-contradicts-difficulty", WATER_DIFFICULTY, Fields.of(SAFE_WATER, WATER_DIFFICULTY),
                    (it, limits) -> broken(it.values().yes(SAFE_WATER) && it.values().yes(WATER_DIFFICULTY))),
            household("road-far", ROAD_DISTANCE, Fields.of(ROAD_DISTANCE),
                    (it, limits) -> broken(it.values().isAbove(ROAD_DISTANCE, limits.of("road-distance-most")),
                            limits.of("road-distance-most"))),
            empty("safe-water-empty", SAFE_WATER), empty("dangerous-house-empty", DANGEROUS_HOUSE),
            empty("toilet-empty", SANITARY_TOILET), empty("road-kind-empty", ROAD_KIND), empty("fuel-empty", FUEL),
            empty("electricity-empty", ELECTRICITY), empty("cultivated-area-empty", CULTIVATED_AREA),
            household("housing-area-empty", HOUSING_AREA, Fields.of(HOUSING_AREA),
                    (it, limits) -> broken(it.values().sum(HOUSING_AREA).signum() <= 0)),
            household("housing-area-small", HOUSING_AREA, Fields.of(HOUSING_AREA), (it, limits) -> {
                var area = it.values().sum(HOUSING_AREA);
                var least = limits.of("housing-area-per-head-least");
                return broken(area.signum() > 0 && it.values().isBelow(HOUSING_AREA, least * it.members().size()), least);
            }),
            household("housing-area-large", HOUSING_AREA, Fields.of(HOUSING_AREA),
                    (it, limits) -> broken(it.values().isAbove(HOUSING_AREA, limits.of("housing-area-most")),
                            limits.of("housing-area-most")))),
            List.of(area("cultivated-area-out-of-range", CULTIVATED_AREA), area("pasture-area-out-of-range", PASTURE_AREA),
                    area("water-area-out-of-range", WATER_AREA), area("forest-area-out-of-range", FOREST_AREA),
                    area("fallow-area-out-of-range", FALLOW_AREA), area("fruit-area-out-of-range", FRUIT_AREA)))
            .flatMap(List::stream).toList();

    private LivingRules() {}

    /** Asked by the household sheet and not answered. */
    private static HouseholdRule empty(String code, Field field) {
        return household(code, field, Fields.of(field, SANITARY_TOILET), (it, limits) -> broken(!it.values().has(field)));
    }

    /** Below 0 or above the limit; what the rule catalogue writes with "and" would never be true. */
    private static HouseholdRule area(String code, Field field) {
        var limit = field.key().replace("Area", "-area-most");
        return household(code, field, Fields.of(field), (it, limits) -> broken(
                it.values().isBelow(field, 0) || it.values().isAbove(field, limits.of(limit)), limits.of(limit)));
    }
}
