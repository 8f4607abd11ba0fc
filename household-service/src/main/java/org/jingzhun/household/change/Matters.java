package org.jingzhun.household.change;

import java.util.List;
import java.util.Set;

import org.jingzhun.household.field.Field;

/** What rules of four eyes and windows can be about: actions, actions of a kind, fields that are corrected. */
final class Matters {

    private static final Set<String> ACTIONS = Set.of(AddHousehold.NAME, RemoveHousehold.NAME, MoveHousehold.NAME,
            SplitHousehold.NAME,
            MergeHouseholds.NAME, AddMember.NAME, RemoveMember.NAME, TransferMember.NAME, ChangeHead.NAME, ChangeType.NAME,
            CorrectFields.NAME);
    private static final Set<String> OTHERS = Set.of(ChangeService.ACROSS_COUNTIES, ChangeService.LONG_AGO, "field:head");

    private Matters() {}

    /** Whether there can be such a matter. */
    static boolean exists(String matter) {
        var parts = matter.split(":", 2);
        if (parts.length == 1 || OTHERS.contains(matter)) {
            return ACTIONS.contains(matter) || OTHERS.contains(matter);
        }
        return switch (parts[0]) {
            case "field" -> Field.of(parts[1]).filter(Field::isCorrectable).isPresent();
            case ChangeType.NAME -> Field.of(parts[1]).isPresent();
            default -> ACTIONS.contains(parts[0]) && parts[1].matches("\\d{1,2}");
        };
    }

    /** Whether an action is known by this name. */
    static boolean isAction(String name) {
        return ACTIONS.contains(name);
    }

    /** Whether a matter is meant by one of these: by its own name, or by its action's. */
    static boolean isMeant(String matter, List<String> named) {
        return named.contains(matter) || named.contains(matter.split(":", 2)[0]);
    }
}
