package org.jingzhun.household.correction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jingzhun.household.correction.LockedHousehold.LockedMember;
import org.jingzhun.household.person.ResidentId;
import org.jingzhun.household.rules.Finding;
import org.jingzhun.household.rules.HouseholdCounts;
import org.jingzhun.household.rules.HouseholdRules;
import org.jingzhun.household.rules.MemberFacts;
import org.jingzhun.household.rules.MemberRules;
import org.jingzhun.household.rules.Thresholds;
import org.springframework.stereotype.Component;

/** Holds a household, as corrections would leave it, to the rules; what was broken before does not stand in a correction's way. */
@Component
class RegisterCheck {

    private static final String HEAD = "01";
    private static final String SPOUSE = "02";

    private final MemberRules rules = new MemberRules(Thresholds.shipped());

    List<Finding> worsened(LockedHousehold before, LockedHousehold after, LocalDate today) {
        var findings = new ArrayList<Finding>();
        for (var changed : after.members()) {
            before.member(changed.person())
                    .ifPresent(was -> findings.addAll(rules.worsened(facts(was, today), facts(changed, today))));
        }
        var known = HouseholdRules.check(facts(before)).stream().map(Finding::code).toList();
        HouseholdRules.check(facts(after)).stream().filter(finding -> !known.contains(finding.code())).forEach(findings::add);
        return findings;
    }

    private static HouseholdCounts facts(LockedHousehold household) {
        return new HouseholdCounts(count(household, HEAD), count(household, SPOUSE), household.members().size(), null, Set.of());
    }

    private static int count(LockedHousehold household, String relation) {
        return (int) household.members().stream().filter(member -> relation.equals(member.get(CorrectableField.RELATION)))
                .count();
    }

    private static MemberFacts facts(LockedMember member, LocalDate today) {
        var document = member.get(CorrectableField.RESIDENT_ID);
        var id = document == null || ResidentId.flaw(document.substring(0, Math.min(18, document.length())), today).isPresent()
                ? null
                : new ResidentId(document.substring(0, 18));
        var disability = document != null && document.length() >= 20 ? document.substring(18, 20) : null;
        var health = member.get(CorrectableField.HEALTH);
        var months = member.get(CorrectableField.WORK_MONTHS);
        return new MemberFacts(today, member.get(CorrectableField.RELATION), id == null ? null : id.sex(),
                id == null ? member.born() : id.birthDate(), member.get(CorrectableField.EDUCATION),
                member.get(CorrectableField.SCHOOL_STATUS), health == null ? Set.of() : new TreeSet<>(List.of(health.split(","))),
                member.get(CorrectableField.LABOUR), member.get(CorrectableField.WORK_PLACE),
                months == null ? null : Integer.valueOf(months), true, disability, Set.of());
    }
}
