package org.jingzhun.household.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jingzhun.household.facts.FactCiphers;
import org.jingzhun.household.facts.RegisterFacts;
import org.jingzhun.household.facts.RegisterFacts.Years;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.imports.ProjectedParts.FileRow;
import org.jingzhun.household.imports.ProjectedParts.Household;
import org.jingzhun.household.imports.ProjectedParts.Known;
import org.jingzhun.household.imports.ProjectedParts.Sealed;
import org.jingzhun.household.imports.ProjectedParts.Told;
import org.jingzhun.household.rules.HouseholdFacts;
import org.jingzhun.household.rules.Values;
import org.jspecify.annotations.Nullable;

/** A household of a file while its parts come in, from the file and from the register. What the file tells lies over the rest. */
final class ProjectedDraft {

    private static final String HEAD = "01";

    private final Household household;
    private final Told told;
    private final int dataYear;
    private final LocalDate today;
    private final List<FileRow> rows = new ArrayList<>();
    private final Map<String, Known> known = new LinkedHashMap<>();
    private final TreeMap<Integer, Values> years = new TreeMap<>();
    private final Map<Long, Values> earlierPersons = new HashMap<>();
    private @Nullable Values earlier;

    ProjectedDraft(Household household, Told told, int dataYear, LocalDate today) {
        this.household = household;
        this.told = told;
        this.dataYear = dataYear;
        this.today = today;
    }

    Household household() {
        return household;
    }

    List<FileRow> rows() {
        return rows;
    }

    void add(FileRow row) {
        rows.add(row);
    }

    void add(Known person) {
        known.put(person.number(), person);
    }

    void addYear(int year, Values values) {
        years.put(year, values);
    }

    void addEarlier(Values values) {
        earlier = values;
    }

    void addEarlier(long person, Values values) {
        earlierPersons.put(person, values);
    }

    /** Persons who are corrected as of the day from which they are known: what was before stands in the history. */
    List<Long> personsOfTheSameDay() {
        return rows.stream().filter(FileRow::isChanged).flatMap(row -> Stream.ofNullable(known.get(row.number()))
                .filter(person -> !row.effectiveOn().isAfter(person.validFrom()))).map(Known::id).toList();
    }

    /** The same of the household. */
    boolean isOfTheSameDay() {
        return household.isChanged() && !household.effectiveOn().isAfter(household.validFrom());
    }

    ProjectedHousehold project(FactCiphers ciphers) {
        var register = household.register();
        var dayBefore = register == null ? today : RegisterFacts.day(household.validFrom(), household.dataYear(), today);
        var dayAfter = dayAfter();
        var before = new ArrayList<RegisterFacts.Member>();
        var after = new ArrayList<RegisterFacts.Member>();
        var places = new ArrayList<Place>();
        for (var row : told.persons() ? rows : List.<FileRow>of()) {
            var person = known.remove(row.number());
            if (person == null && !row.isOfNewPerson()) {
                continue; // who has left later than the day of the file does not come back by it
            }
            var lived = person != null && person.lives();
            if (person != null && lived) {
                before.add(member(person, dayBefore, ciphers));
            }
            after.add(person == null ? newcomer(row, dayAfter, ciphers) : overlaid(person, row, dayAfter, ciphers));
            places.add(new Place(row.row(), lived ? before.size() - 1 : -1));
        }
        for (var person : known.values()) {
            before.add(member(person, dayBefore, ciphers));
            after.add(new RegisterFacts.Member(person.values().copy(), null,
                    RegisterFacts.dayOfMember(person.validFrom(), dayAfter, today)));
            places.add(new Place(0, before.size() - 1));
        }
        var yearsBefore = years();
        var then = RegisterFacts.join(after(register), after, yearsAfter(), earlier(register), dayAfter, household.village());
        var now = register == null
                ? null
                : RegisterFacts.join(register, before, yearsBefore, null, dayBefore, household.village());
        return new ProjectedHousehold(household.seq(), rowOfHousehold(), household.number(), household.village(), now, then,
                members(places, now, then));
    }

    private static List<ProjectedHousehold.Member> members(List<Place> places, @Nullable HouseholdFacts now,
            HouseholdFacts then) {
        var members = new ArrayList<ProjectedHousehold.Member>();
        for (int i = 0; i < places.size(); i++) {
            var place = places.get(i);
            members.add(new ProjectedHousehold.Member(place.row,
                    now == null || place.before < 0 ? null : now.members().get(place.before), then.members().get(i)));
        }
        return members;
    }

    private LocalDate dayAfter() {
        if (household.isNew()) {
            return RegisterFacts.day(household.effectiveOn(), dataYear, today);
        }
        return household.isChanged()
                ? RegisterFacts.day(later(household.validFrom(), household.effectiveOn()),
                        Math.max(household.dataYear(), dataYear),
                        today)
                : RegisterFacts.day(household.validFrom(), household.dataYear(), today);
    }

    private Values after(@Nullable Values register) {
        if (register == null) {
            return household.told();
        }
        var values = register.copy();
        if (household.isChanged()) {
            told.household().lay(household.told(), values);
        }
        return values;
    }

    private @Nullable Values earlier(@Nullable Values register) {
        return !household.isChanged() ? null : isOfTheSameDay() ? earlier : register;
    }

    private RegisterFacts.Member member(Known person, LocalDate day, FactCiphers ciphers) {
        phone(person.values(), person.phone(), person.number(), ciphers);
        return new RegisterFacts.Member(person.values(), null, RegisterFacts.dayOfMember(person.validFrom(), day, today));
    }

    private RegisterFacts.Member newcomer(FileRow row, LocalDate day, FactCiphers ciphers) {
        phone(row.told(), row.phone(), row.number(), ciphers);
        return new RegisterFacts.Member(row.told(), null, RegisterFacts.dayOfMember(row.effectiveOn(), day, today));
    }

    private RegisterFacts.Member overlaid(Known person, FileRow row, LocalDate day, FactCiphers ciphers) {
        var values = person.values().copy();
        if (told.relation() && (row.kind() & 12) != 0) {
            values.take(Field.RELATION, row.told());
        }
        if (row.isChanged()) {
            told.person().lay(row.told(), values);
        }
        phone(values, told.phone() && row.isChanged() ? row.phone() : person.phone(), row.number(), ciphers);
        if (!row.isChanged()) {
            return new RegisterFacts.Member(values, null, RegisterFacts.dayOfMember(person.validFrom(), day, today));
        }
        var isLater = row.effectiveOn().isAfter(person.validFrom());
        return new RegisterFacts.Member(values, isLater ? person.values() : earlierPersons.get(person.id()),
                RegisterFacts.dayOfMember(later(person.validFrom(), row.effectiveOn()), day, today));
    }

    /** Rules ask for the phones of those who work away only, and deciphering costs more than all of them. */
    private static void phone(Values values, Sealed phone, String number, FactCiphers ciphers) {
        if (values.count(Field.WORK_MONTHS) > 0 || values.yes(Field.WORKING)) {
            ciphers.fill(values, Field.PHONE, phone.stored(), number);
        } else {
            values.set(Field.PHONE, null);
        }
    }

    private Years years() {
        if (years.isEmpty()) {
            return Years.NONE;
        }
        var latest = years.lastEntry();
        return new Years(latest.getValue(), years.get(latest.getKey() - 1));
    }

    private Years yearsAfter() {
        if ((household.kind() & 4) != 0) {
            years.put(dataYear, household.year());
        } else if ((household.kind() & 8) != 0) {
            var values = years.getOrDefault(dataYear, household.year()).copy();
            told.year().lay(household.year(), values);
            years.put(dataYear, values);
        }
        return years();
    }

    private int rowOfHousehold() {
        return rows.stream().filter(row -> row.told().is(Field.RELATION, HEAD)).findFirst().or(() -> rows.stream().findFirst())
                .map(FileRow::row).orElse(0);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private record Place(int row, int before) {}
}
