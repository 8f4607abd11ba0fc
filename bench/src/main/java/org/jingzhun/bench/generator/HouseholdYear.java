package org.jingzhun.bench.generator;

import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** A household in one year, with the situations of its members in their order. */
record HouseholdYear(Household household, int year, List<Situation> situations) {

    static HouseholdYear of(Household household, int year) {
        return new HouseholdYear(household, year,
                household.members().stream().map(person -> Situation.of(person, year)).toList());
    }

    int members() {
        return situations.size();
    }

    long able() {
        return situations.stream().filter(Situation::able).count();
    }

    /** Able, or half able. */
    boolean anyLabour() {
        return situations.stream().anyMatch(each -> each.able() || each.labour().equals(Situation.WEAK));
    }

    boolean anyIll() {
        return situations.stream().anyMatch(Situation::ill);
    }

    boolean anyDisabled() {
        return household.members().stream().anyMatch(person -> person.isDisabled(year));
    }

    boolean anyStudent(int youngest, int oldest) {
        return situations.stream().anyMatch(each -> each.student() && each.age() >= youngest && each.age() <= oldest);
    }

    boolean anyWorking() {
        return situations.stream().anyMatch(each -> each.workMonths() > 0);
    }

    boolean anyPublicPost() {
        return IntStream.range(0, members()).mapToObj(this::work).anyMatch(work -> work != null && work.publicPost() != null);
    }

    @Nullable
    Work work(int member) {
        return Work.of(household.members().get(member), situations.get(member), household.village(), year);
    }

    Household.Kind kind() {
        return household.kind(year);
    }

    Household.@Nullable Risk risk() {
        return household.risk(year);
    }

    /** 【特困供养】: old and alone since the registration. */
    boolean specialSupport() {
        return kind() == Household.Kind.REGISTERED && household.founders() == 1 && members() == 1
                && household.head().age(2019) >= 62;
    }

    /** 【低保】: poor by fortune, nobody able to work, or somebody severely disabled. */
    boolean allowance() {
        return !specialSupport()
                && ((kind() == Household.Kind.REGISTERED && household.fortune() < 0.35) || able() == 0 || severe());
    }

    /** Whether somebody has a certificate of grade 1 or 2. */
    boolean severe() {
        return household.members().stream().anyMatch(person -> person.isDisabled(year) && person.disability().charAt(1) <= '2');
    }
}
