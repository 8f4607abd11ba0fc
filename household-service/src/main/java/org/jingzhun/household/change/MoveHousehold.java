package org.jingzhun.household.change;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jingzhun.household.field.Field;
import org.jspecify.annotations.Nullable;

/**
 * A household moves to another village 【整户迁移】 and keeps its number. A move to another county is approved by the county that receives it.
 */
record MoveHousehold(@NotBlank @Pattern(regexp = Action.NUMBER) String household, @NotNull LocalDate effectiveOn,
        @NotBlank @Size(max = 400) String reason, @NotBlank @Size(max = 400) String evidence,
        @NotBlank @Pattern(regexp = "\\d{12}") String toVillage,
        @Nullable @Size(max = 60) @Schema(description = "The hamlet there") String hamlet) implements Action {

    static final String NAME = "move-household";

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
        plan.village(toVillage, "/toVillage");
        plan.requireNoFlaw();
        plan.matter(NAME);
        if (own.village().equals(toVillage)) {
            throw new Refusals.NothingToChange();
        }
        var there = new LinkedHashMap<Field, @Nullable String>();
        there.put(Field.VILLAGE, toVillage);
        there.put(Field.HAMLET, hamlet == null || hamlet.isBlank() ? null : hamlet.strip());
        plan.write(own, there);
        plan.partner(null, toVillage);
        return new Main(own.number(), own.village());
    }
}
