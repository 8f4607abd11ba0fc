package org.jingzhun.household.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import static org.jingzhun.household.field.Field.*;
import static org.jingzhun.household.rules.HouseholdRule.household;
import static org.jingzhun.household.rules.Limits.broken;

/** Work, insurance and support of a household's members together. All of them cross members. */
final class FamilyWorkRules {

    private static final Set<String> ALLOWANCE_KINDS = Set.of("2", "4", "14");
    private static final Set<String> SUPPORT_KINDS = Set.of("3", "5", "15");

    static final List<HouseholdRule> ALL = List.of(
            household("uninsured-not-monitored", RESIDENT_INSURANCE, Fields.of(MONITORED_KIND),
                    (it, limits) -> broken(it.isEscaped() && !it.isMonitored() && it.anyone(InsuranceRules::isUninsured))),
            household("uninsured-without-measure", HEALTH_MEASURE, Fields.of(HEALTH_MEASURE, SOCIAL_MEASURE),
                    (it, limits) -> broken(it.isAtRisk() && it.anyone(InsuranceRules::isUninsured)
                            && !it.hasMeasure(HEALTH_MEASURE, SOCIAL_MEASURE))),
            household("dropout-without-measure", COMPULSORY_MEASURE, Fields.of(COMPULSORY_MEASURE),
                    (it, limits) -> broken(it.isAtRisk() && !it.hasMeasure(COMPULSORY_MEASURE)
                            && it.anyone(member -> isOut(member, limits)))),
            household("phone-shared-in-different-counties", PHONE, Fields.NONE, FamilyWorkRules::sharedPhone),
            household("nobody-able-nobody-supported", ALLOWANCE, Fields.NONE, Fields.of(LABOUR, ALLOWANCE, SPECIAL_SUPPORT),
                    (it, limits) -> broken(!it.members().isEmpty() && it.nobody(PersonFacts::hasLabour) && it.nobody(
                            member -> member.values().yes(ALLOWANCE) || member.values().yes(SPECIAL_SUPPORT)))),
            household("nobody-able-not-secured", NO_LABOUR_SECURITY, Fields.of(NO_LABOUR_SECURITY), Fields.of(LABOUR),
                    (it, limits) -> broken(it.isAtRisk() && !it.members().isEmpty() && it.nobody(PersonFacts::hasLabour)
                            && !it.values().yes(NO_LABOUR_SECURITY))),
            household("secured-but-able", NO_LABOUR_SECURITY, Fields.of(NO_LABOUR_SECURITY), Fields.of(LABOUR),
                    (it, limits) -> broken(it.values().yes(NO_LABOUR_SECURITY) && it.anyone(PersonFacts::isAble))),
            household("allowance-kind-without-member", POOR_KIND, Fields.of(POOR_KIND), Fields.of(ALLOWANCE),
                    (it, limits) -> broken(it.values().isAmong(POOR_KIND, ALLOWANCE_KINDS) && !it.members().isEmpty()
                            && it.nobody(member -> member.values().yes(ALLOWANCE)))),
            household("support-kind-without-member", POOR_KIND, Fields.of(POOR_KIND), Fields.of(SPECIAL_SUPPORT),
                    (it, limits) -> broken(it.values().isAmong(POOR_KIND, SUPPORT_KINDS) && !it.members().isEmpty()
                            && it.nobody(member -> member.values().yes(SPECIAL_SUPPORT)))));

    private FamilyWorkRules() {}

    private static boolean isOut(PersonFacts member, Limits limits) {
        return member.values().knows(SCHOOL_STATUS) && member.values().knows(RESIDENT_ID)
                && SchoolRules.isOutOfSchool(member, limits);
    }

    /** One phone cannot be in two counties. */
    private static @Nullable List<String> sharedPhone(HouseholdFacts household, Limits limits) {
        var countyOfPhone = new HashMap<String, String>();
        return broken(household.anyone(member -> {
            var phone = member.values().text(PHONE);
            var county = member.values().text(WORK_COUNTY);
            if (phone == null || county == null || !member.works()) {
                return false;
            }
            var other = countyOfPhone.putIfAbsent(phone, county);
            return other != null && !other.equals(county);
        }));
    }
}
