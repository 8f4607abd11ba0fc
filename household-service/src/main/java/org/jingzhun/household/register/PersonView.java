package org.jingzhun.household.register;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A person as he is answered: the fields of a member, where he lives, and where he lived before. */
final class PersonView extends Answer {

    private final MemberView member;
    private final @Nullable Home household;
    private final List<Home> formerHouseholds;
    private final String village;
    private final String tag;
    private final @Nullable Merged merged;

    PersonView(MemberView member, @Nullable Home household, List<Home> formerHouseholds, String village, String tag,
            @Nullable Merged merged) {
        this.member = member;
        this.household = household;
        this.formerHouseholds = formerHouseholds;
        this.village = village;
        this.tag = tag;
        this.merged = merged;
    }

    /** Where he lives, or lived last. */
    String village() {
        return village;
    }

    String tag() {
        return tag;
    }

    @Override
    protected void write(JsonGenerator json) {
        member.write(json);
        json.writeName("household");
        if (household == null) {
            json.writeNull();
        } else {
            home(json, household);
        }
        json.writeName("formerHouseholds");
        json.writeStartArray();
        formerHouseholds.forEach(home -> home(json, home));
        json.writeEndArray();
        if (merged != null && merged.into != null) {
            text(json, "mergedInto", merged.into);
        } else if (merged != null) {
            json.writeName("mergedElsewhere");
            json.writeBoolean(true);
        }
    }

    private static void home(JsonGenerator json, Home home) {
        json.writeStartObject();
        text(json, "number", home.number);
        text(json, "village", home.village);
        text(json, "villageName", home.villageName);
        text(json, "relation", home.relation);
        text(json, "joinedOn", home.joinedOn == null ? null : home.joinedOn.toString());
        if (home.leftOn != null) {
            text(json, "leftOn", home.leftOn.toString());
            text(json, "leaveReason", home.leaveReason);
        }
        json.writeEndObject();
    }

    /**
     * That the entry was merged into another one.
     *
     * @param into the number that stays; null where the one who stays lives outside the caller's area
     */
    record Merged(@Nullable String into) {}

    /** A household that somebody lives in, or lived in, and the village where it lay then. */
    record Home(String number, String village, String villageName, String relation, @Nullable LocalDate joinedOn,
            @Nullable LocalDate leftOn, @Nullable String leaveReason) {}
}
