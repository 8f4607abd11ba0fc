package org.jingzhun.household.rules;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jingzhun.household.field.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules as tables that a case worker can read and sign: src/test/resources/rules. */
class MemberRulesTest {

    private static final LocalDate END_OF_2019 = LocalDate.of(2019, 12, 31);

    final Rules rules = Rules.shipped();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/rules/member-rules.csv", numLinesToSkip = 1, nullValues = "")
    void eachRowOfTheTableIsJudgedAsItSays(String story, int age, String sex, String relation, @Nullable String education,
            @Nullable String school, String health, String labour, @Nullable String workPlace, @Nullable Integer months,
            @Nullable String expected) {
        var facts = facts(age, sex, relation, education, school, health, labour, workPlace, months, Set.of());

        assertThat(rules.check(facts).stream().filter(Finding::isRefusal).map(Finding::code))
                .containsExactlyElementsOf(codes(expected));
    }

    @Test
    void hh7OnlyOneOfEducationAndSchoolStatusMayBeFilled() {
        assertThat(codes(facts(16, "1", "03", "3", "07", "1", "5", null, null, Set.of()))).isEqualTo("education-and-school-both");
        assertThat(codes(facts(16, "1", "03", null, null, "1", "5", null, null, Set.of())))
                .isEqualTo("education-and-school-empty");
    }

    @Test
    void aRuleIsSilentWhereAFieldThatItNeedsCouldNotBeRead() {
        var unreadable = EnumSet.of(Field.RESIDENT_ID, Field.LABOUR);

        assertThat(codes(facts(10, "2", "03", null, "03", "1", "1", null, null, unreadable))).isEmpty();
    }

    @Test
    void aChangeIsNotBlamedForWhatWasWrongBefore() {
        var before = facts(70, "1", "11", "2", null, "1", "1", null, null, Set.of());
        var after = facts(70, "1", "11", "2", null, "1", "1", "3", null, Set.of());

        assertThat(rules.worsened(before, after).stream().filter(Finding::isRefusal).map(Finding::code))
                .containsExactly("work-place-without-months");
        assertThat(rules.worsened(before, before)).isEmpty();
    }

    @Test
    void aMessageNamesTheFieldAndWhatWouldBeRight() {
        var finding = rules.check(facts(13, "1", "03", null, "07", "1", "5", null, null, Set.of())).getFirst();

        assertThat(FindingTexts.text(finding.code(), finding.field(), finding.arguments(), Locale.CHINA))
                .isEqualTo("在校生状况与年龄不符：该学段年龄应为15至20岁。");
        assertThat(FindingTexts.text(finding.code(), finding.field(), finding.arguments(), Locale.ENGLISH))
                .isEqualTo("School status contradicts the age: this stage is for ages from 15 to 20.");
    }

    @Test
    void eachRuleHasItsTextsAndEachFieldItsEnglishName() {
        assertThat(NationalRules.ALL).allMatch(rule -> FindingTexts.knows(rule.code()));
        assertThat(Field.values()).allMatch(field -> !FindingTexts.text("name-missing", field, List.of(), Locale.ENGLISH)
                .startsWith(field.key()));
    }

    @Test
    void aThresholdIsTheOneOfTheDay() {
        var thresholds = Thresholds
                .of(Stream.of("age,,16,2014-01-01,2020-01-01,old law", "age,,18,2020-01-01,,new law").toList());

        assertThat(thresholds.on("age", END_OF_2019)).isEqualTo(16);
        assertThat(thresholds.on("age", LocalDate.of(2020, 1, 1))).isEqualTo(18);
    }

    private String codes(PersonFacts facts) {
        return rules.check(facts).stream().filter(Finding::isRefusal).map(Finding::code).collect(Collectors.joining(" "));
    }

    private static List<String> codes(@Nullable String expected) {
        return expected == null ? List.of() : List.of(expected.split(" "));
    }

    private static PersonFacts facts(int age, String sex, String relation, @Nullable String education, @Nullable String school,
            String health, String labour, @Nullable String workPlace, @Nullable Integer months, Set<Field> doubtful) {
        var values = new Values(Fields.all()).set(Field.RELATION, relation).set(Field.SEX, sex)
                .set(Field.BIRTH_DATE, END_OF_2019.minusYears(age)).set(Field.RESIDENT_ID, "11010519491231002X")
                .set(Field.EDUCATION, education).set(Field.SCHOOL_STATUS, school)
                .set(Field.HEALTH, health.replace(';', ',')).set(Field.LABOUR, labour).set(Field.WORK_PLACE, workPlace)
                .set(Field.WORK_MONTHS, months);
        doubtful.forEach(values::doubt);
        return new PersonFacts(values, END_OF_2019);
    }
}
