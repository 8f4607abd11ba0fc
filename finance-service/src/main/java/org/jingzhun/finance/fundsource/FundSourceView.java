package org.jingzhun.finance.fundsource;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jingzhun.starter.ledger.Closing;
import org.jingzhun.starter.ledger.Kept;
import org.jspecify.annotations.Nullable;

/** A source of funds in one of its versions. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FundSourceView(String number, String division, int version, FundKind kind, @Nullable FundLevel level,
        @Nullable String budgetSubject, String sourceDepartment, @Nullable String documentNumber, int year,
        @Schema(type = "string", example = "3000000.00") Amount amount, @Nullable Closing closing, Instant changedAt,
        String changedBy) {

    static FundSourceView of(Kept<FundSource> kept) {
        var source = kept.content();
        return new FundSourceView(kept.number(), kept.division(), kept.version(), source.kind(), source.level(),
                source.budgetSubject(), source.sourceDepartment(), source.documentNumber(), source.year(), source.amount(),
                kept.closing(), kept.changedAt(), kept.changedBy());
    }
}
