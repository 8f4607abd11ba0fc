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
 * Somebody moves from one household of the register to another 【成员转户】, as by marriage, also across villages and counties; then the county
 * that receives him approves.
 *
 * <p>Where the head leaves, {@code relations} say who is the head then.
 */
record TransferMember(@NotBlank @Pattern(regexp = Action.NUMBER) String household, @NotNull LocalDate effectiveOn,
        @NotBlank @Size(max = 400) String reason, @NotBlank @Size(max = 400) String evidence,
        @NotBlank @Pattern(regexp = Action.NUMBER) String person, @NotBlank @Pattern(regexp = Action.NUMBER) String toHousehold,
        @NotBlank @Size(max = 16) @Schema(description = "What he is to the head there: a code of the list `relation`", example = "02") String relation,
        @NotBlank @Size(max = 16) @Schema(description = "A code of the list `leave-reason`, but 01 (death)", example = "02") String leaveReason,
        @NotBlank @Size(max = 16) @Schema(description = "A code of the list `join-reason`", example = "03") String joinReason,
        @Nullable @Size(max = 40) List<@Valid @NotNull Related> relations) implements Action {

    static final String NAME = "transfer-member";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> existing() {
        return List.of(household, toHousehold);
    }

    @Override
    public Main plan(Planning plan) {
        var from = plan.own(household);
        var to = plan.other(toHousehold);
        if (household.equals(toHousehold)) {
            plan.flaw("/toHousehold", "value.other-household");
        }
        var moving = plan.member(from, person, "/person");
        var there = plan.code(Field.RELATION, relation, "/relation");
        plan.code(Field.JOIN_REASON, joinReason, "/joinReason");
        plan.code(Field.LEAVE_REASON, leaveReason, "/leaveReason");
        if (leaveReason.equals(RemoveMember.DEATH)) {
            plan.flaw("/leaveReason", "value.dead-do-not-move");
        }
        plan.requireNoFlaw();
        plan.matter(NAME);
        plan.partner(to.number(), to.village());
        moving.ifPresent(member -> {
            plan.end(from, member, leaveReason);
            plan.join(to.number(), person, member.born(), there, joinReason);
        });
        Relations.restate(plan, from, relations, Set.of(person), "/relations");
        return new Main(from.number(), from.village());
    }
}
