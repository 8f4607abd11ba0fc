package org.jingzhun.household.register;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A member of a household as he is answered: numbers masked, {@code withheld} names what the caller may not see. */
public final class MemberView extends Answer {

    private final String number;
    private final @Nullable Object[] person;
    private final @Nullable Object[] membership;
    private final @Nullable List<String> withheld;

    MemberView(String number, @Nullable Object[] person, @Nullable Object[] membership, @Nullable List<String> withheld) {
        this.number = number;
        this.person = person;
        this.membership = membership;
        this.withheld = withheld;
    }

    @Override
    protected void write(JsonGenerator json) {
        text(json, "number", number);
        fields(json, AnsweredField.PERSON, person);
        fields(json, AnsweredField.MEMBERSHIP, membership);
        texts(json, "withheld", withheld);
    }
}
