package org.jingzhun.household.figure.entered;

import java.math.BigDecimal;

import org.jingzhun.household.figure.entered.AnnualTask.Level;
import org.jingzhun.household.figure.entered.AnnualTask.Numbers;
import org.jingzhun.household.figure.entered.AnnualTask.Progress;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Scenarios HH-13 and HH-14. */
class AnnualTaskTest {

    @Test
    void hh13ABatchWithoutADenominatorKeepsTheRateAsReportedAndWarns() {
        var batch = ExitBatches.Batch.of("B1", "620402", 2017, 306, 1012, new BigDecimal("1.32"), null, null, "Baiyin 2017");

        assertThat(batch.average()).isEqualTo(new BigDecimal("3.31"));
        assertThat(batch.reportedRate()).isEqualTo(new BigDecimal("1.32"));
        assertThat(batch.denominator()).isNull();
        assertThat(batch.rate()).isNull();
        assertThat(batch.warning()).isEqualTo("denominator-missing");
    }

    @Test
    void hh14BaseAndStretchAreBothReportedAndTheBaseIsFulfilled() {
        var done = new Numbers(2L, 180L, 203_500L);
        var base = AnnualTask.of("4510", 2016, Level.BASE, new Numbers(2L, 112L, 200_000L), done, "Baise 2016");
        var stretch = AnnualTask.of("4510", 2016, Level.STRETCH, new Numbers(null, 249L, 209_184L), done, "Baise 2016");

        assertThat(base.counties()).isEqualTo(new Progress(2, 2, new BigDecimal("100.00")));
        assertThat(base.villages()).isEqualTo(new Progress(180, 112, new BigDecimal("160.71")));
        assertThat(base.people()).isEqualTo(new Progress(203_500, 200_000, new BigDecimal("101.75")));
        assertThat(base.fulfilled()).isTrue();
        assertThat(stretch.counties()).isNull();
        assertThat(stretch.villages()).isEqualTo(new Progress(180, 249, new BigDecimal("72.29")));
        assertThat(stretch.people()).isEqualTo(new Progress(203_500, 209_184, new BigDecimal("97.28")));
        assertThat(stretch.fulfilled()).isFalse();
    }
}
