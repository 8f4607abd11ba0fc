package org.jingzhun.household.record;

import java.util.List;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.person.Phone;
import org.jingzhun.household.person.ResidentId;
import org.jingzhun.household.record.HouseholdRecord.MemberRecord;
import org.jingzhun.household.register.Sensitivity;
import org.jingzhun.starter.access.Scope;

/**
 * What of a household a reader is shown: numbers masked unless he may see them there, health and children only to who may.
 *
 * @param sensitive where the reader may read what tells of health, and children under 14
 * @param unmasked where he may see resident IDs and phones in full
 */
public record Disclosure(Scope sensitive, Scope unmasked) {

    private static final int RESIDENT_ID = 18; // a disability number goes on with kind and grade
    private static final List<Field> OF_A_CHILD = List.of(Field.RELATION);

    /** Takes out of a household what its reader may not see. */
    public void apply(HouseholdRecord household, Sensitivity sensitivity) {
        var village = household.village();
        if (!unmasked.covers(village)) {
            mask(household.values());
            household.members().forEach(member -> mask(member.values()));
        }
        if (!sensitive.covers(village)) {
            withhold(household.values(), sensitivity);
            household.members().forEach(member -> withhold(member, sensitivity));
        }
    }

    private static void mask(FieldValues values) {
        for (var field : List.of(Field.PHONE, Field.HOUSEHOLD_PHONE)) {
            var phone = values.text(field);
            values.put(field, phone == null ? null : Phone.mask(phone));
        }
        var document = values.text(Field.RESIDENT_ID);
        values.put(Field.RESIDENT_ID, document == null ? null : ResidentId.mask(document));
        values.put(Field.COLLECTOR_PHONE, null);
    }

    private static void withhold(MemberRecord member, Sensitivity sensitivity) {
        var values = member.values();
        if (sensitivity.isChild(values.day(Field.BIRTH_DATE))) {
            values.all().keySet().stream().filter(field -> !OF_A_CHILD.contains(field)).forEach(field -> values.put(field, null));
        }
        withhold(values, sensitivity);
    }

    private static void withhold(FieldValues values, Sensitivity sensitivity) {
        for (var field : values.all().keySet()) {
            if (field.isSensitive() || sensitivity.tellsOfHealth(field, values.get(field))) {
                values.put(field, null);
            }
        }
        var document = values.text(Field.RESIDENT_ID);
        if (document != null && document.length() > RESIDENT_ID) {
            values.put(Field.RESIDENT_ID, document.substring(0, RESIDENT_ID)); // the rest tells of the disability
        }
    }
}
