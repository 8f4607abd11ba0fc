package org.jingzhun.household.unmasking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Permitted;
import org.jingzhun.starter.access.Scope;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows a number in full, by explicit request. */
@RestController
@RequestMapping("/api/household/v1")
@May("household:unmask")
class UnmaskingController {

    private final Unmasking unmasking;

    UnmaskingController(Unmasking unmasking) {
        this.unmasking = unmasking;
    }

    @PostMapping("/persons/{number}/unmaskings")
    ResponseEntity<Unmasked> ofPerson(@PathVariable String number, @Valid @RequestBody UnmaskingOfPerson wanted, Scope scope,
            @Permitted("household:read-sensitive") Scope sensitive, Caller caller) {
        return shown(unmasking.ofPerson(number, wanted.field(), wanted.purpose(), scope, sensitive, caller));
    }

    @PostMapping("/households/{number}/unmaskings")
    ResponseEntity<Unmasked> ofHousehold(@PathVariable String number, @Valid @RequestBody UnmaskingOfHousehold wanted,
            Scope scope,
            Caller caller) {
        return shown(unmasking.ofHousehold(number, wanted.field(), wanted.purpose(), scope, caller));
    }

    private static ResponseEntity<Unmasked> shown(String value) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Unmasked(value));
    }

    record UnmaskingOfPerson(@NotNull PersonField field, @NotBlank @Size(max = 200) String purpose) {}

    record UnmaskingOfHousehold(@NotNull HouseholdField field, @NotBlank @Size(max = 200) String purpose) {}

    enum PersonField {
        residentId, phone
    }

    enum HouseholdField {
        phone
    }

    record Unmasked(String value) {

        @Override
        public String toString() {
            return "Unmasked[]"; // it must not reach a log by way of its record
        }
    }
}
