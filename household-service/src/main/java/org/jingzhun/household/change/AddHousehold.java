package org.jingzhun.household.change;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A household enters the register with its members 【新增户】. The register gives the numbers.
 *
 * <p>Needs a village that exists, and members who are registered nowhere else, one of them the head.
 */
record AddHousehold(@NotNull LocalDate effectiveOn, @NotBlank @Size(max = 400) String reason,
        @NotBlank @Size(max = 400) String evidence,
        @NotBlank @Pattern(regexp = "\\d{12}") String village,
        @Nullable @Schema(description = "Fields of the household by their names") Map<String, @Nullable JsonNode> values,
        @NotEmpty @Size(max = 40) List<@Valid @NotNull NewMember> members) implements Action {

    static final String NAME = "add-household";
    private static final Set<Field> FIELDS = PersonFields.correctable(Holder.HOUSEHOLD);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> existing() {
        return List.of();
    }

    @Override
    public List<String> persons() {
        return members.stream().map(NewMember::person).filter(Objects::nonNull).toList();
    }

    @Override
    public Main plan(Planning plan) {
        plan.village(village, "/village");
        if (!plan.covers(village)) {
            plan.flaw("/village", "value.village");
        }
        var its = plan.read(values, FIELDS, "/values");
        plan.requireNoFlaw();
        plan.matter(NAME);
        var number = plan.addHousehold(village, its);
        for (int i = 0; i < members.size(); i++) {
            members.get(i).plan(plan, number, "/members/" + i);
        }
        return new Main(number, village);
    }

    @Override
    public String toString() {
        return "AddHousehold[" + village + "]"; // values are personal
    }
}
