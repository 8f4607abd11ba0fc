package org.jingzhun.industry.enterprise;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jingzhun.starter.ledger.Closing;
import org.jingzhun.starter.ledger.Kept;
import org.jspecify.annotations.Nullable;

/** An enterprise in one of its versions. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EnterpriseView(String creditCode, String division, int version, String name, EnterpriseKind kind,
        @Nullable EnterpriseLevel level, @Nullable Closing closing, Instant changedAt, String changedBy) {

    static EnterpriseView of(Kept<Enterprise> kept) {
        var enterprise = kept.content();
        return new EnterpriseView(kept.number(), kept.division(), kept.version(), enterprise.name(), enterprise.kind(),
                enterprise.level(), kept.closing(), kept.changedAt(), kept.changedBy());
    }
}
