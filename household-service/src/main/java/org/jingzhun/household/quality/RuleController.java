package org.jingzhun.household.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jingzhun.household.rules.Catalogue;
import org.jingzhun.household.rules.FindingTexts;
import org.jingzhun.household.rules.RuleEntry;
import org.jingzhun.household.rules.Rules;
import org.jingzhun.starter.access.May;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of rules, in the language of the reader. */
@RestController
@RequestMapping("/api/household/v1/rules")
@May("rule:read")
class RuleController {

    @GetMapping
    List<RuleView> all(Locale locale) {
        return Catalogue.shipped().all().stream().map(rule -> view(rule, locale)).toList();
    }

    private static RuleView view(RuleEntry rule, Locale locale) {
        var field = Rules.blames(rule.code()).or(() -> AcrossRule.blames(rule.code())).orElse(null);
        return new RuleView(rule.code(), rule.numbers(), rule.kind(), rule.level(), rule.subject(), rule.reach(),
                rule.isSensitive(),
                field == null ? null : field.key(), FindingTexts.ofRule(rule.code(), field, locale), rule.validFrom(),
                rule.validTo(), rule.source());
    }

    /** {@code numbers} are those of the rule catalogues of practice; numbers in the text are data and stand there as …. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleView(String code, List<String> numbers, int ruleClass, RuleEntry.Level level, RuleEntry.Subject subject,
            RuleEntry.Reach reach, boolean sensitive, @Nullable String field, String text, LocalDate validFrom,
            @Nullable LocalDate validTo, String source) {}
}
