package org.jingzhun.relocation.settlement;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/** How near the border a settlement lies 【0—3公里、3—20公里】; both ends of a band belong to the nearer one. */
enum BorderBand {
    FIRST_LINE("3"), BORDER_ZONE("20"), INLAND(null);

    private final @Nullable BigDecimal upTo;

    BorderBand(@Nullable String upTo) {
        this.upTo = upTo == null ? null : new BigDecimal(upTo);
    }

    static BorderBand at(BigDecimal kilometres) {
        for (var band : values()) {
            if (band.upTo == null || kilometres.compareTo(band.upTo) <= 0) {
                return band;
            }
        }
        throw new IllegalStateException("the last band has no end");
    }
}
