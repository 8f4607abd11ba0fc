package org.jingzhun.household.rules;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.Set;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.person.DisabilityNumber;
import org.jingzhun.household.person.ResidentId;
import org.jspecify.annotations.Nullable;

/** A member as the rules speak of him: of an age, healthy, at school, working. */
public final class PersonFacts {

    private static final Set<String> FULL_LABOUR = Set.of("1", "2");
    private static final Set<String> UP_TO_SENIOR = Set.of("03", "04", "05", "06", "07", "08", "09", "10", "11", "12");
    private static final String BELOW_SCHOOL_AGE = "01";

    private final Values values;
    private final @Nullable Values earlier;
    private final LocalDate on;
    private final int age;
    @SuppressWarnings("NullableOptional") // null until it is asked for
    private @Nullable Optional<ResidentId.Flaw> flaw;

    public PersonFacts(Values values, LocalDate on) {
        this(values, null, on);
    }

    /**
     * @param values the fields of the person and of the membership; sex and birth date as the resident ID tells them
     * @param earlier what was true of the person before, null where nothing is known of it
     * @param on the day that ages are counted for: of the data, not of the import
     */
    public PersonFacts(Values values, @Nullable Values earlier, LocalDate on) {
        this.values = values;
        this.earlier = earlier;
        this.on = on;
        var born = values.day(Field.BIRTH_DATE);
        this.age = born == null || values.isDoubtful(Field.RESIDENT_ID) ? -1 : Period.between(born, on).getYears();
    }

    public Values values() {
        return values;
    }

    public @Nullable Values earlier() {
        return earlier;
    }

    public LocalDate on() {
        return on;
    }

    /** Completed years, -1 where they are not known. */
    public int age() {
        return age;
    }

    boolean isYoungerThan(int years) {
        return age >= 0 && age < years;
    }

    boolean isAtLeast(int years) {
        return age >= 0 && age >= years;
    }

    /** Between two ages, both included. */
    boolean isOf(int from, int to) {
        return isAtLeast(from) && age <= to;
    }

    boolean isMale() {
        return values.is(Field.SEX, "1");
    }

    boolean isFemale() {
        return values.is(Field.SEX, "2");
    }

    boolean is(String relation) {
        return values.is(Field.RELATION, relation);
    }

    boolean isHealthy() {
        return "1".equals(values.text(Field.HEALTH));
    }

    boolean isIll() {
        return values.is(Field.HEALTH, "2") || values.is(Field.HEALTH, "3");
    }

    boolean isDisabled() {
        return values.is(Field.HEALTH, "4") || values.has(Field.DISABILITY_KIND) || certificate() != null;
    }

    /** At school or beyond: below school age 【学龄前儿童】 is none. */
    boolean isStudent() {
        var status = values.text(Field.SCHOOL_STATUS);
        return status != null && !status.equals(BELOW_SCHOOL_AGE);
    }

    /** From primary to senior secondary school. */
    boolean isPupil() {
        return values.isAmong(Field.SCHOOL_STATUS, UP_TO_SENIOR);
    }

    /** Works away: by its months, or because the work sheet says so. */
    boolean works() {
        return values.count(Field.WORK_MONTHS) > 0 || values.yes(Field.WORKING);
    }

    /** 普通劳动力 or 技能劳动力. */
    boolean isAble() {
        return values.isAmong(Field.LABOUR, FULL_LABOUR);
    }

    /** Able or at least half able. */
    boolean hasLabour() {
        return isAble() || values.is(Field.LABOUR, "3");
    }

    /** Kind and grade of a disability certificate 【残疾类别和等级】, "41"; null where the document is none. */
    @Nullable
    String certificate() {
        var document = values.text(Field.RESIDENT_ID);
        return document != null && document.length() >= 20 ? document.substring(18, 20) : null;
    }

    /** What is wrong with the document number; looked for once. */
    Optional<ResidentId.Flaw> flaw() {
        var found = flaw;
        if (found == null) {
            var document = values.text(Field.RESIDENT_ID);
            found = document == null
                    ? Optional.<ResidentId.Flaw>empty()
                    : ResidentId.flaw(isCertificate(document) ? document.substring(0, 18) : document, on);
            flaw = found;
        }
        return found;
    }

    /** Whether sex and age can be built on: there is a number, and it is right. */
    boolean isIdentified() {
        return values.has(Field.RESIDENT_ID) && flaw().isEmpty();
    }

    /** Whether kind, grade or end of a disability number cannot be. */
    boolean hasWrongCertificate() {
        var document = values.text(Field.RESIDENT_ID);
        return document != null && isCertificate(document) && DisabilityNumber.flaw(document, on)
                .map(flaw -> flaw.kind() == DisabilityNumber.Kind.KIND_OR_GRADE).orElse(false);
    }

    private static boolean isCertificate(String document) {
        return document.length() == 20 || document.length() == 22;
    }
}
