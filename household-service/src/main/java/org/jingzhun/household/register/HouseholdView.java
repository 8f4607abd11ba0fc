package org.jingzhun.household.register;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A household as it is answered: codes as in the code lists, the phone masked, {@code withheld} names what the caller may not see. All
 * fields of the catalogue stand side by side; those without a value are left out, but for the ones of the first edition.
 */
public final class HouseholdView extends Answer {

    private final String number;
    private final String village;
    private final String villageName;
    private final @Nullable Integer dataYear;
    private final @Nullable Object[] values;
    private final List<MemberView> members;
    private final @Nullable List<String> withheld;
    private @Nullable String tag;
    private @Nullable List<YearView> years;
    private @Nullable LocalDate asOf;
    private @Nullable OffsetDateTime knownAt;

    HouseholdView(String number, String village, String villageName, @Nullable Integer dataYear, @Nullable Object[] values,
            List<MemberView> members, @Nullable List<String> withheld) {
        this.number = number;
        this.village = village;
        this.villageName = villageName;
        this.dataYear = dataYear;
        this.values = values;
        this.members = members;
        this.withheld = withheld;
    }

    HouseholdView tagged(String entityTag) {
        this.tag = entityTag;
        return this;
    }

    HouseholdView with(List<YearView> itsYears) {
        this.years = itsYears;
        return this;
    }

    HouseholdView at(LocalDate day, OffsetDateTime known) {
        this.asOf = day;
        this.knownAt = known;
        return this;
    }

    String number() {
        return number;
    }

    String village() {
        return village;
    }

    /** The entity tag of this state, if it has one. */
    @Nullable
    String tag() {
        return tag;
    }

    @Override
    protected void write(JsonGenerator json) {
        text(json, "number", number);
        text(json, "village", village);
        text(json, "villageName", villageName);
        fields(json, AnsweredField.HOUSEHOLD, values);
        json.writeName("dataYear");
        if (dataYear == null) {
            json.writeNull();
        } else {
            json.writeNumber(dataYear.intValue());
        }
        if (asOf != null && knownAt != null) {
            text(json, "asOf", asOf.toString());
            text(json, "knownAt", knownAt.toString());
        }
        json.writeName("members");
        array(json, members);
        if (years != null) {
            json.writeName("years");
            array(json, years);
        }
        texts(json, "withheld", withheld);
    }

    private static void array(JsonGenerator json, List<? extends Answer> answers) {
        json.writeStartArray();
        for (var answer : answers) {
            json.writeStartObject();
            answer.write(json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
