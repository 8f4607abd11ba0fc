package org.jingzhun.household.change;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * Some members form a household of their own 【拆户】, with a new number and another head. It lies in the same village, and takes over why
 * and since when the old one is registered; what else it has is said in {@code values}.
 *
 * <p>Where the head is among those who leave, {@code relations} say who is the head then.
 */
record SplitHousehold(@NotBlank @Pattern(regexp = Action.NUMBER) String household, @NotNull LocalDate effectiveOn,
        @NotBlank @Size(max = 400) String reason, @NotBlank @Size(max = 400) String evidence,
        @NotEmpty @Size(max = 40) @Schema(description = "Who leaves, and what each is to the new head") List<@Valid @NotNull Related> members,
        @Nullable @Schema(description = "Fields of the new household by their names") Map<String, @Nullable JsonNode> values,
        @Nullable @Size(max = 40) List<@Valid @NotNull Related> relations) implements Action {

    static final String NAME = "split-household";
    private static final String LEAVE_SPLIT = "07";
    private static final String JOIN_SPLIT = "08";
    private static final Set<Field> FIELDS = PersonFields.correctable(Holder.HOUSEHOLD);

    /** What a new household has in common with the one that it comes from. */
    private static final List<Field> TAKEN_OVER = List.of(Field.HAMLET, Field.HOUSEHOLD_TYPE, Field.POOR_KIND, Field.EXIT_STATE,
            Field.MAIN_CAUSE, Field.IDENTIFICATION_STANDARD, Field.FIRST_IDENTIFIED_ON, Field.MONITORED_KIND);

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
        var its = new LinkedHashMap<Field, @Nullable String>();
        TAKEN_OVER.forEach(field -> its.put(field, own.values().get(field)));
        its.putAll(plan.read(values, FIELDS, "/values"));
        var leaving = new HashSet<String>();
        for (int i = 0; i < members.size(); i++) {
            if (!leaving.add(members.get(i).person())) {
                plan.flaw("/members/" + i + "/person", "value.twice");
            }
        }
        plan.requireNoFlaw();
        plan.matter(NAME);
        var number = plan.addHousehold(own.village(), its);
        plan.partner(number, own.village());
        for (int i = 0; i < members.size(); i++) {
            var one = members.get(i);
            var relation = plan.code(Field.RELATION, one.relation(), "/members/" + i + "/relation");
            plan.member(own, one.person(), "/members/" + i + "/person").ifPresent(member -> {
                plan.end(own, member, LEAVE_SPLIT);
                plan.join(number, one.person(), member.born(), relation, JOIN_SPLIT);
            });
        }
        plan.requireNoFlaw();
        Relations.restate(plan, own, relations, leaving, "/relations");
        return new Main(own.number(), own.village());
    }

    @Override
    public String toString() {
        return "SplitHousehold[" + household + "]"; // values are personal
    }
}
