package org.jingzhun.starter.access;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScopeTest {

    @Test
    void aDivisionHoldsAllVillagesUnderIt() {
        var county = CodeRange.under("451481");

        assertThat(county).isEqualTo(new CodeRange("451481000000", "451481999999"));
        assertThat(county.contains("451481101201")).isTrue();
        assertThat(county.contains("451482000000")).isFalse();
        assertThat(CodeRange.under("").contains("820000000000")).isTrue();
        assertThat(CodeRange.under("451481101201").contains("451481101201")).isTrue();
        assertThat(CodeRange.under("451481101201").contains("451481101202")).isFalse();
    }

    @Test
    void whatIsNoDivisionMakesNoRange() {
        for (var wrong : List.of("4", "451", "45148", "4514811", "45148110120", "4514811012011", "45148x", "45%", " ")) {
            assertThatThrownBy(() -> CodeRange.under(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void rangesThatHoldEachOtherBecomeOne() {
        var scope = new Scope.Ranges(
                List.of(CodeRange.under("451481101"), CodeRange.under("140000000201"), CodeRange.under("451481"),
                        CodeRange.under("451481")));

        assertThat(scope.ranges()).containsExactly(CodeRange.under("140000000201"), CodeRange.under("451481"));
        assertThat(scope.span()).isEqualTo(new CodeRange("140000000201", "451481999999"));
    }

    @Test
    void oneRangeIsOneCondition() {
        var condition = Scope.Ranges.under("4514").condition("h.village");

        assertThat(condition.sql()).isEqualTo("(h.village between :scopeFrom0 and :scopeTo0)");
        assertThat(condition.params()).isEqualTo(Map.of("scopeFrom0", "451400000000", "scopeTo0", "451499999999"));
    }

    @Test
    void aDivisionOfAnyLevelLiesInARangeAsAWhole() {
        var condition = new Scope.Ranges(List.of(CodeRange.under("4514"), CodeRange.under("4510")))
                .conditionOfDivisions("t.division");

        assertThat(condition.sql()).isEqualTo(
                "((rpad(t.division, 12, '0') >= :scopeFrom0 and rpad(t.division, 12, '9') <= :scopeTo0)"
                        + " or (rpad(t.division, 12, '0') >= :scopeFrom1 and rpad(t.division, 12, '9') <= :scopeTo1))");
        assertThat(condition.params()).containsEntry("scopeFrom0", "451000000000").containsEntry("scopeTo1", "451499999999");
        assertThat(new Scope.None().conditionOfDivisions("division").sql()).isEqualTo("1 = 0");
    }

    @Test
    void severalRangesAreAlternativesInParentheses() {
        var condition = new Scope.Ranges(List.of(CodeRange.under("4514"), CodeRange.under("4510"))).condition("village",
                "origin");

        assertThat(condition.sql()).isEqualTo(
                "(village between :originFrom0 and :originTo0 or village between :originFrom1 and :originTo1)");
        assertThat(condition.params()).hasSize(4);
    }

    @Test
    void allOtherScopesAreNothingInSql() {
        for (var scope : List.of(new Scope.None(), new Scope.Self("a"), new Scope.Households("a", List.of(CodeRange.under(""))),
                new Scope.Organisation("a", List.of(CodeRange.under(""))))) {
            assertThat(scope.condition("village").sql()).isEqualTo("1 = 0");
            assertThat(scope.covers("451481101201")).isFalse();
        }
    }

    @Test
    void noTextButANameBecomesAColumn() {
        assertThatThrownBy(() -> Scope.Ranges.under("45").condition("1 = 1 or village"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDivisionMayBeWrittenFilledUpWithZeros() {
        assertThat(DivisionCode.prefix("450000")).isEqualTo("45");
        assertThat(DivisionCode.prefix("451400")).isEqualTo("4514");
        assertThat(DivisionCode.prefix("451481000000")).isEqualTo("451481");
        assertThat(DivisionCode.prefix("450000000000")).isEqualTo("45");
        assertThat(DivisionCode.prefix("451481100000")).isEqualTo("451481100");
        assertThat(DivisionCode.prefix("451481101")).isEqualTo("451481101");
        assertThat(DivisionCode.prefix("451481101200")).isEqualTo("451481101200");
        assertThatThrownBy(() -> DivisionCode.prefix("0")).isInstanceOf(NotADivision.class);
    }
}
