package org.jingzhun.household.change;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jingzhun.household.change.Action.Related;
import org.jingzhun.household.change.RegisterState.Household;
import org.jingzhun.household.field.Field;
import org.jspecify.annotations.Nullable;

/** What members are to the head, said anew. */
final class Relations {

    private Relations() {}

    /** The relations of members who stay; nobody is named twice, nobody who leaves. */
    static void restate(Planning plan, Household household, @Nullable List<Related> relations, Set<String> leaving,
            String pointer) {
        if (relations == null) {
            return;
        }
        var seen = new HashSet<>(leaving);
        for (int i = 0; i < relations.size(); i++) {
            var one = relations.get(i);
            var at = pointer + "/" + i;
            if (!seen.add(one.person())) {
                plan.flaw(at + "/person", "value.twice");
                continue;
            }
            var relation = plan.code(Field.RELATION, one.relation(), at + "/relation");
            plan.member(household, one.person(), at + "/person")
                    .ifPresent(member -> plan.relate(household, member, relation));
        }
        plan.requireNoFlaw();
    }

    /** Refuses relations that do not name exactly these members. */
    static void requireAll(Planning plan, List<Related> relations, Set<String> members, String pointer) {
        var named = relations.stream().map(Related::person).toList();
        if (!members.equals(Set.copyOf(named)) || named.size() != members.size()) {
            plan.flaw(pointer, "value.all-members");
        }
        plan.requireNoFlaw();
    }
}
