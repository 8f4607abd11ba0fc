package org.jingzhun.finance.fundsource;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A source of funds as a finance officer enters it. */
record WantedFundSource(@NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{3,31}") String number,
        @NotNull @Pattern(regexp = "[0-9]{12}") String division, @NotNull FundKind kind, @Nullable FundLevel level,
        @Nullable @Pattern(regexp = "[0-9]{3}|[0-9]{5}|[0-9]{7}") String budgetSubject,
        @NotBlank @Size(max = 60) String sourceDepartment, @Nullable @Size(min = 2, max = 60) String documentNumber,
        @Min(2000) @Max(2100) int year,
        @NotNull @Schema(type = "string", example = "3000000.00", description = "yuan with two places") Amount amount) {

    FundSource content() {
        return new FundSource(kind, level, budgetSubject, sourceDepartment.strip(),
                documentNumber == null ? null : documentNumber.strip(), year, amount);
    }
}
