package org.jingzhun.household.change;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Somebody joins a household 【新增成员】: a birth, a marriage, an adoption, a release, or a member who was forgotten.
 *
 * <p>Needs somebody who is registered nowhere else, or who has left his last household by then.
 */
record AddMember(@NotBlank @Pattern(regexp = Action.NUMBER) String household, @NotNull LocalDate effectiveOn,
        @NotBlank @Size(max = 400) String reason, @NotBlank @Size(max = 400) String evidence,
        @NotNull @Valid NewMember member) implements Action {

    static final String NAME = "add-member";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> existing() {
        return List.of(household);
    }

    @Override
    public List<String> persons() {
        var person = member.person();
        return person == null ? List.of() : List.of(person);
    }

    @Override
    public Main plan(Planning plan) {
        var own = plan.own(household);
        plan.matter(NAME);
        plan.matter(Action.matter(NAME, member.joinReason()));
        member.plan(plan, own.number(), "/member");
        return new Main(own.number(), own.village());
    }
}
