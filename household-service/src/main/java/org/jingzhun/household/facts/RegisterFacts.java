package org.jingzhun.household.facts;

import java.time.LocalDate;
import java.util.List;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.rules.Fields;
import org.jingzhun.household.rules.HouseholdFacts;
import org.jingzhun.household.rules.PersonFacts;
import org.jingzhun.household.rules.Values;
import org.jspecify.annotations.Nullable;

/** Joins what rows say of a household and its members to facts, and tells the day of the data. */
public final class RegisterFacts {

    /** The register speaks of every field; where a person works is known only of households that were asked for it. */
    public static final Fields ALL = Fields.all();
    private static final Fields NO_WORK_PLACE = ALL.without(Field.WORK_PLACE);

    private RegisterFacts() {}

    /**
     * What rows say of a member.
     *
     * @param earlier what was true before, null where nothing is known of it
     * @param on the day of the data
     */
    public record Member(Values values, @Nullable Values earlier, LocalDate on) {}

    /** What a household reported for its two latest years; the year before only where it is the one before. */
    public record Years(@Nullable Values latest, @Nullable Values before) {

        public static final Years NONE = new Years(null, null);
    }

    /** The household with its members in their order. */
    public static HouseholdFacts join(Values household, List<Member> members, Years years, @Nullable Values earlier, LocalDate on,
            String village) {
        var asked = members.stream().anyMatch(member -> member.values.has(Field.WORK_PLACE)) ? ALL : NO_WORK_PLACE;
        return new HouseholdFacts(household, members.stream()
                .map(member -> new PersonFacts(member.values.askingOnly(asked), member.earlier, member.on)).toList(),
                years.latest, years.before, earlier, on, village);
    }

    /** A household's data are of the end of the year that they were last listed for, at most of today. */
    public static LocalDate day(LocalDate validFrom, int dataYear, LocalDate today) {
        return earliest(dataYear == 0 ? validFrom : later(validFrom, LocalDate.of(dataYear, 12, 31)), today);
    }

    /** A member's are of the day of the household's, or of a later one on which he himself was changed. */
    public static LocalDate dayOfMember(LocalDate validFrom, LocalDate household, LocalDate today) {
        return earliest(later(validFrom, household), today);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
