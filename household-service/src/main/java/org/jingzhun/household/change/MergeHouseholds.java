package org.jingzhun.household.change;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jingzhun.household.field.Field;

/**
 * All members of another household come to this one, and the other is removed 【并户】. Both lie in one county: before that, one of them
 * moves.
 *
 * <p>Needs a day since which nobody came to the other household or left it, and what each of its members is to the head here.
 */
record MergeHouseholds(@NotBlank @Pattern(regexp = Action.NUMBER) String household, @NotNull LocalDate effectiveOn,
        @NotBlank @Size(max = 400) String reason, @NotBlank @Size(max = 400) String evidence,
        @NotBlank @Pattern(regexp = Action.NUMBER) @Schema(description = "The household that is removed") String mergedHousehold,
        @NotEmpty @Size(max = 40) @Schema(description = "All its members, and what each is to the head here") List<@Valid @NotNull Related> members)
        implements
            Action {

    static final String NAME = "merge-households";
    private static final String LEAVE_MERGED = "08";
    private static final String JOIN_MERGED = "09";
    private static final String REMOVED_MERGED = "3";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> existing() {
        return List.of(household, mergedHousehold);
    }

    @Override
    public Main plan(Planning plan) {
        var own = plan.own(household);
        var merged = plan.own(mergedHousehold);
        if (household.equals(mergedHousehold)) {
            plan.flaw("/mergedHousehold", "value.other-household");
        } else if (!plan.county(own.village()).equals(plan.county(merged.village()))) {
            plan.flaw("/mergedHousehold", "value.same-county");
        }
        plan.requireNoFlaw();
        var its = plan.membersToday(merged);
        Relations.requireAll(plan, members, its.stream().map(RegisterState.Member::person).collect(Collectors.toSet()),
                "/members");
        plan.matter(NAME);
        plan.partner(merged.number(), merged.village());
        for (int i = 0; i < members.size(); i++) {
            var one = members.get(i);
            var relation = plan.code(Field.RELATION, one.relation(), "/members/" + i + "/relation");
            merged.member(one.person()).ifPresent(member -> {
                plan.end(merged, member, LEAVE_MERGED);
                plan.join(own.number(), one.person(), member.born(), relation, JOIN_MERGED);
            });
        }
        plan.requireNoFlaw();
        plan.remove(merged, REMOVED_MERGED);
        return new Main(own.number(), own.village());
    }
}
