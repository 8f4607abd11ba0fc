package org.jingzhun.household.change;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Another member becomes the head 【变更户主】; what all members are to him is said anew. */
record ChangeHead(@NotBlank @Pattern(regexp = Action.NUMBER) String household, @NotNull LocalDate effectiveOn,
        @NotBlank @Size(max = 400) String reason, @NotBlank @Size(max = 400) String evidence,
        @NotEmpty @Size(max = 40) @Schema(description = "All members; 01 is the head") List<@Valid @NotNull Related> relations)
        implements
            Action {

    static final String NAME = "change-head";

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
        var stay = own.members().stream().filter(member -> member.until() == null).map(RegisterState.Member::person)
                .collect(Collectors.toSet());
        Relations.requireAll(plan, relations, stay, "/relations");
        plan.matter(NAME);
        Relations.restate(plan, own, relations, Set.of(), "/relations");
        return new Main(own.number(), own.village());
    }
}
