package org.jingzhun.household.search;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Permitted;
import org.jingzhun.starter.access.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Searches for persons. */
@RestController
@RequestMapping("/api/household/v1/person-searches")
@May("household:read")
class PersonSearchController {

    private final PersonSearch search;

    PersonSearchController(PersonSearch search) {
        this.search = search;
    }

    @PostMapping
    PersonHits search(@Valid @RequestBody WantedPerson wanted, Scope scope,
            @Permitted("household:read-sensitive") Scope sensitive,
            Caller caller) {
        return search.find(wanted, scope, sensitive, caller);
    }

    /** By exactly one of name, resident ID and phone; a name ending in an asterisk is a beginning of at least two characters. */
    record WantedPerson(@Nullable @Size(min = 2, max = 60) String name, @Nullable @Size(min = 15, max = 22) String residentId,
            @Nullable @Size(min = 7, max = 20) String phone,
            @Nullable @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") String area,
            @NotBlank @Size(max = 200) String purpose) {

        @JsonIgnore
        @AssertTrue(message = "{search.one-of}")
        boolean isOneOf() {
            return Optional.ofNullable(name).stream().count() + Optional.ofNullable(residentId).stream().count()
                    + Optional.ofNullable(phone).stream().count() == 1;
        }

        String field() {
            return name != null ? "name" : residentId != null ? "residentId" : "phone";
        }

        @Override
        public String toString() {
            return "WantedPerson[by " + field() + "]"; // what is searched for is personal
        }
    }

    /** At most 50 persons; {@code complete} is false where there may be more, and the search should be narrowed. */
    record PersonHits(List<PersonSearch.PersonHit> items, boolean complete) {}
}
