package org.jingzhun.household.change;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jingzhun.household.field.Field;
import org.jspecify.annotations.Nullable;

/**
 * Somebody leaves a household and the register's care 【减少成员】: a death, a marriage, a move out, an entry that was wrong.
 *
 * <p>Where the head leaves, {@code relations} say who is the head then and what the others are to him. The last member cannot leave:
 * then the household is removed.
 */
record RemoveMember(@NotBlank @Pattern(regexp = Action.NUMBER) String household, @NotNull LocalDate effectiveOn,
        @NotBlank @Size(max = 400) String reason, @NotBlank @Size(max = 400) String evidence,
        @NotBlank @Pattern(regexp = Action.NUMBER) String person,
        @NotBlank @Size(max = 16) @Schema(description = "A code of the list `leave-reason`; 01 is death", example = "01") String leaveReason,
        @Nullable @Size(max = 40) List<@Valid @NotNull Related> relations) implements Action {

    static final String NAME = "remove-member";

    /** Death 【死亡】. */
    static final String DEATH = "01";

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
        var leaving = plan.member(own, person, "/person");
        plan.code(Field.LEAVE_REASON, leaveReason, "/leaveReason");
        plan.requireNoFlaw();
        plan.matter(NAME);
        plan.matter(Action.matter(NAME, leaveReason));
        leaving.ifPresent(member -> {
            if (leaveReason.equals(DEATH)) {
                plan.die(own, member);
            }
            plan.end(own, member, leaveReason);
        });
        Relations.restate(plan, own, relations, Set.of(person), "/relations");
        return new Main(own.number(), own.village());
    }
}
