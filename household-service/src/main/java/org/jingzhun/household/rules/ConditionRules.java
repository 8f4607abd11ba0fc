package org.jingzhun.household.rules;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import static org.jingzhun.household.field.Field.*;
import static org.jingzhun.household.rules.Limits.broken;
import static org.jingzhun.household.rules.PersonRule.first;
import static org.jingzhun.household.rules.PersonRule.person;

/** Health, disability, and the days of a member's life in the register. */
final class ConditionRules {

    static final List<PersonRule> ALL = List.of(
            first("health-contradictory", HEALTH, Fields.of(HEALTH), (it, limits) -> {
                var health = it.values().text(HEALTH);
                return broken(health != null && health.length() > 1 && it.values().is(HEALTH, "1"));
            }),
            person("labour-empty", LABOUR, Fields.of(LABOUR), (it, limits) -> broken(!it.values().has(LABOUR))),
            person("disabled-without-certificate", DOCUMENT_KIND, Fields.of(HEALTH, RESIDENT_ID, DISABILITY_KIND),
                    (it, limits) -> broken(it.values().is(HEALTH, "4") && it.certificate() == null)),
            person("certificate-of-healthy", HEALTH, Fields.of(HEALTH, RESIDENT_ID),
                    (it, limits) -> broken(it.certificate() != null && it.values().has(HEALTH) && !it.values().is(HEALTH, "4"))),
            person("disability-kind-of-healthy", DISABILITY_KIND, Fields.of(HEALTH, DISABILITY_KIND),
                    (it, limits) -> broken(
                            it.values().has(DISABILITY_KIND) && it.values().has(HEALTH) && !it.values().is(HEALTH, "4"))),
            person("disability-kind-missing", DISABILITY_KIND, Fields.of(HEALTH, DISABILITY_KIND),
                    (it, limits) -> broken(it.values().is(HEALTH, "4") && !it.values().has(DISABILITY_KIND))),
            person("disability-kind-contradicts-certificate", DISABILITY_KIND, Fields.of(DISABILITY_KIND, RESIDENT_ID),
                    ConditionRules::otherKind),
            person("certificate-year-impossible", DISABILITY_CERTIFICATE_YEAR,
                    Fields.of(DISABILITY_CERTIFICATE_YEAR, RESIDENT_ID),
                    (it, limits) -> {
                        var year = it.values().number(DISABILITY_CERTIFICATE_YEAR);
                        var born = it.values().day(BIRTH_DATE);
                        return broken(year != null && born != null && (year < born.getYear() || year > it.on().getYear()));
                    }),
            person("party-member-too-young", POLITICAL_STATUS, Fields.of(POLITICAL_STATUS, RESIDENT_ID),
                    (it, limits) -> broken(it.values().isAmong(POLITICAL_STATUS, Set.of("01", "02"))
                            && it.isYoungerThan(limits.of("party-member-from-age")), limits.of("party-member-from-age"))),
            person("league-member-of-other-age", POLITICAL_STATUS, Fields.of(POLITICAL_STATUS, RESIDENT_ID),
                    (it, limits) -> broken(it.values().is(POLITICAL_STATUS, "03") && it.age() >= 0
                            && !it.isOf(limits.of("league-member-from-age"), limits.of("league-member-to-age")),
                            limits.of("league-member-from-age"), limits.of("league-member-to-age"))),
            person("identified-before-birth", IDENTIFIED_ON, Fields.of(IDENTIFIED_ON, RESIDENT_ID), (it, limits) -> {
                var identified = it.values().day(IDENTIFIED_ON);
                var born = it.values().day(BIRTH_DATE);
                return broken(identified != null && born != null && identified.isBefore(born));
            }),
            person("dead-member", DIED_ON, Fields.of(DIED_ON), (it, limits) -> {
                var died = it.values().day(DIED_ON);
                return broken(died != null && !died.isAfter(it.on()) && !it.values().has(LEFT_ON));
            }),
            person("very-old", RESIDENT_ID, Fields.of(RESIDENT_ID),
                    (it, limits) -> broken(it.isAtLeast(limits.of("very-old-from-age")), limits.of("very-old-from-age"))));

    private ConditionRules() {}

    private static @Nullable List<String> otherKind(PersonFacts person, Limits limits) {
        var certificate = person.certificate();
        var kind = person.values().text(DISABILITY_KIND);
        return broken(certificate != null && kind != null && certificate.charAt(0) != kind.charAt(0));
    }
}
