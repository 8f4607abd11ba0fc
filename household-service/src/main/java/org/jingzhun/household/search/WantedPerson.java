package org.jingzhun.household.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jingzhun.household.register.HouseholdFilter;
import org.jspecify.annotations.Nullable;

/**
 * Who is searched for: by one number or name at most, and by what is known of him; one thing at least. A name that ends in an asterisk is a
 * beginning of at least two characters; a phone is the person's or, for the head, the household's.
 */
record WantedPerson(@Nullable @Size(min = 2, max = 60) String name, @Nullable @Size(min = 15, max = 22) String residentId,
        @Nullable @Size(min = 20, max = 22) String disabilityNumber, @Nullable @Size(min = 7, max = 20) String phone,
        @Nullable @Size(min = 1, max = 32) String personNumber, @Nullable @Size(min = 1, max = 32) String householdNumber,
        @Nullable @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") String area,
        @Nullable @Min(0) @Max(150) Integer ageFrom, @Nullable @Min(0) @Max(150) Integer ageTo,
        @Nullable @Size(max = 16) String labour, @Nullable @Size(max = 16) String health,
        @Nullable @Size(max = 16) String householdType, @Nullable @Size(max = 16) String mainCause,
        @NotBlank @Size(max = 200) String purpose) {

    @JsonIgnore
    @AssertTrue(message = "{search.one-of}")
    boolean isOneOf() {
        return keys().size() <= 1 && keys().size() + known().size() > 0;
    }

    /** The number or name, by its name; empty where he is only searched for by what is known of him. */
    @JsonIgnore
    Map<String, String> keys() {
        var keys = new LinkedHashMap<String, String>();
        put(keys, "name", name);
        put(keys, "residentId", residentId);
        put(keys, "disabilityNumber", disabilityNumber);
        put(keys, "phone", phone);
        put(keys, "personNumber", personNumber);
        put(keys, "householdNumber", householdNumber);
        return keys;
    }

    /** What is known of him, by its name. */
    @JsonIgnore
    Map<String, String> known() {
        var known = new LinkedHashMap<String, String>();
        put(known, "ageFrom", ageFrom);
        put(known, "ageTo", ageTo);
        put(known, "labour", labour);
        put(known, "health", health);
        put(known, "householdType", householdType);
        put(known, "mainCause", mainCause);
        return known;
    }

    /** The same of somebody else, by his number. */
    @JsonIgnore
    WantedPerson ofPerson(String number) {
        return new WantedPerson(null, null, null, null, number, null, area, ageFrom, ageTo, labour, health, householdType,
                mainCause, purpose);
    }

    /** The same as a filter of the list, whose rules hold here too. */
    @JsonIgnore
    HouseholdFilter filter() {
        return new HouseholdFilter(householdType, null, mainCause, null, null, null, null, null, null, null, labour, ageFrom,
                ageTo,
                health);
    }

    /** By what he is searched for, for the audit: names of fields, no values. */
    String by() {
        return String.join("+", Stream.concat(keys().keySet().stream(), known().keySet().stream()).toList());
    }

    private static void put(Map<String, String> to, String name, @Nullable Object value) {
        if (value != null) {
            to.put(name, value.toString());
        }
    }

    @Override
    public String toString() {
        return "WantedPerson[by " + by() + "]"; // what is searched for is personal
    }
}
