package org.jingzhun.household.change;

import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jingzhun.household.field.Field;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who joins a household: new to the register, or known to it and living in no household at present.
 *
 * @param person number of somebody who is known; then no values
 * @param values fields of a new person by their names in the API
 */
record NewMember(@Nullable @Pattern(regexp = Action.NUMBER) String person,
        @NotBlank @Size(max = 16) @Schema(description = "What he is to the head: a code of the list `relation`", example = "03") String relation,
        @NotBlank @Size(max = 16) @Schema(description = "A code of the list `join-reason`", example = "02") String joinReason,
        @Nullable @Schema(description = "Fields of a new person by their names: name, residentId, ethnicity, health and labour are required") Map<String, @Nullable JsonNode> values) {

    private static final String BIRTH = "02";

    /** Plans that this person joins. */
    void plan(Planning plan, String household, String pointer) {
        var relation = plan.code(Field.RELATION, relation(), pointer + "/relation");
        var reason = plan.code(Field.JOIN_REASON, joinReason(), pointer + "/joinReason");
        if (person != null) {
            if (values != null && !values.isEmpty()) {
                plan.flaw(pointer + "/values", "value.no-values-of-known-person");
            }
            plan.free(person, pointer + "/person")
                    .ifPresent(known -> plan.join(household, known.number(), known.born(), relation, reason));
            return;
        }
        var its = plan.read(values, PersonFields.CORRECTABLE, pointer + "/values");
        for (var field : PersonFields.REQUIRED) {
            if (!its.containsKey(field)) {
                plan.flaw(pointer + "/values/" + field.key(), "value.required");
            }
        }
        plan.requireNoFlaw();
        var born = PersonFields.born(its);
        if (born.isAfter(plan.on())) {
            plan.flaw("/effectiveOn", "value.before-birth");
        } else if (BIRTH.equals(reason) && born.isBefore(plan.on().minusYears(PersonFields.NEWBORN_UNTIL_YEARS))) {
            plan.flaw(pointer + "/joinReason", "value.no-newborn");
        }
        plan.requireNoFlaw();
        var number = plan.addPerson(household, its);
        plan.join(household, number, born, relation, reason);
    }

    @Override
    public String toString() {
        return "NewMember[" + relation + "]"; // values are personal
    }
}
