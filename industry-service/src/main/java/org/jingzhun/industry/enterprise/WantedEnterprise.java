package org.jingzhun.industry.enterprise;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An enterprise as an officer enters it. */
record WantedEnterprise(@NotNull CreditCode creditCode, @NotNull @Pattern(regexp = "[0-9]{12}") String division,
        @NotBlank @Size(max = 100) String name, @NotNull EnterpriseKind kind, @Nullable EnterpriseLevel level) {

    Enterprise content() {
        return new Enterprise(name.strip(), kind, level);
    }
}
