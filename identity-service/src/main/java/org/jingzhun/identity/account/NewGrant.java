package org.jingzhun.identity.account;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jingzhun.starter.access.Grant;

/** A grant as it is asked for; an empty area is the whole country. */
record NewGrant(@NotBlank String role, @NotBlank String department,
        @NotNull @Pattern(regexp = "|[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}") String area) {

    static Set<Grant> all(Collection<NewGrant> wanted) {
        return wanted.stream()
                .map(grant -> new Grant(grant.role(), grant.department(), grant.area()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
