package org.jingzhun.household.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jingzhun.household.division.Divisions;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.person.Phone;
import org.jingzhun.household.person.ResidentId;
import org.jingzhun.starter.crypto.FieldCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes of rows what a caller may see: numbers masked, and without {@code household:read-sensitive} ({@code open} is false) neither what
 * tells of health nor children. The arrays are those that {@link FieldColumns} read, and are used up by it.
 */
@Component
public class Disclosure {

    private static final int BIRTH_DATE = FieldColumns.PERSON.index(Field.BIRTH_DATE);
    private static final int RELATION = FieldColumns.MEMBERSHIP.index(Field.RELATION);

    private static final Comparator<MemberRow> IN_ORDER = Comparator
            .<MemberRow, String>comparing(row -> String.valueOf(row.membership()[RELATION]))
            .thenComparing(row -> String.valueOf(row.person()[BIRTH_DATE])).thenComparingLong(MemberRow::id);

    private final FieldCipher cipher;
    private final Divisions divisions;
    private final Sensitivity sensitivity;

    Disclosure(FieldCipher cipher, Divisions divisions, Sensitivity sensitivity) {
        this.cipher = cipher;
        this.divisions = divisions;
        this.sensitivity = sensitivity;
    }

    /** A household with members that have been looked at already. */
    public HouseholdView household(String number, String village, @Nullable Integer dataYear, @Nullable Object[] values,
            List<MemberView> members, boolean open) {
        var withheld = open ? null : hide(values);
        reveal(AnsweredField.HOUSEHOLD, values, number);
        return new HouseholdView(number, village, divisions.name(village), dataYear, values, members, withheld);
    }

    /** The members of a household in their order: by relation to the head, then by age. */
    public List<MemberView> members(List<MemberRow> rows, boolean open) {
        var members = new ArrayList<MemberView>(rows.size());
        rows.stream().sorted(IN_ORDER).forEach(row -> members.add(member(row.number(), row.person(), row.membership(), open)));
        return members;
    }

    /** A person as a member of his household. */
    public MemberView member(String number, @Nullable Object[] person, @Nullable Object[] membership, boolean open) {
        if (!open) {
            if (sensitivity.isChild((LocalDate) person[BIRTH_DATE])) {
                var known = new @Nullable Object[membership.length];
                known[RELATION] = membership[RELATION];
                return new MemberView(number, new @Nullable Object[person.length], known, AnsweredField.ALL_OF_CHILD);
            }
            for (int i = 0; i < person.length; i++) {
                if (AnsweredField.PERSON[i].field().isSensitive()) {
                    person[i] = null;
                }
            }
        }
        reveal(AnsweredField.PERSON, person, number);
        return new MemberView(number, person, membership, open ? null : AnsweredField.SENSITIVE_OF_PERSON);
    }

    /** What a household reported for a year; nothing of it is sensitive. */
    public YearView year(int year, @Nullable Object[] values) {
        return new YearView(year, values);
    }

    /** A single value as it may be shown to who sees what is sensitive. */
    @Nullable
    Object shown(Field field, @Nullable Object value, String number) {
        return value instanceof byte[] encrypted ? masked(field, encrypted, number) : value;
    }

    private @Nullable List<String> hide(@Nullable Object[] values) {
        List<String> hidden = null;
        for (int i = 0; i < values.length; i++) {
            var field = AnsweredField.HOUSEHOLD[i].field();
            if (field.isSensitive() || sensitivity.tellsOfHealth(field, values[i])) {
                values[i] = null;
                hidden = hidden == null ? new ArrayList<>(4) : hidden;
                hidden.add(AnsweredField.HOUSEHOLD[i].name());
            }
        }
        return hidden;
    }

    private void reveal(AnsweredField[] fields, @Nullable Object[] values, String number) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof byte[] encrypted) {
                values[i] = masked(fields[i].field(), encrypted, number);
            }
        }
    }

    private String masked(Field field, byte[] encrypted, String number) {
        var plain = cipher.decryptText(encrypted, field.cipherColumn(), number);
        return switch (field.kind()) {
            case PHONE -> Phone.mask(plain);
            case DOCUMENT -> ResidentId.mask(plain);
            default -> throw new IllegalStateException("not encrypted: " + field);
        };
    }
}
