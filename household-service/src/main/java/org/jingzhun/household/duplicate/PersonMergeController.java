package org.jingzhun.household.duplicate;

import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jingzhun.household.register.PersonMerges;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the number of a merged person went. */
@RestController
@RequestMapping("/api/household/v1/person-merges")
@May("household:read")
class PersonMergeController {

    private final PersonMerges merges;

    PersonMergeController(PersonMerges merges) {
        this.merges = merges;
    }

    @GetMapping("/{number}")
    MergeView one(@PathVariable String number, Scope scope) {
        var merge = merges.into(number).filter(it -> scope.covers(it.mergedVillage()) || scope.covers(it.keptVillage()))
                .orElseThrow(Refusals.NotFound::new);
        var seen = scope.covers(merge.keptVillage());
        return new MergeView(merge.merged(), seen ? merge.into() : null, !seen, merge.effectiveOn(), merge.at());
    }

    /** {@code into} is the number that stays; of one who lives where the caller does not reach, {@code elsewhere} is all that is said. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MergeView(String person, @Nullable String into, boolean elsewhere, LocalDate effectiveOn, Instant at) {}
}
