package org.jingzhun.household.change;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jingzhun.household.field.Field;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Another type of household, kind of poverty or of monitoring 【变更户类型、监测对象类别】, with what is decided together with it: risks, causes,
 * the state of exit.
 */
record ChangeType(@NotBlank @Pattern(regexp = Action.NUMBER) String household, @NotNull LocalDate effectiveOn,
        @NotBlank @Size(max = 400) String reason, @NotBlank @Size(max = 400) String evidence,
        @NotEmpty @Schema(description = "type, poorKind, exitState, monitoredKind, identificationStandard, firstIdentifiedOn, mainCause, "
                + "risk1 to risk5, riskIdentifiedOn, riskEliminated, riskEliminatedOn, eliminationWay; null empties") Map<String, @Nullable JsonNode> values)
        implements
            Action {

    static final String NAME = "change-type";
    private static final Set<Field> FIELDS = Set.of(Field.HOUSEHOLD_TYPE, Field.POOR_KIND, Field.EXIT_STATE, Field.MONITORED_KIND,
            Field.IDENTIFICATION_STANDARD, Field.FIRST_IDENTIFIED_ON, Field.MAIN_CAUSE, Field.RISK_1, Field.RISK_2, Field.RISK_3,
            Field.RISK_4, Field.RISK_5, Field.RISK_IDENTIFIED_ON, Field.RISK_ELIMINATED, Field.RISK_ELIMINATED_ON,
            Field.ELIMINATION_WAY);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> existing() {
        return List.of(household);
    }

    @Override
    public Main plan(Planning plan) {
        var own = plan.own(household);
        var its = plan.read(values, FIELDS, "/values");
        plan.requireNoFlaw();
        plan.matter(NAME);
        its.keySet().forEach(field -> plan.matter(Action.matter(NAME, field.key())));
        plan.write(own, its);
        return new Main(own.number(), own.village());
    }

    @Override
    public String toString() {
        return "ChangeType[" + household + "]"; // causes may tell of health
    }
}
