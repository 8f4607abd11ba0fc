package org.jingzhun.household.change;

import java.time.LocalDate;
import java.util.Set;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.register.SensitiveWithheld;
import org.jingzhun.household.register.Sensitivity;
import org.jingzhun.starter.access.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which lines of a change need {@code household:read-sensitive}: what tells of health, and a child's values. */
@Component
class Sight {

    private static final int ID_LENGTH = 18;

    /** What may be seen of a child: that it lives in the household. */
    private static final Set<Holder> SEEN_OF_CHILDREN = Set.of(Holder.MEMBERSHIP);

    private final Sensitivity sensitivity;

    Sight(Sensitivity sensitivity) {
        this.sensitivity = sensitivity;
    }

    /** Who may not see a value may not change it either: the refusal of an equal value would tell it. New persons have none yet. */
    void require(Planning plan, Action.Main main, Scope sensitive) {
        if (sensitive.covers(main.village())) {
            return;
        }
        var newcomers = plan.steps().stream().filter(Step.NewPerson.class::isInstance)
                .map(step -> ((Step.NewPerson) step).number())
                .toList();
        for (var line : plan.lines()) {
            var field = Field.of(line.field()).orElse(null);
            if (field != null && !field.isByCommand() && !newcomers.contains(String.valueOf(line.person())) && isHidden(line)) {
                throw new SensitiveWithheld();
            }
        }
    }

    /** Whether a line's values are shown to those only who may read what is sensitive. */
    boolean isHidden(Line line) {
        var field = Field.of(line.field()).orElse(null);
        if (field == null) {
            return false;
        }
        if (line.person() != null && isChild(line.born()) && !SEEN_OF_CHILDREN.contains(field.holder())) {
            return true;
        }
        return field.isSensitive()
                || (field == Field.RESIDENT_ID && (isCertificate(line.oldValue()) || isCertificate(line.newValue())))
                || (field.isSensitiveByValue()
                        && (sensitivity.tellsOfHealth(field, line.oldValue())
                                || sensitivity.tellsOfHealth(field, line.newValue())));
    }

    private boolean isChild(@Nullable LocalDate born) {
        return sensitivity.isChild(born);
    }

    private static boolean isCertificate(@Nullable String document) {
        return document != null && document.length() > ID_LENGTH;
    }
}
