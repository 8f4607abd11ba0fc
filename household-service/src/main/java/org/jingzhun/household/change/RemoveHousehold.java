package org.jingzhun.household.change;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jingzhun.household.field.Field;

/**
 * A household leaves the register with all its members 【整户退出】: identified wrongly, all dead, gone, or entered twice.
 *
 * <p>Needs a day since which nobody came or went. Merging is an action of its own.
 */
record RemoveHousehold(@NotBlank @Pattern(regexp = Action.NUMBER) String household, @NotNull LocalDate effectiveOn,
        @NotBlank @Size(max = 400) String reason, @NotBlank @Size(max = 400) String evidence,
        @NotBlank @Size(max = 16) @Schema(description = "A code of the list `removal-reason`, but 3 (merged)", example = "1") String removalReason)
        implements
            Action {

    static final String NAME = "remove-household";
    private static final String DEATH = "2";
    private static final String MERGED = "3";

    /** Why the members leave when the household does: removal-reason to leave-reason. */
    private static final Map<String, String> LEAVE = Map.of("1", "09", DEATH, RemoveMember.DEATH, "4", "03", "5", "10");
    private static final String OTHER = "99";

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
        if (removalReason.equals(MERGED)) {
            plan.flaw("/removalReason", "value.merge-instead");
        }
        plan.code(Field.REMOVAL_REASON, removalReason, "/removalReason");
        plan.requireNoFlaw();
        plan.matter(NAME);
        plan.matter(Action.matter(NAME, removalReason));
        for (var member : plan.membersToday(own)) {
            if (removalReason.equals(DEATH)) {
                plan.die(own, member);
            }
            plan.end(own, member, LEAVE.getOrDefault(removalReason, OTHER));
        }
        plan.remove(own, removalReason);
        return new Main(own.number(), own.village());
    }
}
