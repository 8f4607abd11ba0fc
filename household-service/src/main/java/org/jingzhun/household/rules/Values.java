package org.jingzhun.household.rules;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jingzhun.household.field.Field;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of a household or a member, field by field; codes as in the national code lists. Filled once, then read.
 *
 * <p>Texts and codes are strings, sets of codes are joined by commas, yes and no are {@link Boolean}, counts {@link Integer}, amounts,
 * areas and distances {@link BigDecimal}, days {@link LocalDate}.
 */
@SuppressWarnings("EnumOrdinal") // an array by field, never stored: some hundred reads for each of a million rows
public final class Values {

    private static final int FIELDS = Field.values().length;

    private final @Nullable Object[] held;
    private final long[] doubtful;
    private Fields asked;
    private long @Nullable [] known;

    /**
     * @param asked fields that the source speaks of at all: the columns of a list. A rule is silent where it needs another one
     */
    public Values(Fields asked) {
        this(asked, new @Nullable Object[FIELDS], new long[Fields.WORDS]);
    }

    private Values(Fields asked, @Nullable Object[] held, long[] doubtful) {
        this.asked = asked;
        this.held = held;
        this.doubtful = doubtful;
    }

    /** The same, to be changed apart from these. */
    public Values copy() {
        return new Values(asked, held.clone(), doubtful.clone());
    }

    /** Learns that the source speaks of no other fields than these. */
    public Values askingOnly(Fields fields) {
        asked = asked.within(fields);
        known = null;
        return this;
    }

    /** Takes a value; null where the source has it empty. */
    public Values set(Field field, @Nullable Object value) {
        held[field.ordinal()] = value;
        known = null;
        return this;
    }

    /** Takes what another source says of a field, or that it says nothing. */
    public Values take(Field field, Values from) {
        return set(field, from.held[field.ordinal()]);
    }

    /** Notes that a field could not be read: there is a finding already, and rules that need the field are silent. */
    public Values doubt(Field field) {
        doubtful[field.ordinal() >> 6] |= 1L << field.ordinal();
        return this;
    }

    /** Whether it is filled. */
    public boolean has(Field field) {
        return held[field.ordinal()] != null;
    }

    /** Whether the source speaks of the field: what is empty then is missing, else only not known. */
    public boolean isAsked(Field field) {
        return (known()[field.ordinal() >> 6] & 1L << field.ordinal()) != 0;
    }

    /** Whether it could not be read, so that it must not be built on. */
    public boolean isDoubtful(Field field) {
        return (doubtful[field.ordinal() >> 6] & 1L << field.ordinal()) != 0;
    }

    /** Whether the source speaks of it and it could be read. */
    public boolean knows(Field field) {
        return isAsked(field) && !isDoubtful(field);
    }

    /** Whether it is asked and empty. */
    public boolean lacks(Field field) {
        return !has(field) && knows(field);
    }

    /** A text or a code. */
    public @Nullable String text(Field field) {
        return (String) held[field.ordinal()];
    }

    /** Whether it is this code, or a set of codes with this one among them. */
    public boolean is(Field field, String code) {
        var text = text(field);
        return text != null
                && (text.equals(code) || (text.length() > code.length() && ("," + text + ",").contains("," + code + ",")));
    }

    /** Whether it is one of these codes. */
    public boolean isAmong(Field field, java.util.Set<String> codes) {
        var text = text(field);
        return text != null && codes.contains(text);
    }

    /** A whole number. */
    public @Nullable Integer number(Field field) {
        return (Integer) held[field.ordinal()];
    }

    /** A whole number, 0 where it is empty. */
    public int count(Field field) {
        var number = number(field);
        return number == null ? 0 : number;
    }

    /** Yuan, mu, square metres or kilometres. */
    public @Nullable BigDecimal amount(Field field) {
        return (BigDecimal) held[field.ordinal()];
    }

    /** An amount, 0 where it is empty. */
    public BigDecimal sum(Field field) {
        var amount = amount(field);
        return amount == null ? BigDecimal.ZERO : amount;
    }

    /** Whether an amount is there and above a limit. */
    public boolean isAbove(Field field, int limit) {
        var amount = amount(field);
        return amount != null && amount.compareTo(BigDecimal.valueOf(limit)) > 0;
    }

    /** Whether an amount is there and below a limit. */
    public boolean isBelow(Field field, int limit) {
        var amount = amount(field);
        return amount != null && amount.compareTo(BigDecimal.valueOf(limit)) < 0;
    }

    /** Whether it says yes. */
    public boolean yes(Field field) {
        return Boolean.TRUE.equals(held[field.ordinal()]);
    }

    /** Whether it says no; empty is neither. */
    public boolean no(Field field) {
        return Boolean.FALSE.equals(held[field.ordinal()]);
    }

    /** A day. */
    public @Nullable LocalDate day(Field field) {
        return (LocalDate) held[field.ordinal()];
    }

    boolean areKnown(Fields fields) {
        return fields.areWithin(known(), doubtful);
    }

    boolean areKnown(Fields fields, long[] alsoDoubtful) {
        return fields.areWithin(known(), alsoDoubtful);
    }

    long[] doubts() {
        return doubtful.clone();
    }

    private long[] known() {
        var computed = known;
        if (computed == null) {
            computed = Sheet.known(asked, this);
            known = computed;
        }
        return computed;
    }
}
